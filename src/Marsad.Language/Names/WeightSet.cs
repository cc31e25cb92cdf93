namespace Marsad.Language.Names;

/// <summary>By whose guide the tagger draws the borders of names: corpora agree on what most names are, not on where organisations end.</summary>
internal enum WeightSet
{
    /// <summary>Our annotation guide: government bodies are organisations, adjectives and events are no names.</summary>
    Guide,

    /// <summary>ANERcorp's, with a fourth type; for the benchmark.</summary>
    Benchmark,
}

internal static class WeightSets
{
    public const int Count = 2;
}
