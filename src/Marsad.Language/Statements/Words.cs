using Marsad.Language.Names;
using Marsad.Language.Text;
using Marsad.Language.Tokens;

namespace Marsad.Language.Statements;

/// <summary>The tokens of a document with what the lexicons and the names already found say of each.</summary>
internal sealed class Words
{
    private const char Alef = '\u0627';
    private const char Beh = '\u0628';
    private const char Feh = '\u0641';
    private const char Kaf = '\u0643';
    private const char Lam = '\u0644';
    private const char Waw = '\u0648';
    private const char TehMarbuta = '\u0629';

    // 8·log2(1 + n), n in eleven million words of news.
    private const int OrdinaryWord = 44;
    private const string Exalted = "\u062A\u0639\u0627\u0644\u064A"; // said of God behind his name
    private const int RareWord = 20;
    private const int CommonName = 76;
    private const int Doubled = 8;
    private const int OftenFirst = 4;
    private const int LongestLetterName = 4;
    private const int LongestPlural = 14;

    private static readonly Word Nothing = new() { Kind = TokenKind.Break };

    private readonly Word[] _words;
    private readonly MentionBorders _borders;
    private bool? _writesOnWithMaqsura;
    private HashSet<string>? _lone;

    public Words(Document document, IReadOnlyList<Name> names)
    {
        Document = document;
        _words = new Word[document.Tokens.Count];
        for (var i = 0; i < _words.Length; i++) _words[i] = Read(i);
        var families = Families(names);
        var borders = _borders = new MentionBorders(document, names);
        for (var n = 0; n < names.Count; n++)
            foreach (var mention in names[n].Mentions) Place(mention, names[n].Type, n, families, borders);
        PlaceLastNames(names);
    }

    public Document Document { get; }

    public string Text => Document.Text;

    public int Count => _words.Length;

    /// <summary>The word at a place; before and behind the text stands a break, so that whoever looks around need not ask where the text ends.</summary>
    public Word this[int token] => (uint)token < (uint)_words.Length ? _words[token] : Nothing;

    /// <summary>The fullest form of a name, without what its borders were cut of.</summary>
    public string Canonical(int name, string canonical) => _borders.Canonical(name, canonical);

    public ReadOnlySpan<char> Folded(int token) => (uint)token < (uint)_words.Length ? Document.Folded(token) : [];

    /// <summary>The folded word without its conjunction and preposition.</summary>
    public ReadOnlySpan<char> Bare(int token) => Folded(token)[this[token].Lead..];

    /// <summary>Where the word begins in the text once conjunction and preposition are cut.</summary>
    public int BareStart(int token) => IsFused(token) ? Document.Without(token, _words[token].And ? 1 : 0).Start : _words[token].Lead == 0 ? Document.Tokens[token].Start : Document.Without(token, _words[token].Lead).Start;

    // "to the" is written as one and stays as written.
    private bool IsFused(int token) => _words[token] is { Definite: true, Preposition: Lam } word && Folded(token)[word.Lead] == Lam;

    /// <summary>Whether the word ends in "his", "her" or "their".</summary>
    public bool EndsInPronoun(int token) => this[token].HasPronoun || Bare(token) is [_, _, .., '\u0647', '\u0627' or '\u0645'] || Bare(token) is [_, _, .., '\u0647'] && Text[Document.Tokens[token].End - 1] != TehMarbuta;

    /// <summary>Takes back that a name begins behind an attached preposition: where no preposition can stand, its letter is the name's.</summary>
    public void MakeWhole(int token) => _words[token] = _words[token] with { Lead = 0, Preposition = '\0' };

    /// <summary>The words of a token range without the leading conjunction and preposition.</summary>
    public Span Cover(int first, int end) => new(BareStart(first), Document.Tokens[end - 1].End);

    public bool IsMark(int token, char mark) => token >= 0 && token < Count && _words[token].Mark == mark;

