namespace Marsad.Cli.Tests;

public sealed class CommandLineTests
{
    [Fact]
    public void The_test_project_sees_the_command() => Assert.Equal("marsad", typeof(Program).Assembly.GetName().Name);
}
