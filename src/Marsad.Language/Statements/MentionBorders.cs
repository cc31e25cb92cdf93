using Marsad.Language.Names;
using Marsad.Language.Tokens;

namespace Marsad.Language.Statements;

/// <summary>
/// Fits a person's name to the sentence where the name finder drew it too wide: "and | praised | so-and-so", "so-and-so | demanded",
/// "in Ben Guerdane | so-and-so". What is cut may be another spelling of a name that the article has elsewhere.
/// </summary>
internal sealed class MentionBorders(Document document, IReadOnlyList<Name> names)
{
    /// <summary>The name of a mention that nobody gave this border.</summary>
    public const int Nameless = -1;

    private const int OrdinaryWord = 44;
    private const char Waw = '\u0648';
    private const char Feh = '\u0641';

    private readonly Dictionary<int, string> _cut = [];
    private Dictionary<string, int>? _surfaces;

    /// <summary>The fullest form of a name; where it had been drawn too wide, what was left of it.</summary>
    public string Canonical(int name, string canonical) => _cut.GetValueOrDefault(name, canonical);

    /// <summary>The tokens of a person's mention and the index of the name that has this surface.</summary>
    public (int First, int End, int Name) Fit(int first, int end, int name)
    {
        if (end - first < 2) return (first, end, name);
        if (end - first > 3 && document.Folded(first) is ['\u0628', '\u0628', '\u0646']) return Cut(first + 2, end, name); // "in the town of Ben ..."
        if (end - first > 2 && IsNationality(first)) return Cut(first + 1, end, name); // "the Sudanese so-and-so"
        for (var i = first + 1; i < end - 1; i++)
            if (document.Tokens[i].Kind == TokenKind.Number) return Cut(i + 1, end, name); // "the 17th | so-and-so"
        for (var i = first + 1; i < end; i++)
            if (IsCircumstance(i)) return Cut(first, i, name); // "so-and-so, deploring"
        for (var i = first + 2; i < end; i++)
            if (IsAnother(i)) return Cut(first, i, name); // "so-and-so | and so-and-so"
        if (end - first >= 2 && IsCallingBehind(end - 1)) return Cut(first, end - 1, name); // "so-and-so | guest of the programme"
        if (end - first is > 2 and < 5 && IsDefiniteThing(end - 1) && !HasBin(first, end)) return Cut(first, end - 1, name); // "so-and-so | the bombing"
        if (end - first > 2 && IsThing(end - 1)) return Cut(first, end - 1, name); // "so-and-so | telegram"
        if (end - first == 2 && BeginsWithVerb(first) && Find(first + 1, end) is var behind && behind != Nameless) return (first + 1, end, behind);
        if (end - first == 2 && IsSaying(first + 1) && Find(first, first + 1) is var before && before != Nameless) return (first, first + 1, before);
        if (end - first > 2 && IsSaying(end - 1) && OpensWords(end)) return Cut(first, end - 1, name); // "so-and-so | demanded that"
        return (first, end, name);
    }

    // "that", "by (doing)", a colon: what only a verb of saying leads to.
    private bool OpensWords(int token) =>
        token < document.Tokens.Count && (document.Folded(token) is ['\u0627', '\u0646', ..] or ['\u0628', '\u0627', '\u0646', ..] or [':'] || document.Folded(token) is ['\u0628', _, _, _, ..] word && WordTable.Embedded.Find(word[1..]).Frequency > 0);

    // What is left keeps the name, whose fullest form is then this, unless another name has it.
    private (int First, int End, int Name) Cut(int first, int end, int name)
    {
        var surface = Surface(first, end);
        var found = Find(first, end);
        if (found != Nameless && found != name) return (first, end, found);
        if (surface.Length > _cut.GetValueOrDefault(name, "").Length) _cut[name] = surface;
        return (first, end, name);
    }

    private bool IsNationality(int token) =>
        document.Folded(token) is ['\u0627', '\u0644', _, _, .., '\u064A'] word && Lexicon.Words.TryGetValue(word[2..], out var entry) && (entry.Class & WordClass.Adjective) != 0;

