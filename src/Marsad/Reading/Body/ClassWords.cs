using System.Collections.Frozen;
using Marsad.Reading.Html;

namespace Marsad.Reading.Body;

/// <summary>What the words of a class or id say about an element.</summary>
[Flags]
internal enum ClassSigns : ushort
{
    None = 0,

    /// <summary>Stands round an article: sharing, related articles, advertising, captions, bylines.</summary>
    Furniture = 1,

    /// <summary>Holds what readers wrote, or the law's small print: furniture that may be longer than the article.</summary>
    Comments = 2,

    /// <summary>Holds the article's text.</summary>
    Body = 4,

    /// <summary>Holds the lines between headline and text.</summary>
    Deck = 8,

    /// <summary>Not shown, or shown only to some.</summary>
    Hidden = 16,

    /// <summary>Holds the headline or a body: never furniture.</summary>
    Holds = 32,

    /// <summary>Holds a picture and its caption.</summary>
    Picture = 64,

    /// <summary>Names the writer, the day, the source, the section.</summary>
    Label = 128,

    /// <summary>Holds the headlines of other articles.</summary>
    Related = 256,
}

/// <summary>Reads class names and ids: cut into words at marks and at capitals; each word, and each two neighbours together, are looked up.</summary>
internal static class ClassWords
{
    private const int Longest = 32;

    private static readonly FrozenDictionary<string, ClassSigns> Signs = PageData.Rows("class-words.tsv")
        .ToFrozenDictionary(row => row[0], row => Enum.Parse<ClassSigns>(row[1], ignoreCase: true) is var sign && sign == ClassSigns.Related ? ClassSigns.Related | ClassSigns.Furniture : sign);

    private static readonly FrozenDictionary<string, ClassSigns>.AlternateLookup<ReadOnlySpan<char>> BySpan = Signs.GetAlternateLookup<ReadOnlySpan<char>>();

    public static ClassSigns Of(PageTree tree, int node) =>
        OfClass(tree.Raw(node, HtmlAttribute.Class)) | OfId(tree.Raw(node, HtmlAttribute.Id)) | Of(tree.Raw(node, HtmlAttribute.TestId)) | Of(tree.Raw(node, HtmlAttribute.Component))
        | OfItemProp(tree.Raw(node, HtmlAttribute.ItemProp));

    private static ClassSigns OfClass(ReadOnlySpan<char> names) => names.IsEmpty ? ClassSigns.None : Of(names) | (Hides(names) ? ClassSigns.Hidden : ClassSigns.None);

    /// <summary>An id of many words is the slug of a heading: its words are the article's.</summary>
    private static ClassSigns OfId(ReadOnlySpan<char> id) => id.Count('-') > 3 || id.Count('_') > 3 ? ClassSigns.None : Of(id);

    /// <summary>A whole class name that hides: "hidden", not "overflow-hidden".</summary>
    private static bool Hides(ReadOnlySpan<char> names)
    {
        foreach (var range in names.Split(' '))
            if (names[range] is "hidden" or "d-none" or "hide" or "is-hidden" or "visually-hidden" or "display-none") return true;
        return false;
    }

    private static ClassSigns Of(ReadOnlySpan<char> names)
    {
        var signs = ClassSigns.None;
        Span<char> pair = stackalloc char[Longest * 2];
        var (previous, last) = (0, -2);
        for (var at = 0; at < names.Length;)
        {
            while (at < names.Length && !char.IsAsciiLetterOrDigit(names[at])) at++;
            var start = at;
            at = WordEnd(names, at);
            var word = names[start..at].TrimEnd("0123456789");
            if (word.Length is < 2 or > Longest) { previous = 0; continue; }
            if (start > last + 2 || previous < 3 || word.Length < 3) previous = 0;
            word.ToLowerInvariant(pair[previous..]);
            if (BySpan.TryGetValue(pair.Slice(previous, word.Length), out var sign)) signs |= sign;
            if (previous > 0 && BySpan.TryGetValue(pair[..(previous + word.Length)], out sign)) signs |= sign;
            pair.Slice(previous, word.Length).CopyTo(pair);
            (previous, last) = (word.Length, at);
        }

        return signs;
    }

    private static int WordEnd(ReadOnlySpan<char> names, int at)
    {
        var start = at;
        while (at < names.Length && char.IsAsciiLetterOrDigit(names[at]) && (at == start || !char.IsAsciiLetterUpper(names[at]) || char.IsAsciiLetterUpper(names[at - 1]))) at++;
        return at;
    }

    private static ClassSigns OfItemProp(ReadOnlySpan<char> property) =>
        property.Equals("articleBody", StringComparison.OrdinalIgnoreCase) || property.Equals("text", StringComparison.Ordinal) ? ClassSigns.Body : ClassSigns.None;
}
