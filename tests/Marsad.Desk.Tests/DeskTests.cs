namespace Marsad.Desk.Tests;

public sealed class DeskTests
{
    [Fact]
    public void The_desk_carries_no_session_of_its_own() => Assert.DoesNotContain(typeof(Marsad.Archive.Digest).Assembly.GetReferencedAssemblies(), a => a.Name == "Microsoft.AspNetCore.Components.Server");
}
