namespace Marsad.Language.Text;

/// <summary>A stretch of an article's text in UTF-16 code units, <see cref="End"/> exclusive.</summary>
/// <remarks>Inside the program spans count UTF-16 units; what goes out counts Unicode code points (see <see cref="CodePoints"/>).</remarks>
public readonly record struct Span(int Start, int End)
{
    public int Length => End - Start;

    public bool Contains(Span other) => Start <= other.Start && other.End <= End;

    public bool Overlaps(Span other) => Start < other.End && other.Start < End;

    public ReadOnlySpan<char> Of(string text) => text.AsSpan(Start, Length);

    public string In(string text) => text.Substring(Start, Length);

    public override string ToString() => $"{Start}..{End}";
}