    /// <summary>Whether a word that no lexicon knows may be a preposition with its noun; only who expects that preposition here should ask.</summary>
    public bool MayCarry(int token, char preposition) =>
        _words[token] is { Kind: TokenKind.Word, Class: WordClass.None, IsName: false, Definite: false, Preposition: '\0' } && Folded(token) is [var first, _, _, ..] folded && first == preposition && (folded.Length > 3 || MayHide(token));

    /// <summary>"(the ministry, announcing) that, stresses": the lam of emphasis before a present tense of saying, as official statements close.</summary>
    public bool IsEmphatic(int token) =>
        Folded(token) is [Lam, _, _, _, ..] folded && this[token - 1].Is(WordClass.Demonstrative) && CueLexicon.Words.TryGetValue(folded[1..], out var forms) && forms[0].Tense == CueTense.Present;

    /// <summary>Whether a word as written is too rare in news to be an ordinary one.</summary>
    public bool IsRare(int token) => WordTable.Embedded.Find(Folded(token)).Frequency < OrdinaryWord && !CueLexicon.Words.TryGetValue(Folded(token), out _) && this[token].Class is WordClass.None or WordClass.Noun;

    /// <summary>Whether a word that no lexicon knows may be part of a person's name: a part of names in Wikidata, or too rare in news to be an ordinary word.</summary>
    public bool MayName(int token)
    {
        var entry = WordTable.Embedded.Find(Bare(token));
        return (entry.Lists & WordLists.Person) != 0 || entry.Frequency < OrdinaryWord;
    }

    /// <summary>Whether a word that no lexicon knows is more likely beh or lam with its noun than a word of its own.</summary>
    public bool MayHide(int token) =>
        Folded(token) is ['\u0644' or '\u0628', _, _, ..] word && WordTable.Embedded.Find(word[1..]).Frequency is > OrdinaryWord and var host && host >= WordTable.Embedded.Find(word).Frequency + Doubled;

    /// <summary>Whether an unknown word in beh is commoner without it, as a noun behind its preposition is.</summary>
    public bool IsPrefixed(int token) => Folded(token) is ['\u0628', _, _, _, ..] word && !word.StartsWith("\u0628\u0627\u0644") && WordTable.Embedded.Find(word) is var whole && (whole.Lists & WordLists.Person) == 0 && WordTable.Embedded.Find(word[1..]).Frequency is > RareWord and var host && host > whole.Frequency;

    /// <summary>Whether a definite word in yeh has a feminine in yeh and teh marbuta too, as adjectives do ("overland") and plurals ("buildings") do not.</summary>
    public bool IsNisba(int token) => Folded(token) is ['\u0627', '\u0644', _, _, .., '\u064A'] word && WordTable.Embedded.Find(string.Concat(word, "\u0647")).Frequency >= RareWord;

    /// <summary>Whether a word stands in the lists of names and is no common one otherwise.</summary>
    public bool IsKnownName(int token) => WordTable.Embedded.Find(Bare(token)) is { Frequency: < CommonName } entry && (entry.Lists & WordLists.Person) != 0;

    /// <summary>Whether news uses a word to begin the names of people, and lists of names hold it.</summary>
    public bool IsGivenName(int token) =>
        WordTable.Embedded.Find(Folded(token)) is var entry && (entry.Lists & WordLists.CommonPerson) != 0 && entry.First >= OftenFirst || IsAli(token);

    /// <summary>Whether a word can be a later part of a person's name: lists hold it, news uses it so, or no text knows it.</summary>
    public bool IsLaterName(int token)
    {
        var entry = WordTable.Embedded.Find(Folded(token));
        if (this[token].Is(WordClass.Speaker | WordClass.Prep | WordClass.PhraseEnd | WordClass.Time) && !IsAli(token)) return false;
        return (entry.Lists & WordLists.Person) != 0 && entry.Later >= OftenFirst || this[token].Class == WordClass.None && (this[token].Definite || entry.Frequency < OrdinaryWord || entry.Later > OftenFirst);
    }