    // An ordinary indefinite word in the feminine ending that no list of names knows.
    private bool IsThing(int token) =>
        document.Text[document.Tokens[token].End - 1] == '\u0629' && document.Folded(token) is var word && !word.StartsWith("\u0627\u0644")
        && WordTable.Embedded.Find(word) is { Frequency: >= OrdinaryWord } entry && (entry.Lists & WordLists.Person) == 0;

    private bool IsAnother(int token) => document.Folded(token) is [Waw, _, _, _, _, ..] word && (WordTable.Embedded.Find(word).Lists & WordLists.Person) == 0 && (WordTable.Embedded.Find(word[1..]) is var bare && ((bare.Lists & WordLists.Person) != 0 || WordTable.Embedded.Find(word).Frequency == 0));

    // An indefinite calling before what it is of.
    private bool IsCallingBehind(int token) =>
        token + 1 < document.Tokens.Count && Lexicon.Words.TryGetValue(document.Folded(token), out var calling) && (calling.Class & WordClass.Person) != 0
        && (document.Folded(token + 1) is ['\u0641', '\u064A'] || (WordTable.Embedded.Find(document.Folded(token)).Lists & WordLists.CommonPerson) == 0 && IsNoun(token + 1));

    private bool IsNoun(int token) =>
        Lexicon.Words.TryGetValue(document.Folded(token), out var noun) && (noun.Class & WordClass.Noun) != 0 && (noun.Class & (WordClass.That | WordClass.Prep | WordClass.Time | WordClass.Verb)) == 0;

    private bool HasBin(int first, int end)
    {
        for (var i = first; i < end; i++)
            if (document.Folded(i) is ['\u0628', '\u0646']) return true;
        return false;
    }

    // A definite noun that is common, and no list of names knows with or without its article.
    private bool IsDefiniteThing(int token) =>
        document.Folded(token) is ['\u0627', '\u0644', _, _, _, ..] word && word[^1] != '\u064A' && Lexicon.Words.TryGetValue(word[2..], out var noun) && (noun.Class & WordClass.Noun) != 0 && (noun.Class & WordClass.Person) == 0 && WordTable.Embedded.Find(word) is { Frequency: >= OrdinaryWord } entry && (entry.Lists & WordLists.Person) == 0 && (WordTable.Embedded.Find(word[2..]).Lists & WordLists.Person) == 0;

    private bool IsCircumstance(int token) => document.Folded(token) is [.., '\u0627'] word && CueLexicon.Words.TryGetValue(word, out var forms) && forms[0] is { Tense: CueTense.Participle, Gender: Gender.Masculine, Plural: false };

    // "and" or "so" with a word that no list of names knows.
    private bool BeginsWithVerb(int token) => document.Folded(token) is [Waw or Feh, _, _, ..] folded && (WordTable.Embedded.Find(folded).Lists & WordLists.Person) == 0;

    // A finite verb of saying that news seldom uses in names.
    private bool IsSaying(int token) => CueLexicon.Words.TryGetValue(document.Folded(token), out var forms) && forms[0].Tense is CueTense.Past or CueTense.Present;

    private int Find(int first, int end)
    {
        _surfaces ??= Surfaces();
        return _surfaces.GetValueOrDefault(Surface(first, end), Nameless);
    }

    private string Surface(int first, int end) => document.Text[document.Tokens[first].Start..document.Tokens[end - 1].End];

    private Dictionary<string, int> Surfaces()
    {
        var surfaces = new Dictionary<string, int>();
        for (var n = 0; n < names.Count; n++)
        {
            if (names[n].Type != NameType.Person) continue;
            surfaces.TryAdd(names[n].Canonical, n);
            surfaces.TryAdd(names[n].Canonical[(names[n].Canonical.LastIndexOf(' ') + 1)..], n);
            foreach (var variant in names[n].Variants) surfaces.TryAdd(variant, n);
        }

        return surfaces;
    }
}
