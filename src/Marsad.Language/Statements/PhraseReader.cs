using Marsad.Language.Tokens;

namespace Marsad.Language.Statements;

/// <summary>
/// Reads a noun phrase from its first word. Arabic marks neither its end nor where a title passes into a name, but definiteness does most of
/// the work: an annexation runs until its first definite member, adjectives follow in the same definiteness, and an indefinite word after a
/// definite title is the name ("the minister of the interior | so-and-so"). Names found before are taken whole.
/// </summary>
internal sealed partial class PhraseReader(Words words, Quotes quotes)
{
    private const int LongestPhrase = 40;
    private const int LongestName = 7;
    private const int LongestQuotedName = 4;
    private const char Tanween = '\u064B';
    private const char Alef = '\u0627';
    private const char Kaf = '\u0643';

    /// <summary>Reads the phrase that begins at <paramref name="first"/>, at most up to <paramref name="limit"/>.</summary>
    /// <param name="strict">Something else may follow directly (an object), so stop where the grammar is in doubt; otherwise run on.</param>
    /// <param name="stopAt">The folded preposition (attached or free) that ends the phrase, because it opens what the cue reports.</param>
    public Phrase Read(int first, int limit, bool strict, Cue? stopAt = null)
    {
        var state = new State(words, first, Math.Min(limit, first + LongestPhrase), strict, stopAt);
        while (state.At < state.Limit && Step(ref state))
        {
        }

        FindNameBehind(ref state);
        if (state.Head.Is(WordClass.Relation) && !state.Head.HasPronoun && !state.Head.Definite) state.NameFirst = state.NameEnd;
        return new Phrase(first, state.At, state.NameFirst, state.NameEnd, state.Head, state.Closed);
    }

    private ref struct State(Words words, int first, int limit, bool strict, Cue? stopAt)
    {
        public readonly Words Words = words;
        public readonly int First = first;
        public readonly int Limit = limit;
        public readonly bool Strict = strict;
        public readonly Cue? StopAt = stopAt;
        public int At = first;
        public int NameFirst = first;
        public int NameEnd = first;
        public Word Head;
        public bool HasHead;
        public bool Closed; // the annexation has met its definite member
        public bool InName;
        public bool Qualified; // an indefinite adjective was met: an indefinite noun behind it begins something else
        public bool Tagged; // the name finder gave the name: it seldom runs on into a word with a preposition's letter
        public bool Personal; // a title or honorific was met: a name may follow
        public bool Quantified; // "one of", "some of": whatever noun follows is of those who speak
        public int Honorific; // the honorific ahead that the name stands behind; all before it is the role

        public readonly bool HasName => NameEnd > NameFirst;
    }

    private bool Step(ref State state)
    {
        var word = words[state.At];
        if (state.At < state.Honorific) return Advance(ref state, state.At + 1);
        if (word.Kind == TokenKind.Punctuation) return TakeQuotedName(ref state);
        if (state is { HasHead: true, HasName: false } && words.Folded(state.At) is [Alef, '\u0644'] && words[state.At + 1].Kind == TokenKind.Number) return Advance(ref state, state.At + 2); // "the 17th", in digits
        if (word.Kind == TokenKind.Number && state.HasHead && state.Head.Is(WordClass.Medium) && state.At - state.First > 1) return Advance(ref state, state.At + 1) && false; // channel X 3
        if (word.Kind == TokenKind.Number) return !state.HasHead && Advance(ref state, AfterPercent(state.At + 1, state.Limit));
        if (JoinsRole(state)) return Advance(ref state, state.At + 2);
        if (word.Kind == TokenKind.Break || IsLonePreposition(state.At)) return false;
        if (state.StopAt?.Has(Frames.Relay) == true && state is { HasHead: true, Closed: true } && IsVerbalNoun(state.At)) return false; // "the paper reported the confirmation of"
        if (state.StopAt?.Has(Frames.Blame) == true && word.Is(WordClass.NominalVerb) || state.StopAt?.Has(Frames.Attitude) == true && word.Is(WordClass.Attitude)) return false;
        if (state.At > state.First && (word.And || MayBeAnd(state.At)) && !state.InName) return TakeCoordinated(ref state, word);
        if (state.At > state.First && word.And) return false;
        if ((state.Closed || state.HasName) && ExpectsUnknown(state)) return false;
        if (word.Is(WordClass.Relative) && words[state.At + 1].Is(WordClass.Naming) && state is { HasHead: true, HasName: false }) state.At++;
        if (words[state.At].Is(WordClass.Naming) && state is { HasHead: true, HasName: false }) return TakeNaming(ref state);
        if (word.IsName && (state.At == state.First || word.Preposition == '\0')) return TakeName(ref state, word);
        if (state.At > state.First && word.Preposition == '\u0628' && word.Is(WordClass.Kinship) && state is { HasHead: true, InName: false }) return Advance(ref state, Math.Min(state.At + 2, state.Limit)); // "in Ben Guerdane"
        if (state is { InName: true, Tagged: false } && word is { Preposition: Kaf, Definite: false } && state.At - state.NameFirst == 1 && words.IsGivenName(state.NameFirst)) return TakeUnknown(ref state, word); // behind one given name stands another, no "like"
        if (state.At > state.First && word.Preposition != '\0') return TakeInner(ref state, word, 0);
        if (state.HasHead && (word.Is(WordClass.Inner) || state.At + 1 < state.Limit && IsDelegate(state, words[state.At + 1]))) return TakeInner(ref state, word, 1);
        return TakeWord(ref state, word);
    }

