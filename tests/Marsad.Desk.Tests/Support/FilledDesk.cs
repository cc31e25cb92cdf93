namespace Marsad.Desk.Tests.Support;

/// <summary>A filled desk for a class of tests that only read.</summary>
public sealed class FilledDesk : IAsyncLifetime
{
    public DeskHost Desk { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Desk = await DeskHost.Start(SomeNews.Fill);

    public ValueTask DisposeAsync() => Desk.DisposeAsync();
}
