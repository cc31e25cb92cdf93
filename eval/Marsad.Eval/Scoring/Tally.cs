namespace Marsad.Eval.Scoring;

/// <summary>Counts of what was found, missed and found beside the gold.</summary>
internal sealed class Tally
{
    public int Hits { get; private set; }

    public int Extras { get; private set; }

    public int Misses { get; private set; }

    public double Precision => Share(Hits, Hits + Extras);

    public double Recall => Share(Hits, Hits + Misses);

    public double F1 => Precision + Recall > 0 ? 2 * Precision * Recall / (Precision + Recall) : 0;

    public int Gold => Hits + Misses;

    public void Add(int hits, int gold, int found)
    {
        Hits += hits;
        Misses += gold - hits;
        Extras += found - hits;
    }

    public static double Share(double part, double whole) => whole > 0 ? part / whole : 0;
}

/// <summary>A gold item and a found one that were matched, and how well.</summary>
internal readonly record struct Pair(double Fit, int Gold, int Found)
{
    /// <summary>Takes the best fits first; each item is used once.</summary>
    public static List<Pair> Greedy(IEnumerable<Pair> pairs)
    {
        HashSet<int> gold = [], found = [];
        return [.. pairs.OrderByDescending(pair => pair.Fit).Where(pair => !gold.Contains(pair.Gold) && !found.Contains(pair.Found) && gold.Add(pair.Gold) && found.Add(pair.Found))];
    }
}