    /// <summary>Whether a word that no lexicon knows stands elsewhere in the article between a verb of saying and what opens the words: somebody's last name.</summary>
    public bool SpeaksAlone(int token) => _words[token].Class == WordClass.None && (_lone ??= LoneSpeakers()).Contains(Folded(token).ToString());

    private HashSet<string> LoneSpeakers()
    {
        var lone = new HashSet<string>();
        for (var i = 1; i + 1 < Count; i++)
            if (_words[i] is { Kind: TokenKind.Word, Class: WordClass.None, Preposition: '\0' } && IsSaying(i - 1) && (IsOpener(i + 1) || _words[i + 1].Mark is '\u060C' or ',')) lone.Add(Folded(i).ToString());
        return lone;
    }

    /// <summary>Whether two given names begin here that carry the article, as in the Maghreb ("the-Habib the-Sayd").</summary>
    public bool IsNamePair(int token) => token + 1 < Count && IsNamePart(token) && IsNamePart(token + 1);

    /// <summary>Whether a definite word behind a title reads as a family name.</summary>
    public bool IsFamilyName(int token) => _words[token].Class == WordClass.None && IsNamePart(token);

    private bool IsNamePart(int token) =>
        _words[token] is { Kind: TokenKind.Word, Preposition: '\0' } word && !word.Is(WordClass.Adjective | WordClass.TimeAdj | WordClass.Time | WordClass.Speaker)
        && WordTable.Embedded.Find(Bare(token)) is { Frequency: < CommonName } entry && (entry.Lists & WordLists.Person) != 0;

    private Word Read(int token)
    {
        var kind = Document.Tokens[token].Kind;
        if (kind == TokenKind.Punctuation && IsInsideAcronym(token)) return new Word { Kind = TokenKind.Word };
        if (kind == TokenKind.Punctuation) return new Word { Kind = kind, Mark = Text[Document.Tokens[token].Start] };
        return kind == TokenKind.Word ? ReadWord(token) : new Word { Kind = kind };
    }

    // A full stop between short words grown together with it: "J.L.L" spelled out.
    private bool IsInsideAcronym(int token) =>
        Text[Document.Tokens[token].Start] == '.' && token > 0 && token + 1 < Document.Tokens.Count
        && Document.Tokens[token - 1] is { Kind: TokenKind.Word, FoldedLength: <= LongestLetterName } before && before.End == Document.Tokens[token].Start
        && Document.Tokens[token + 1] is { Kind: TokenKind.Word, FoldedLength: <= LongestLetterName } behind && behind.Start == Document.Tokens[token].End;

    private Word ReadWord(int token)
    {
        var folded = Document.Folded(token);
        if (Clitics.TryFind(Lexicon.Words, folded, Text[Document.Tokens[token].End - 1] != TehMarbuta, out var stem, out var entry) && Trust(token, stem, entry))
            return new Word { Kind = TokenKind.Word, Class = ClassOf(token, stem, entry), Gender = entry.Gender, Plural = entry.Plural, Lead = Lead(folded, stem), And = (stem.Proclitics & Proclitics.Conjunction) != 0, Preposition = Attached(folded, stem), Definite = (stem.Proclitics & Proclitics.Article) != 0 || IsShortDefinite(stem.Of(folded), entry) || (entry.Class & WordClass.Honorific) != 0 && HasArticle(stem.Of(folded), 0), HasPronoun = stem.Enclitic > 0 };
        if (folded is [_, _, _, .., Waw] && IsSoundPlural(string.Concat(folded, "\u0646"))) return new Word { Kind = TokenKind.Word, Class = WordClass.Group | WordClass.Noun, Gender = Gender.Masculine, Plural = true }; // before what they belong to
        if (Accusative(token, folded) is { Class: not WordClass.None } speaker) return new Word { Kind = TokenKind.Word, Class = speaker.Class, Gender = speaker.Gender, Plural = speaker.Plural };
        return IsSoundPlural(folded) ? new Word { Kind = TokenKind.Word, Class = WordClass.Group | WordClass.Noun, Gender = Gender.Masculine, Plural = true, Definite = HasArticle(folded, 0) } : ReadUnknown(folded);
    }

