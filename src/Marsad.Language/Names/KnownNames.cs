using System.Collections.Frozen;
using Marsad.Language.Data;
using Marsad.Language.Text;
using Marsad.Language.Tokens;

namespace Marsad.Language.Names;

/// <summary>Names that news writes in several ways, with the key that joins their spellings.</summary>
internal sealed class KnownNames
{
    /// <summary>What the keys of places begin with; a country's ISO code follows.</summary>
    public const string LocationKey = "LOC";

    private const int LongestWords = 9;
    private const int LongestLetters = 96;
    private const WordRoles Descriptions = WordRoles.Group | WordRoles.Media | WordRoles.Called | WordRoles.OrganizationBefore | WordRoles.OrganizationLink;

    private readonly FrozenDictionary<string, KnownName> _names;
    private readonly FrozenDictionary<string, KnownName>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _firstWords;
    private readonly WordTable _words;
    private readonly NameLexicon _lexicon;

    private KnownNames(WordTable words, NameLexicon lexicon)
    {
        (_words, _lexicon) = (words, lexicon);
        var names = new Dictionary<string, KnownName>(StringComparer.Ordinal);
        foreach (var row in Table.Rows("known-names.tsv")) names[Folding.Fold(row[0])] =
                new KnownName(row[1] == "ORG" ? NameType.Organization : NameType.Location, row[1] + row[2], row.Length < 4);
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
        at == 0 ? NameParticles.IsConjunction(word[0]) || NameParticles.IsPreposition(word[0])
            : NameParticles.IsConjunction(word[0]) && NameParticles.IsPreposition(word[1]);

    private NameMention? Match(Document document, int first, int particles)
    {
        Span<char> buffer = stackalloc char[LongestLetters];
        var start = NameParticles.Unfuse(document.Folded(first)[particles..], buffer);
        if (start.Length > buffer.Length || !_firstWords.Contains(start)) return null;
        start.CopyTo(buffer);
        var length = start.Length;
        NameMention? best = Known(document, first, first + 1, particles, buffer[..length]);
        for (var end = first + 1; end < document.Tokens.Count && end < first + LongestWords; end++)
        {
            if (IsDot(document, end)) continue;
            var next = document.Folded(end);
            if (document.Tokens[end].Kind is not (TokenKind.Word or TokenKind.Number) || length + 1 + next.Length > buffer.Length) break;
            buffer[length++] = ' ';
            next.CopyTo(buffer[length..]);
            length += next.Length;
            best = Known(document, first, end + 1, particles, buffer[..length]) ?? best;
        }

        return best;
    }

    // Letters of an acronym may be parted by full stops.
    private static bool IsDot(Document document, int token) =>
        document.Tokens[token].Kind == TokenKind.Punctuation && document.Text[document.Tokens[token].Start] == '.'
        && document.Tokens[token - 1].End == document.Tokens[token].Start && token + 1 < document.Tokens.Count && document.Tokens[token + 1].Start == document.Tokens[token].End;

    private NameMention? Known(Document document, int first, int end, int particles, ReadOnlySpan<char> folded)
    {
        if (!_bySpan.TryGetValue(folded, out var known)) return null;
        var span = document.Cover(first, end) with { Start = document.Without(first, particles).Start };
        return new NameMention(first, end, particles, span, known.Type, known.Key) { Sure = known.Sure, Aliases = Aliases(document, first, end, particles, known.Key) };
    }

    // "the movement X" is a mention of X too, where X is known by itself as the same; other long names hold none of their short ones.
    private List<Span>? Aliases(Document document, int first, int end, int particles, string key)
    {
        for (var from = first; from + 1 < end && (_lexicon.RolesOf(document.Folded(from)[(from == first ? particles : 0)..]) & Descriptions) != 0; from++)
        {
            var span = document.Cover(from + 1, end);
            if (_bySpan.TryGetValue(Folding.Fold(span.Of(document.Text)), out var inner) && inner.Key == key) return [span];
        }

        return null;
    }

    private readonly record struct KnownName(NameType Type, string Key, bool Sure);
}
