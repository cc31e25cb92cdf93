using Marsad.Language.Names;

namespace Marsad.Train;

/// <summary>One sentence ready for training: per token its feature numbers and its tag.</summary>
/// <param name="Domain">0 for the shared weights alone, else the corpus whose own weights are added.</param>
/// <param name="Ends">Where the features of each token end in <paramref name="Features"/>.</param>
internal sealed record Example(int Domain, int[] Features, int[] Ends, NameTag[] Tags)
{
    public int Length => Tags.Length;

    public ReadOnlySpan<int> Of(int token)
    {
        var start = token == 0 ? 0 : Ends[token - 1];
        return Features.AsSpan(start, Ends[token] - start);
    }
}