    // "an expert", "a source" behind "that": the alef of the accusative.
    private WordEntry Accusative(int token, ReadOnlySpan<char> folded) =>
        folded is [_, _, _, .., Alef] && token > 0 && Lexicon.Words.TryGetValue(folded[..^1], out var entry) && (entry.Class & WordClass.Person) != 0 && IsThat(token - 1) ? entry : default;

    // Words are read in order: the one before is known.
    private bool IsThat(int token) => _words[token].Is(WordClass.That);

    // A participle in the sound plural of people, nominative, which news has in the oblique too: "extremists".
    private static bool IsSoundPlural(ReadOnlySpan<char> folded)
    {
        var bare = HasArticle(folded, 0) ? folded[2..] : folded;
        if (bare is not ['\u0645', _, _, _, .., Waw, '\u0646'] || folded.Length > LongestPlural) return false;
        Span<char> oblique = stackalloc char[LongestPlural];
        folded.CopyTo(oblique);
        oblique[folded.Length - 2] = '\u064A';
        return WordTable.Embedded.Find(oblique[..folded.Length]).Frequency > 0;
    }

    // Folding makes teh marbuta look like the pronoun "his"; the letter as written tells them apart. A lone yeh or kaf is more often the
    // end of a nisba or a name than a pronoun.
    private bool Trust(int token, Stem stem, WordEntry entry) => stem.Enclitic switch
    {
        _ when stem.Enclitic == 0 && (entry.Class & WordClass.Prep) != 0 && IsAli(token) => false,
        _ when (stem.Proclitics & Proclitics.Preposition) != 0 && entry.Class == WordClass.Verb && stem.Of(Document.Folded(token))[0] is not ('\u064A' or '\u062A' or '\u0646' or '\u0627') => false, // no preposition governs a past tense
        _ when (stem.Proclitics & Proclitics.Future) != 0 && (entry.Class & WordClass.Verb) == 0 => false,
        0 => true,
        _ when (entry.Class & (WordClass.That | WordClass.Clause)) != 0 => true,
        1 => Text[Document.Tokens[token].End - 1] is not (TehMarbuta or '\u064A' or '\u0649' or '\u0643') && stem.Length > 2,
        _ => stem.Length > 2,
    };

    // With so short a noun the lexicon holds the article too.
    private static bool IsShortDefinite(ReadOnlySpan<char> word, WordEntry entry) => (word is [Alef, Lam, _, _] or [Alef, Lam, _, _, _]) && (entry.Class & WordClass.Noun) != 0 && (entry.Class & WordClass.Verb) == 0;

    // Folding makes "in front of" an imam.
    private WordClass ClassOf(int token, Stem stem, WordEntry entry)
    {
        var classes = (stem.Proclitics & Proclitics.Article) != 0 ? entry.Class & ~(WordClass.Prep | WordClass.Inner) : entry.Class;
        if (Text[Document.Tokens[token].End - 1] == TehMarbuta) classes &= ~WordClass.Publish; // folding makes "(he) broadcast it" of "radio"
        if ((classes & WordClass.Closing) != 0 && Text[Document.Tokens[token].End - 1] == TehMarbuta) classes &= ~(WordClass.Closing | WordClass.Venue | WordClass.Interview); // and "his speech" of "recent"
        if ((classes & (WordClass.Publish | WordClass.Closing)) != (entry.Class & (WordClass.Publish | WordClass.Closing))) return classes;
        return classes != entry.Class || !Document.Folded(token).EndsWith("\u0627\u0645\u0627\u0645") ? classes
            : Text[Math.Max(Document.Tokens[token].End - 4, 0)] == '\u0623' ? classes & ~WordClass.Speaker : classes & ~WordClass.Prep;
    }