    // "64 percent of the ...": the phrase goes on with "of".
    private int AfterPercent(int token, int limit)
    {
        if (token < limit && words[token].Mark == '%') token++;
        else if (token < limit && words[token].Kind == TokenKind.Word && words.Folded(token) is ['\u0628', '\u0627', '\u0644', '\u0645', ..]) token++;
        return token + 1 < limit && words[token].Kind == TokenKind.Word && IsFrom(token) ? token + 1 : token;
    }

    // "the minister of youth and sport", with the "and" set apart.
    private bool JoinsRole(in State state) =>
        words.Folded(state.At) is ['\u0648'] && state is { HasHead: true, HasName: false, Closed: true } && state.Head.Is(WordClass.Person) && state.At - state.First > 1
        && words[state.At + 1] is { Definite: true, Preposition: '\0', IsName: false } next && !next.Is(WordClass.Person | WordClass.Honorific | WordClass.PhraseEnd | WordClass.Time);

    // lam or beh set apart before a quotation mark.
    private bool IsLonePreposition(int token) => words.Folded(token) is ['\u0644'] or ['\u0628'] or ['\u0648'];

    private bool TakeWord(ref State state, Word word)
    {
        if (IsSuspected(state)) return Advance(ref state, state.At + 1) && false;
        if (word.Is(WordClass.PhraseEnd) && !word.Is(WordClass.Speaker) && !(word.Is(WordClass.Aside) && word.Is(WordClass.Adjective) && state.HasHead && word.Definite == state.Closed)) return false;
        if (word.Is(WordClass.Prep) && !word.Is(WordClass.Speaker)) return false;
        if (word.IsVerb && (!state.InName || state.Tagged && !words.IsLaterName(state.At))) return false;
        if (word.Is(WordClass.Held) && state.Head.Is(WordClass.Venue | WordClass.Interview | WordClass.Document) && !state.Closed && !state.InName) return false; // "a meeting (that) was held"
        if (word.Is(WordClass.Held) && words.EndsInPronoun(state.At) && state is { Closed: false, Tagged: false } && state.At > state.First) return false; // "a demonstration (that) the foundation organised"
        if (word.Is(WordClass.TimeAdj) && state.Closed && !state.InName) return Advance(ref state, state.At + 1);
        if (word.Is(WordClass.Time | WordClass.TimeAdj)) return false;
        if (word.Is(WordClass.Demonstrative)) return !state.HasHead && Advance(ref state, state.At + 1);
        if (word.Is(WordClass.Quantity) && state.InName)
        {
            state.InName = false; // "so-and-so, the greatest ...": a description of him begins
            return !state.Strict && Advance(ref state, state.At + 1);
        }

        if (word.Is(WordClass.Quantity) && !state.HasHead) return TakeQuantity(ref state, word);
        if (word.Is(WordClass.Kinship) && (state.InName || state.Personal || !state.HasHead)) return TakeKinship(ref state);
        if (word.Is(WordClass.Honorific)) return TakeTitle(ref state, word);
        if (word.Is(WordClass.Correspondent) && word is { Definite: false } && state is { HasHead: true, Closed: false } && !state.Head.Definite && state.At > state.First + 1) return false; // "a source (told) the correspondent of"
        if (word.Is(WordClass.Person) && state.HasHead && !IsSurname(state, word) && !IsNisba(state, word)) return TakeTitle(ref state, word);
        if (word.Definite) return TakeDefinite(ref state, word);
        return word.Class == WordClass.None ? TakeUnknown(ref state, word) : TakeIndefinite(ref state, word);
    }

