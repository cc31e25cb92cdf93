namespace Marsad.Eval.Scoring;

/// <summary>How alike two groupings of the same things are: for each thing, how much of its company is right, and how much of its right company is there (Bagga and Baldwin 1998).</summary>
internal static class BCubed
{
    public static (double Precision, double Recall) Of(IReadOnlyCollection<(long Gold, long Found)> things)
    {
        var byFound = things.ToLookup(thing => thing.Found);
        var byGold = things.ToLookup(thing => thing.Gold);
        return (
            things.Average(thing => Share(byFound[thing.Found], other => other.Gold == thing.Gold)),
            things.Average(thing => Share(byGold[thing.Gold], other => other.Found == thing.Found)));
    }

    private static double Share(IEnumerable<(long, long)> company, Func<(long Gold, long Found), bool> isRight) => company.Average(other => isRight(other) ? 1.0 : 0);
}
