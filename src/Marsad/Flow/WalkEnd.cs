namespace Marsad.Flow;

/// <summary>How a page's walk ended.</summary>
public abstract record WalkEnd
{
    private WalkEnd()
    {
    }

    /// <summary>It was filed: a new article, or a new version of one.</summary>
    /// <param name="Article">The row's id.</param>
    /// <param name="IsCopy">Its text is known from another article.</param>
    /// <param name="Alerts">How many alerts it raised.</param>
    public sealed record Filed(long Article, bool IsCopy, int Alerts) : WalkEnd;

    /// <summary>The same words of the same article were filed before.</summary>
    public sealed record Unchanged(long Article) : WalkEnd;

    /// <summary>The page holds no article, and why.</summary>
    public sealed record NoArticle(Trouble Reason) : WalkEnd;

    /// <summary>It hurt, and was set aside with its reason.</summary>
    public sealed record Parked(Trouble Reason) : WalkEnd;
}