    // "the suspect", "the convict": in Arabic a passive participle with its preposition and pronoun.
    private bool IsSuspected(in State state) =>
        state.At == state.First + 1 && words[state.First] is { Definite: true, IsName: false } && words.Bare(state.First) is ['\u0627', '\u0644', '\u0645', _, _, _, ..]
        && words.Folded(state.At) is ['\u0641', '\u064A', '\u0647', ..] or ['\u0628', '\u0647', ..] or ['\u0639', '\u0644', '\u064A', '\u0647', ..];

    // "the voices of parliament(ary)": behind a definite noun that is nobody's calling, a calling in yeh is an adjective.
    private bool IsNisba(in State state, Word word) => word.Definite && state is { Closed: true, Personal: false, InName: false } && (word.Is(WordClass.Adjective) && state.Head.Is(WordClass.Body) && words[state.At - 1].Kind == TokenKind.Word || words.Bare(state.At) is [.., '\u064A'] or [.., '\u064A', '\u0647']);

    // A definite word behind a lone given name is the family name, even where it is also a calling ("Samer the Preacher").
    private bool IsSurname(in State state, Word word) => state.InName && word.Definite && !(state.Tagged && (word.Plural || word.Is(WordClass.Body | WordClass.Group) || word.Is(WordClass.Noun) && !word.Is(WordClass.Person) && !words.IsGivenName(state.NameFirst))) && state.At - state.NameFirst == 1 && state.NameEnd == state.At;

    // "some of", "a number of", "three": the noun behind is the head for agreement, the phrase begins before it.
    private bool TakeQuantity(ref State state, Word word)
    {
        if (state.At + 1 < state.Limit && !(word.Definite && word.Is(WordClass.Group)) && words[state.At + 1].Is(WordClass.Inner) && IsFrom(state.At + 1)) return Advance(ref state, state.At + 2);
        state.Quantified = !word.Definite;
        if (word.Definite && word.Is(WordClass.Group) && !words[state.At + 1].Is(WordClass.Inner))
        {
            SetHead(ref state, word); // "some": nothing need follow
            state.Closed = true;
        }

        return Advance(ref state, state.At + 1);
    }

    private bool IsFrom(int token) => words.Bare(token) is [_, '\u0646'];

    private bool TakeKinship(ref State state)
    {
        StartName(ref state);
        state.At = Math.Min(state.At + 2, state.Limit);
        state.NameEnd = state.At;
        return true;
    }

    // A title after a finished name is a role behind it ("Sufyan Tubal, head of the bloc"); before a name it stacks ("the minister doctor").
    private bool TakeTitle(ref State state, Word word)
    {
        if (state.HasName && state.Strict && !word.Is(WordClass.Person)) return false;
        if (state.HasHead && state.Strict && state.Closed && !state.HasName && !state.Head.Is(WordClass.Person | WordClass.Honorific)) return false;
        if (!state.HasHead || (state.Head.Class & (WordClass.Speaker & ~WordClass.Person)) == 0) state.Personal = true;
        if (state.HasHead && !state.HasName && !state.Personal && state.Strict && state.Closed) return false;
        SetHead(ref state, word);
        if (state.InName && !state.Strict && word is { Definite: true, And: false } && word.Is(WordClass.Honorific) && words[state.At + 1] is { IsName: true, NameType: NameType.Person }) state.NameFirst = state.NameEnd = state.First; // what stood before it was no name
        state.InName = false;
        state.Closed = word.Definite || word.Is(WordClass.Honorific) && !word.Is(WordClass.Person);
        return Advance(ref state, state.At + 1);
    }

