using Marsad.Flow;
using Marsad.Tests.Store;

namespace Marsad.Tests.Flow;

public sealed class WatchFolderTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private string Watches => _directory.File("watches");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void The_first_start_lays_down_two_watches() =>
        Assert.Equal(["human-rights", "institutions"], WatchFolder.Open(Watches).Watches.Select(watch => watch.Name));

    [Fact]
    public void A_file_that_was_edited_stays_as_it_is()
    {
        WatchFolder.Open(Watches);
        File.WriteAllText(Path.Combine(Watches, "institutions.yaml"), "title: {ar: أخرى, en: Another}\nconditions: []\n");
        Assert.Contains(WatchFolder.Open(Watches).Watches, watch => watch.TitleEnglish == "Another");
    }

    [Fact]
    public void A_file_that_was_taken_away_does_not_come_back()
    {
        WatchFolder.Open(Watches);
        File.Delete(Path.Combine(Watches, "institutions.yaml"));
        Assert.Equal(["human-rights"], WatchFolder.Open(Watches).Watches.Select(watch => watch.Name));
    }

    [Fact]
    public void A_wrong_file_is_told_and_the_others_keep_watch()
    {
        WatchFolder.Open(Watches);
        File.WriteAllText(Path.Combine(Watches, "mine.yaml"), "title: {ar: أ, en: A}\nconditons: []\n");
        var opened = WatchFolder.Open(Watches);
        Assert.Equal(2, opened.Watches.Count);
        Assert.StartsWith("mine.yaml:2: \"conditons\" is not known here", Assert.Single(opened.Troubles).Detail, StringComparison.Ordinal);
    }
}