    // Folding makes the name Ali the preposition "on"; who writes the one with yeh writes the other with alef maqsura.
    private bool IsAli(int token) => token < Document.Tokens.Count && Document.Folded(token).SequenceEqual("\u0639\u0644\u064A") && Text[Document.Tokens[token].End - 1] == '\u064A' && WritesOnWithMaqsura;

    private bool WritesOnWithMaqsura => _writesOnWithMaqsura ??= Text.Contains("\u0639\u0644\u0649 ", StringComparison.Ordinal);

    private static int Lead(ReadOnlySpan<char> folded, Stem stem)
    {
        var lead = stem.Start;
        if ((stem.Proclitics & Proclitics.Article) != 0) lead -= stem.Fused ? 1 : 2; // the second lam of "to the" stands for the article
        if ((stem.Proclitics & Proclitics.Future) != 0) lead--;
        return Math.Clamp(lead, 0, folded.Length);
    }

    private static char Attached(ReadOnlySpan<char> folded, Stem stem) =>
        (stem.Proclitics & Proclitics.Preposition) == 0 ? '\0' : folded[(stem.Proclitics & Proclitics.Conjunction) != 0 ? 1 : 0];

    private static Word ReadUnknown(ReadOnlySpan<char> folded)
    {
        var at = 0;
        if (folded.Length > 4 && folded[0] is Waw or Feh && HasArticle(folded, 1)) at = 1;
        if (HasArticle(folded, at) && folded[at] != Alef)
            return new Word { Kind = TokenKind.Word, Definite = true, And = at == 1, Lead = at + 1, Preposition = folded[at] };
        if (folded is ['\u064A', _, _, .., not '\u064A', Waw, '\u0646']) return new Word { Kind = TokenKind.Word, Class = WordClass.Verb }; // "they belong to"; a nisba has a yeh before waw and noon
        var definite = at < folded.Length - 3 && folded[at] == Alef && folded[at + 1] == Lam;
        return new Word { Kind = TokenKind.Word, Definite = definite, And = at == 1, Lead = at };
    }

    // The article at this place, bare or after a preposition, with at least two letters behind it.
    private static bool HasArticle(ReadOnlySpan<char> folded, int at)
    {
        if (at + 4 > folded.Length) return false;
        if (folded[at] == Alef && folded[at + 1] == Lam) return true;
        if (folded[at] == Lam && folded[at + 1] == Lam) return true;
        return at + 5 <= folded.Length && folded[at] is Beh or Kaf && folded[at + 1] == Alef && folded[at + 2] == Lam;
    }

    // The last words of full names: where one stands first in a name of two words, the other is no part of it.
    private static Dictionary<string, int> Families(IReadOnlyList<Name> names)
    {
        var families = new Dictionary<string, int>();
        for (var n = 0; n < names.Count; n++)
            if (names[n].Type == NameType.Person && names[n].Canonical.LastIndexOf(' ') is var at and > 0 && names[n].Canonical.AsSpan(at + 1).StartsWith("\u0627\u0644")) families.TryAdd(names[n].Canonical[(at + 1)..], n);
        return families;
    }