    private bool TakeDefinite(ref State state, Word word)
    {
        if (state.InName)
        {
            if (state.Strict && IsCommonNoun(word) && !IsSurname(state, word) || state.Tagged && state.At - state.NameFirst > 1 && words.Folded(state.At) is [_, _, _, _, _, _, .., '\u064A', '\u0646']) return false; // "so-and-so | (on) the applicants"
            if (state.NameEnd == state.At && (!IsCommonNoun(word) || IsSurname(state, word))) state.NameEnd = state.At + 1;
            return Advance(ref state, state.At + 1);
        }

        if (state is { Closed: true, Personal: true, HasName: false } && words.EndsInPronoun(state.At + 1) && words[state.At + 2] is { IsName: true, NameType: NameType.Person, Preposition: '\0' }) return Advance(ref state, state.At + 2); // "the president whose term ends so-and-so"
        if (state.Closed && state.Personal && !state.HasName && NameLength(state.At) is var length and > 0)
        {
            StartName(ref state);
            state.NameEnd = state.At + length;
            return Advance(ref state, state.NameEnd);
        }

        if (state.Strict && state is { HasHead: true, Closed: false } && words.Folded(state.At - 1).EndsWith("\u0648\u0646") && words[state.At - 1].Is(WordClass.Group | WordClass.Adjective)) return false; // a noon that stands is no annexation: "American officials | the cooperation"
        if (state.Closed && state.Strict && !LooksAdjective(state.At, word) && (!state.Personal || IsCommonNoun(word))) return false;
        if (state.Strict && state is { HasHead: true, Closed: true, Head.Plural: false } && state.StopAt?.Has(Frames.Addressee) == true && words.Folded(state.At).EndsWith("\u064A\u0646") && state.Head.Is(WordClass.Body) | words[state.At - 1].IsName) return false; // "called the city | (on) those who wish"
        SetHead(ref state, word);
        state.Closed = true;
        return Advance(ref state, state.At + 1);
    }

    // Two given names with the article, or a family name right behind an honorific; 0 for none.
    private int NameLength(int token) => words.IsNamePair(token) ? 2 : words[token - 1].Is(WordClass.Honorific) && words.IsFamilyName(token) ? 1 : 0;

    private static bool IsCommonNoun(Word word) => word.Is(WordClass.Noun | WordClass.Speaker) && !word.Is(WordClass.Adjective);

    // Nisba endings (yeh, yeh-heh, yeh-waw-noon, yeh-noon) or a word that the lexicon counts as adjective.
    private bool LooksAdjective(int token, Word word)
    {
        if (word.Is(WordClass.Body | WordClass.Document) && word.Definite && words.Bare(token).EndsWith("\u064A\u0647") && words[token - 1] is { Definite: true } noun && noun.Is(WordClass.Document) && words.Text[words.Document.Tokens[token - 1].End - 1] == '\u0629') return true; // "the statistical bulletin"
        if (word.Is(WordClass.Adjective | WordClass.TimeAdj)) return true;
        if (word.Is(WordClass.Noun | WordClass.Speaker)) return !word.Is(WordClass.Speaker) && words.IsNisba(token);
        var bare = words.Bare(token);
        return bare.Length > 4 && (bare[^1] == '\u064A' || bare.EndsWith("\u064A\u0647") || bare.EndsWith("\u064A\u064A\u0646") || bare.EndsWith("\u064A\u0648\u0646") || bare.EndsWith("\u064A\u0646"));
    }

    private bool TakeUnknown(ref State state, Word word)
    {
        if (state is { Strict: true, InName: false, Head: { Plural: true, Definite: true } } && state.At == state.First + 1) return false; // "the protesters | slogans": many bear no name
        if (!state.HasHead && !state.HasName || state.InName || state.Personal && state.Closed)
        {
            if (!state.InName && state.HasHead && words.MayHide(state.At)) return !state.Strict && Advance(ref state, state.At + 1);
            if (state.Strict && !state.InName && state.HasHead && !words.MayName(state.At)) return false;
            if (state.InName && (state.At - state.NameFirst >= LongestName || state.Tagged && words.MayHide(state.At))) return false;
            if (state.InName && state.Tagged && !GoesOn(state)) return !state.Strict && Advance(ref state, state.At + 1);
            if (state.InName && state.Strict && !words.MayName(state.At)) return false;
            if (state.HasName && !state.InName) return !state.Strict && Advance(ref state, state.At + 1);
            StartName(ref state);
            state.NameEnd = state.At + 1;
            return Advance(ref state, state.At + 1);
        }

        if (state.Closed && (state.Strict || IsAccusative(state.At))) return false; // an indefinite word qualifies no definite one
        if (LooksAdjective(state.At, word)) state.Qualified = true;
        else state.Closed = !IsAnnexedDeed(state.At); // an unknown word after a title is most often a place: it closes the annexation
        return Advance(ref state, state.At + 1);
    }

