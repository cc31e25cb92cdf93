using System.Collections.Frozen;

namespace Marsad.Reading.Body;

/// <summary>What the words of a class or id say about an element.</summary>
[Flags]
internal enum ClassSigns : ushort
{
    None = 0,
    Furniture = 1,
    Body = 2,
    Article = 4,
}

/// <summary>Reads class names and ids: cut into words at marks and at capitals, each looked up.</summary>
internal static class ClassWords
{
    private static readonly FrozenDictionary<string, ClassSigns> Signs = PageData.Rows("class-words.tsv")
        .ToFrozenDictionary(row => row[0], row => Enum.Parse<ClassSigns>(row[1], ignoreCase: true));

    private static readonly FrozenDictionary<string, ClassSigns>.AlternateLookup<ReadOnlySpan<char>> BySpan = Signs.GetAlternateLookup<ReadOnlySpan<char>>();

    public static ClassSigns Of(ReadOnlySpan<char> names)
    {
        var signs = ClassSigns.None;
        Span<char> lower = stackalloc char[24];
        for (var at = 0; at < names.Length;)
        {
            while (at < names.Length && !char.IsAsciiLetter(names[at])) at++;
            var start = at;
            while (at < names.Length && char.IsAsciiLetter(names[at]) && (at == start || !char.IsAsciiLetterUpper(names[at]) || char.IsAsciiLetterUpper(names[at - 1]))) at++;
            var word = names[start..at];
            if (word.Length is < 2 or > 24) continue;
            word.ToLowerInvariant(lower);
            if (BySpan.TryGetValue(lower[..word.Length], out var sign)) signs |= sign;
        }

        return signs;
    }
}