    // "explained Harb that": the last name of somebody whom the article names in full, where only he who speaks can stand.
    private void PlaceLastNames(IReadOnlyList<Name> names)
    {
        var last = new Dictionary<string, int>();
        for (var n = 0; n < names.Count; n++)
            if (names[n].Type == NameType.Person && Canonical(n, names[n].Canonical) is var full && full.LastIndexOf(' ') is var at and > 0) last.TryAdd(full[(at + 1)..], n);
        if (last.Count == 0) return;
        var found = last.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 1; i + 1 < Count; i++)
            if (_words[i] is { Kind: TokenKind.Word, IsName: false } && found.TryGetValue(Document.Tokens[i].Span.Of(Text), out var name) && (_words[i - 1].Is(WordClass.Auxiliary) && _words[i + 1].Is(WordClass.Auxiliary) || IsSaying(i - 1)) && (IsOpener(i + 1) || _words[i + 1].Is(WordClass.Auxiliary) || WordTable.Embedded.Find(Folded(i)).Frequency < OrdinaryWord))
                _words[i] = new Word { Kind = TokenKind.Word, NameEnd = i + 1, NameType = NameType.Person, Name = name };
    }

    private bool IsOpener(int token) => _words[token].Is(WordClass.That) || _words[token].Is(WordClass.Prep) && !_words[token].Is(WordClass.Speaker | WordClass.Noun) || _words[token].Mark is ':' or '\u00AB' or '"' or '\u201C';

    private bool IsSaying(int token) =>
        CueLexicon.Words.TryGetValue(Folded(token), out var forms) && forms[0].Tense is CueTense.Past or CueTense.Present || Folded(token) is [Waw or Feh, _, _, ..] folded && CueLexicon.Words.TryGetValue(folded[1..], out forms) && forms[0].Tense is CueTense.Past or CueTense.Present;

    private void Place(Span mention, NameType type, int name, Dictionary<string, int> families, MentionBorders borders)
    {
        var first = TokenAt(mention.Start);
        if (first < 0) return;
        var end = first + 1;
        while (end < Count && Document.Tokens[end].Start < mention.End) end++;
        var cut = mention.Start - Document.Tokens[first].Start;
        if (type == NameType.Person && cut == 0) (first, end, name) = borders.Fit(first, end, name);
        if (type == NameType.Person && end == first + 1 && cut == 0 && (IsCalling(first) || Document.Folded(first).SequenceEqual(Exalted))) return; // "the owner of the farm" is no Malik
        if (type == NameType.Person && (IsAli(end) || end > first + 1 && IsBin(end - 1))) end++; // the family name Ali, or what "bin" must have behind it
        if (type == NameType.Person && end == first + 1 && MayBeAnd(first)) return;
        if (type == NameType.Person && end == first + 2 && families.TryGetValue(Document.Tokens[first].Span.In(Text), out var family) && family != name) (end, name) = (first + 1, family);
        var word = _words[first];
        if (word.IsName && word.NameEnd >= end) return;
        var folded = Document.Folded(first);
        if (cut == 1 && folded[0] == Kaf && type == NameType.Person && first > 0 && IsSaying(first - 1)) cut = 0; // "said like so-and-so" is not said: the letter is the name's
        if (cut > 0 && cut <= 2 && folded.Length > cut)
            word = word with { Lead = cut, And = folded[0] is Waw or Feh, Preposition = folded[cut - 1] is Beh or Lam or Kaf ? folded[cut - 1] : '\0' };
        else if (cut == 0 && (folded[0] != Lam || type == NameType.Person && ((WordTable.Embedded.Find(folded).Lists & WordLists.Person) != 0 || !folded.StartsWith("\u0644\u0644") && first > 0 && _words[first - 1].Kind == TokenKind.Punctuation))) word = word with { Lead = 0, And = false, Preposition = '\0' };
        if (type == NameType.Person) word = word with { Class = WordClass.None };
        _words[first] = word with { NameEnd = end, NameType = type, Name = name };
    }

    private bool IsBin(int token) => Document.Folded(token) is ['\u0628', '\u0646'] && this[token + 1] is { Kind: TokenKind.Word, Preposition: '\0', IsName: false };

    private bool IsCalling(int token) =>
        _words[token] is { Definite: false } word && word.Is(WordClass.Person) && this[token + 1] is { Definite: true, Preposition: '\0', IsName: false } next && next.Is(WordClass.Noun) && (WordTable.Embedded.Find(Folded(token + 1)).Lists & WordLists.Person) == 0;

    // "and" with a word that no list of names knows.
    private bool MayBeAnd(int token) => Document.Folded(token) is [Waw, _, _, _, _, ..] && WordTable.Embedded.Find(Folded(token)).Lists == WordLists.None;

    private int TokenAt(int position)
    {
        var tokens = Document.Tokens;
        int low = 0, high = tokens.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (tokens[middle].End <= position) low = middle + 1;
            else if (tokens[middle].Start > position) high = middle - 1;
            else return middle;
        }

        return -1;
    }
}
