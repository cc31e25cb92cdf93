namespace Marsad.Relating.Copies;

/// <summary>That an article that comes is related to a known one.</summary>
/// <param name="Other">The known article.</param>
/// <param name="IsEarlier">The article that comes was published before it: the known one is what <paramref name="Kin"/> says, to the one that comes.</param>
internal sealed record Kinship(long Other, bool IsEarlier, Kin Kin, KinText Later, KinText Earlier)
{
    /// <summary>Of one that it is like enough to be a copy.</summary>
    public static Kinship Of(long other, bool isEarlier, KinText comes, KinText known)
    {
        var (later, earlier) = isEarlier ? (known, comes) : (comes, known);
        return new Kinship(other, isEarlier, KinJudge.Judge(later, earlier), later, earlier);
    }

    /// <summary>Of one that it is no copy of; null where the later repeats nothing of the earlier.</summary>
    public static Kinship? Apart(long other, bool isEarlier, KinText comes, KinText known)
    {
        var (later, earlier) = isEarlier ? (known, comes) : (comes, known);
        return KinJudge.JudgeApart(later, earlier) is { } kin ? new Kinship(other, isEarlier, kin, later, earlier) : null;
    }
}
