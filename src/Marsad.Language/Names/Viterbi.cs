using System.Buffers;

namespace Marsad.Language.Names;

/// <summary>Finds the best sequence of tags for scores of single tags and of pairs (A. Viterbi, 1967).</summary>
internal static class Viterbi
{
    private const int Tags = NameTags.Count;
    private static readonly bool[] Allowed = BuildAllowed();

    /// <param name="scores">Nine a token, row after row.</param>
    /// <param name="transitions">Row = previous tag, column = tag.</param>
    /// <param name="tags">Takes one tag a token.</param>
    public static void Best(ReadOnlySpan<float> scores, ReadOnlySpan<float> transitions, Span<NameTag> tags)
    {
        var length = scores.Length / Tags;
        var from = ArrayPool<byte>.Shared.Rent(length * Tags);
        Span<float> best = stackalloc float[Tags];
        Span<float> next = stackalloc float[Tags];
        for (var tag = 0; tag < Tags; tag++) best[tag] = ((NameTag)tag).IsInside() ? float.NegativeInfinity : scores[tag];
        for (var i = 1; i < length; i++)
        {
            Step(best, scores.Slice(i * Tags, Tags), transitions, next, from.AsSpan(i * Tags, Tags));
            next.CopyTo(best);
        }

        var last = ArgMax(best);
        for (var i = length - 1; i >= 0; i--)
        {
            tags[i] = (NameTag)last;
            if (i > 0) last = from[(i * Tags) + last];
        }

        ArrayPool<byte>.Shared.Return(from);
    }

    private static void Step(ReadOnlySpan<float> best, ReadOnlySpan<float> scores, ReadOnlySpan<float> transitions, Span<float> next, Span<byte> from)
    {
        for (var tag = 0; tag < Tags; tag++)
        {
            var top = float.NegativeInfinity;
            for (var previous = 0; previous < Tags; previous++)
            {
                if (!Allowed[(previous * Tags) + tag]) continue;
                var value = best[previous] + transitions[(previous * Tags) + tag];
                if (value <= top) continue;
                top = value;
                from[tag] = (byte)previous;
            }

            next[tag] = top + scores[tag];
        }
    }

    private static int ArgMax(ReadOnlySpan<float> values)
    {
        var best = 0;
        for (var i = 1; i < values.Length; i++)
            if (values[i] > values[best]) best = i;
        return best;
    }

    private static bool[] BuildAllowed()
    {
        var allowed = new bool[Tags * Tags];
        for (var previous = 0; previous < Tags; previous++)
            for (var tag = 0; tag < Tags; tag++)
                allowed[(previous * Tags) + tag] = NameTags.MayFollow((NameTag)tag, (NameTag)previous);
        return allowed;
    }
}