    // "a cell for combating | terrorism": a word in the feminine ending before a definite noun.
    private bool IsAnnexedDeed(int token) =>
        words.Text[words.Document.Tokens[token].End - 1] == '\u0629' && words[token + 1] is { Kind: TokenKind.Word, Definite: true, Preposition: '\0', And: false } next && !next.Is(WordClass.Honorific | WordClass.Person) && !LooksAdjective(token + 1, next);

    /// <summary>Whether a word is the indefinite verbal noun of a cue: "confirmation".</summary>
    public bool IsVerbalNoun(int token)
    {
        if (words[token] is not { Kind: TokenKind.Word, Definite: false, IsName: false } || !CueLexicon.Words.TryGetValue(words.Bare(token), out var forms)) return false;
        foreach (var form in forms)
            if (form.Tense == CueTense.VerbalNoun) return true;
        return false;
    }

    /// <summary>"a report" as object: alef behind a noun that the lexicon knows without it.</summary>
    public bool IsAccusative(int token) => words.Folded(token) is [_, _, _, .., '\u0627'] word && Lexicon.Words.TryGetValue(word[..^1], out var entry) && (entry.Class & WordClass.Noun) != 0;

    private bool HasCommonNoun(int first, int end)
    {
        for (var i = first; i < end; i++)
            if (IsCommonNoun(words[i]) || !words.MayName(i)) return true;
        return false;
    }

    // Of a foreign name the name finder often knows the first part alone.
    private bool GoesOn(in State state) =>
        state.NameEnd == state.At && (!state.Strict && state.At - state.NameFirst == 1 || state.At - state.NameFirst <= 3 && IsPause(state.At + 1)) && words.MayName(state.At) && words.Text[words.Document.Tokens[state.At].End - 1] != Tanween && words.Folded(state.At)[^1] != Alef;

    // A comma or the "that" of what is reported: what stands before it ends the name.
    private bool IsPause(int token) => words[token].Mark is '\u060C' or ',' or ':' || words[token].Is(WordClass.That) && words[token].Preposition == '\0';

    private static void StartName(ref State state)
    {
        if (state.InName) return;
        state.InName = true;
        state.NameFirst = state.At;
    }

    private bool TakeIndefinite(ref State state, Word word)
    {
        if (state.InName)
        {
            if (state.Strict && (IsCommonNoun(word) || !words.MayName(state.At))) return false;
            if (word.Is(WordClass.Person) && !words.IsGivenName(state.At) && !words.EndsInPronoun(state.NameFirst)) return TakeTitle(ref state, word); // "so-and-so, guest of the programme"
            if (IsCommonNoun(word) && state.At - state.NameFirst >= 2) return false;
            state.NameEnd = state.At + 1;
            return Advance(ref state, state.At + 1);
        }

        if (state.Closed && state.Strict && (!state.Personal || IsCommonNoun(word) || word.Is(WordClass.Venue))) return false;
        if (state.Strict && state.Qualified && IsCommonNoun(word)) return false;
        if (state.HasHead && BeginsRelative(state.Head, state.At)) return false;
        state.Qualified |= state.HasHead && word.Is(WordClass.Adjective) && !IsCommonNoun(word);
        if (state.Closed && state.Personal && word.Is(WordClass.Adjective))
        {
            StartName(ref state); // an indefinite adjective cannot qualify a definite title: it is a given name (Sa'id, Karim, Jamil)
            state.NameEnd = state.At + 1;
        }

        SetHead(ref state, word);
        state.Personal |= word.Is(WordClass.Person);
        state.Closed |= words.EndsInPronoun(state.At); // "from his side" is complete
        return Advance(ref state, state.At + 1);
    }

    /// <summary>"a survey (that) so-and-so published": behind an indefinite document a verb of saying begins a relative clause.</summary>
    public bool BeginsRelative(Word head, int token) => head.Is(WordClass.Document) && !head.Definite && words[token].Kind == TokenKind.Word && (words[token].IsVerb || CueLexicon.Words.TryGetValue(words.Folded(token), out var forms) && forms[0].Tense == CueTense.Past);

