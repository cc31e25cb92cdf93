namespace Marsad.Relating.Copies;

/// <summary>That an article that comes is related to a known one.</summary>
/// <param name="Other">The known article.</param>
/// <param name="IsEarlier">The article that comes was published before it: the known one is what <paramref name="Kin"/> says, to the one that comes.</param>
internal sealed record Kinship(long Other, bool IsEarlier, Kin Kin, KinText Later, KinText Earlier)
{
    public static Kinship Of(long other, bool isEarlier, KinText comes, KinText known)
    {
        var (later, earlier) = isEarlier ? (known, comes) : (comes, known);
        return new Kinship(other, isEarlier, KinJudge.Judge(later, earlier), later, earlier);
    }
}
