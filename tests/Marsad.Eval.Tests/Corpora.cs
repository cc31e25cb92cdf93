namespace Marsad.Eval.Tests;

/// <summary>The corpora beside the repository; tests that need them skip, and say so, where they are missing.</summary>
internal static class Corpora
{
    public static Shared Need()
    {
        var shared = Shared.Find();
        Assert.SkipUnless(shared is not null, "the corpora (../shared/data) are not there");
        return shared!;
    }
}