    private void SetHead(ref State state, Word word)
    {
        if (state.HasHead) return;
        state.Head = word;
        state.HasHead = true;
        state.Personal |= word.Is(WordClass.Person | WordClass.Honorific);
        if (word.Is(WordClass.Person) && !word.IsName) state.Honorific = HonorificAhead(state);
    }

    private bool TakeName(ref State state, Word word)
    {
        if (state.Strict && state.HasName && !(state.InName && word.NameType == NameType.Person) && !(state is { InName: false, Closed: false } && word.NameType != NameType.Person)) return false;
        if (state.HasHead && !state.HasName && word.NameType == NameType.Person && IsInTheNameOf(state.At - 1) && !words.EndsInPronoun(state.At - 1))
        {
            state.Closed = true; // "a spokeswoman of so-and-so" is not so-and-so
            return Advance(ref state, Math.Min(word.NameEnd, state.Limit));
        }

        if (state.Strict && state.Closed && !state.Personal && !state.InName && word.NameType != NameType.Location && !(word.NameType == NameType.Person && state.At == state.First + 1) && !IsOwnName(state, word)) return false;
        if (state is { Strict: true, Closed: true, Personal: true, HasName: false } && word.NameType == NameType.Organization && state.At > state.First + 1) return false;
        if (word.NameType == NameType.Person && (state.Personal || !state.Head.Is(WordClass.Body | WordClass.Medium)))
        {
            if (state.HasName && !state.InName) return false;
            if (state.InName && !state.Tagged && state.At - state.NameFirst > 1 && HasCommonNoun(state.NameFirst, state.At)) state.InName = false; // what stood before it was no name
            StartName(ref state);
            state.NameEnd = Math.Min(word.NameEnd, state.Limit);
            state.Tagged = true;
            if (!state.HasHead) SetHead(ref state, word with { Class = WordClass.Person, Gender = Gender.Unknown });
            return Advance(ref state, state.NameEnd) && state.At < state.Limit;
        }

        if (state.InName && state.Strict) return false;
        if (state.Strict && state.Closed && word.NameType == NameType.Location && !state.Personal) return false;
        SetHead(ref state, word.NameType == NameType.Organization && !word.Is(WordClass.Speaker) ? word with { Class = word.Class | WordClass.Body } : word);
        state.Closed = true;
        return Advance(ref state, Math.Min(word.NameEnd, state.Limit));
    }

    // "the club | the-Ahli": a definite body and the name that it bears.
    private static bool IsOwnName(in State state, Word word) => word is { NameType: NameType.Organization, Definite: true } && state.At == state.First + 1 && state.Head is { Definite: true, IsName: false } && state.Head.Is(WordClass.Body);

    private bool TakeCoordinated(ref State state, Word word)
    {
        if (!state.HasHead && !state.HasName) return word.And is false && TakeUnknown(ref state, word);
        if (CueLexicon.Words.TryGetValue(words.Bare(state.At), out _) || word.IsVerb || word.Preposition != '\0' || word.Is(WordClass.PhraseEnd | WordClass.Prep | WordClass.Time)) return false;
        if (!word.And) return !state.Strict && !state.Personal && Advance(ref state, state.At + 1);
        if (state.Strict && word.Definite != state.Closed && !word.IsName && !word.Is(WordClass.Speaker)) return false;
        if (!word.IsName && !word.Definite && word.Is(WordClass.Speaker)) state.Closed = false; // "the nations and the group of ...": another annexation begins
        return word.IsNominal && Advance(ref state, word.IsName ? word.NameEnd : state.At + 1);
    }

    // A word no lexicon knows that begins with waw: "and Turkey" or a name such as Wajdi. Only a phrase that cannot have a name takes it along.
    private bool MayBeAnd(int token)
    {
        var word = words[token];
        return word is { Kind: TokenKind.Word, Class: WordClass.None, IsName: false, Definite: false } && words.Folded(token) is ['\u0648', _, _, _, _, ..];
    }

    // An unknown word with the very letter that the cue's preposition is written with, once the phrase could end.
    private bool ExpectsUnknown(in State state) =>
        state.StopAt is { } cue && (words.MayCarry(state.At, '\u0628') && cue.Preposition("\u0628") is not null || words.MayCarry(state.At, '\u0644') && cue.Preposition("\u0644") is not null);

    private static bool Advance(ref State state, int to)
    {
        state.At = to;
        return true;
    }
}
