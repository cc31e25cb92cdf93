namespace Marsad.Relating.Copies;

/// <summary>How much of two texts is the same runs of words.</summary>
/// <param name="Jaccard">Shared runs by all runs of both.</param>
/// <param name="Containment">Shared runs by the runs of the shorter text: near 1 where one was cut from the other.</param>
internal readonly record struct Overlap(double Jaccard, double Containment)
{
    /// <summary>Both ascending and distinct.</summary>
    public static Overlap Of(ReadOnlySpan<uint> a, ReadOnlySpan<uint> b)
    {
        if (a.Length == 0 || b.Length == 0) return default;
        int i = 0, j = 0, shared = 0;
        while (i < a.Length && j < b.Length)
        {
            if (a[i] == b[j])
            {
                shared++;
                i++;
                j++;
            }
            else if (a[i] < b[j]) i++;
            else j++;
        }

        return new Overlap((double)shared / (a.Length + b.Length - shared), (double)shared / Math.Min(a.Length, b.Length));
    }
}
