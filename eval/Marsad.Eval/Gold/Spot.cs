using Marsad.Language.Text;

namespace Marsad.Eval.Gold;

/// <summary>A stretch of a text in Unicode code points, end exclusive.</summary>
internal readonly record struct Spot(int Start, int End)
{
    public int Overlap(Spot other) => Math.Max(0, Math.Min(End, other.End) - Math.Max(Start, other.Start));

    /// <summary>Intersection over union; 0 where they do not meet.</summary>
    public double Iou(Spot other)
    {
        var shared = Overlap(other);
        return shared == 0 ? 0 : (double)shared / (End - Start + (other.End - other.Start) - shared);
    }

    /// <summary>Where the <paramref name="occurrence"/>th (from 0) <paramref name="words"/> stand; null where there are not so many.</summary>
    public static Spot? Find(string text, string words, int occurrence)
    {
        var at = -1;
        for (var i = 0; i <= occurrence; i++)
        {
            at = at + 1 > text.Length ? -1 : text.IndexOf(words, at + 1, StringComparison.Ordinal);
            if (at < 0) return null;
        }

        var points = new CodePoints(text);
        return new Spot(points.FromUtf16(at), points.FromUtf16(at + words.Length));
    }

    public string In(string text)
    {
        var points = new CodePoints(text);
        return text[points.ToUtf16(Start)..points.ToUtf16(End)];
    }
}
