using System.Collections.Frozen;
using Marsad.Language.Data;
using Marsad.Language.Text;
using Marsad.Language.Tokens;

namespace Marsad.Language.Names;

/// <summary>Names that news writes in several ways, with the key that joins their spellings.</summary>
internal sealed class KnownNames
{
    private const int LongestWords = 9;
    private const int LongestLetters = 96;

    private readonly FrozenDictionary<string, (NameType Type, string Key)> _names;
    private readonly FrozenDictionary<string, (NameType Type, string Key)>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _firstWords;
    private readonly WordTable _words;
    private readonly NameLexicon _lexicon;

    private KnownNames(WordTable words, NameLexicon lexicon)
    {
        (_words, _lexicon) = (words, lexicon);
        var names = new Dictionary<string, (NameType, string)>(StringComparer.Ordinal);
        foreach (var row in Table.Rows("known-names.tsv")) names[Folding.Fold(row[0])] = (row[1] == "ORG" ? NameType.Organization : NameType.Location, row[1] + row[2]);
        _names = names.ToFrozenDictionary(StringComparer.Ordinal);
        _bySpan = _names.GetAlternateLookup<ReadOnlySpan<char>>();
        _firstWords = names.Keys.Select(name => name.Split(' ')[0]).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static KnownNames Embedded { get; } = new(WordTable.Embedded, NameLexicon.Embedded);

    /// <summary>The longest known name that begins at a token, particles cut; null if none does.</summary>
    public NameMention? Longest(Document document, int first)
    {
        if (document.Tokens[first].Kind != TokenKind.Word) return null;
        var word = document.Folded(first);
        for (var particles = 0; particles <= 2 && particles < word.Length - 1; particles++)
        {
            if (particles > 0 && !IsParticle(word, particles - 1)) return null;
            if (particles > 0 && (_words.Find(word).Frequency > _words.Find(word[particles..]).Frequency)) continue;
            if (Match(document, first, particles) is { } found) return found;
        }

        return null;
    }

    /// <summary>The key of a folded name, or null.</summary>
    public string? KeyOf(ReadOnlySpan<char> folded) => _bySpan.TryGetValue(folded, out var found) ? found.Key : null;

    private static bool IsParticle(ReadOnlySpan<char> word, int at) =>
        at == 0 ? Proclitics.IsConjunction(word[0]) || Proclitics.IsPreposition(word[0])
            : Proclitics.IsConjunction(word[0]) && Proclitics.IsPreposition(word[1]);

    private NameMention? Match(Document document, int first, int particles)
    {
        Span<char> buffer = stackalloc char[LongestLetters];
        var start = Proclitics.Unfuse(document.Folded(first)[particles..], buffer);
        if (!_firstWords.Contains(start)) return null;
        start.CopyTo(buffer);
        var length = start.Length;
        NameMention? best = Known(document, first, first + 1, particles, buffer[..length]);
        for (var end = first + 1; end < document.Tokens.Count && end < first + LongestWords; end++)
        {
            var next = document.Folded(end);
            if (document.Tokens[end].Kind != TokenKind.Word || length + 1 + next.Length > buffer.Length) break;
            buffer[length++] = ' ';
            next.CopyTo(buffer[length..]);
            length += next.Length;
            best = Known(document, first, end + 1, particles, buffer[..length]) ?? best;
        }

        return best;
    }

    private NameMention? Known(Document document, int first, int end, int particles, ReadOnlySpan<char> folded)
    {
        if (!_bySpan.TryGetValue(folded, out var known)) return null;
        var span = document.Cover(first, end) with { Start = document.Without(first, particles).Start };
        return new NameMention(first, end, particles, span, known.Type, known.Key);
    }
}
