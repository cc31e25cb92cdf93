using Marsad.Language.Tokens;

namespace Marsad.Language.Statements;

/// <summary>
/// Reads on from a cue: who speaks, whom to, through whom, and the place where the reported words begin. It walks token by token and asks
/// at each: does this open the words (that, colon, quotation, the verb's own preposition)? else, is it the subject, a circumstance, an object?
/// </summary>
internal sealed partial class ClauseReader(Words words, Quotes quotes, PhraseReader phrases, AttributionReader attributions, MediumReader media)
{
    private const int FarthestOpener = 70;
    private const int FarthestClause = 30;
    private const int LongestStranger = 4;
    private const char Lam = '\u0644';
    private const char Beh = '\u0628';
    private const char TehMarbuta = '\u0629';

    private enum Step : byte
    {
        Walk,
        Open,
        Fail,
    }

    private ref struct Walk(Draft draft, int at, int limit)
    {
        public readonly Draft Draft = draft;
        public readonly int Limit = limit;
        public int At = at;
        public Cue Cue = draft.Form.Cue;

        /// <summary>The clause can take its subject here: a finite verb without object pronoun, and none was met.</summary>
        public bool WantsSubject = draft.Form.Tense is CueTense.Past or CueTense.Present && draft.Subject is null && !(draft.Form.Plural && draft.Form.Gender == Gender.Masculine); // before its subject a verb stands in the singular
        public bool AfterComma;
        public bool AfterConnector;
        public bool HasRelayed;
        public bool InRelative;

        /// <summary>Where the description of an occasion ended that is not known yet: a relative clause may follow without a pronoun.</summary>
        public int Occasion;
    }

    /// <summary>Completes the draft from what stands behind its cue; false where nothing is reported.</summary>
    public bool Read(Draft draft, int limit)
    {
        var walk = new Walk(draft, draft.Cue + 1, Math.Min(limit, draft.Cue + FarthestOpener));
        if (IsPronoun(draft.Cue - 1)) walk.WantsSubject = false;
        if (draft.Form.Cue.Has(Frames.Document)) return ReadDocument(ref walk);
        while (walk.At < walk.Limit)
        {
            switch (Take(ref walk))
            {
                case Step.Open: return true;
                case Step.Fail: return ObjectAfterAll(ref walk);
                case Step.Walk: break;
            }
        }

        return ObjectAfterAll(ref walk);
    }

    // "(and) he", "(and) she" before the verb.
    private bool IsPronoun(int token) => words.Folded(token) is ['\u0647', '\u0648' or '\u064A'] or ['\u0648', '\u0647', '\u0648' or '\u064A'] or ['\u0648', '\u0647', '\u0645'] or ['\u0647', '\u0645'];

    private Step Take(ref Walk walk)
    {
        var (at, word) = (walk.At, words[walk.At]);
        if (word.Kind == TokenKind.Word && attributions.IsByTheTongueOf(walk.At)) return TakeAttribution(ref walk);
        if (TryOpen(ref walk, word)) return Step.Open;
        if (walk.At != at) return On(ref walk, walk.At + 1); // an addressee was read
        if (word.Kind == TokenKind.Punctuation) return TakeMark(ref walk, word);
        if (word is { IsName: false } && words.EndsInPronoun(walk.At) && words.Folded(walk.At + 1).SequenceEqual("\u0627\u0644\u0644\u0647")) return On(ref walk, walk.At + 2); // "may God keep him"
        if (IsNameBetweenPauses(walk)) words.MakeWhole(walk.At);
        if (UnknownName(walk) is { } stranger) return TakeStranger(ref walk, stranger);
        word = words[walk.At];
        if (IsShare(walk)) return TakeSubject(ref walk); // "60 % of the adults"
        if (word.Kind != TokenKind.Word || words.Folded(walk.At).IsEmpty || IsBarePreposition(walk.At)) return On(ref walk, walk.At + 1);
        if (walk.At == walk.Draft.Cue + 1 && !walk.Cue.Has(Frames.Describe) && words.Bare(walk.At).SequenceEqual("\u0630\u0644\u0643")) walk.Draft.IsSilent = true;
        if (word.Is(WordClass.Connector) || IsSaying(walk.At)) return TakeConnector(ref walk);
        if (word.Is(WordClass.Relative)) return SkipRelative(ref walk);
        if (word.Is(WordClass.Publish)) return TakePublisher(ref walk);
        if (walk.At == walk.Draft.Subject?.End && IsDescribed(walk.At)) return SkipRelative(ref walk); // "sources (that) it called special"
        if (walk.At > walk.Draft.Cue + 1 && (word.And || walk.Draft.Subject is not null && !walk.InRelative) && !word.IsName && IsCue(walk.At)) return Step.Fail;
        if (walk.At > walk.Draft.Cue + 1 && word.And && !word.IsName && word.IsVerb) return Step.Fail;
        if (walk.InRelative && IsCue(walk.At) && PauseBehind(walk) is var pause and > 0) return On(ref walk, pause);
        if (walk.At == walk.Draft.Cue + 1 && word.IsUnknown && words.EndsInPronoun(walk.Draft.Cue) && words.EndsInPronoun(walk.At) && words.Folded(walk.At)[0] == '\u0648') return Step.Fail; // "reassured them and told them": the other is a verb too
        if (word.Is(WordClass.Attribution)) return TakeAttribution(ref walk);
        if (word.Is(WordClass.That)) return Step.Fail;
        if (word.Preposition != '\0' || word.Is(WordClass.Prep) && !word.Is(WordClass.Speaker)) return TakeCircumstance(ref walk, word);
        if (word.Is(WordClass.Time | WordClass.TimeAdj | WordClass.Adverb | WordClass.Demonstrative | WordClass.Auxiliary) && !word.IsName) return On(ref walk, walk.At + 1);
        if (word.Is(WordClass.Clause) && walk.Draft.Addressee is { } asked && asked.End == walk.At && words.Folded(walk.At) is ['\u0645', '\u0645', '\u0646']) return SkipRelative(ref walk); // "called upon those (of them) who"
        if (word.Is(WordClass.Clause) && BeginsRelative(walk.At) && walk.Cue.Has(Frames.Clause | Frames.Quote)) return IsCue(walk.At + 1) && words.Folded(walk.At)[0] == '\u062D' ? Step.Fail : SkipRelative(ref walk); // "spoke to citizens, where one said"
        if (walk.At == walk.Occasion && !word.IsName && (word.Is(WordClass.Held) || word.IsUnknown && words.EndsInPronoun(walk.At))) return SkipRelative(ref walk); // "during a meeting (that) was held"
        if (word.Is(WordClass.Negation) && words[walk.At + 1].Is(WordClass.Aside)) return SkipRelative(ref walk); // "not least"
        if (word.Is(WordClass.Clause) && words.Folded(walk.At + 1) is ['\u064A', '\u062E', '\u0635'] or ['\u064A', '\u062A', '\u0639', '\u0644', '\u0642']) return On(ref walk, walk.At + 2); // "as to what concerns"
        if (word.Is(WordClass.Anaphor) && IsParticiple(walk.At) && ClauseAhead(walk, walk.At)) return On(ref walk, walk.At + 1); // "speaking to the radio, that"
        if (word.Is(WordClass.Clause | WordClass.Negation) || IsParticiple(walk.At) || IsCircumstantial(walk.At)) return Step.Fail;
        return TakeNominal(ref walk, word);
    }

    private Step TakeNominal(ref Walk walk, Word word)
    {
        if (walk.Draft is { Source: SpeakerSource.Behind, Subject: { HasName: false } document } && document.End == walk.At && phrases.BeginsRelative(document.Head, walk.At)) return SkipRelative(ref walk);
        if (word is { HasPronoun: true, IsName: false, Preposition: '\0' } && word.Is(WordClass.Honorific) && !word.Is(WordClass.Attitude)) return TakeExcellency(ref walk, word);
        if (walk.Cue.Has(Frames.Support) && VerbalNounAt(walk.At) is { } renewed) return Renew(ref walk, renewed);
        if (walk.Cue.Has(Frames.Relay) && walk is { HasRelayed: false, Draft.Subject: { } paper } && paper.End == walk.At && phrases.IsVerbalNoun(walk.At) && walk.At + 1 < walk.Limit) return TakeRelayed(ref walk, walk.At + 1);
        if (walk.HasRelayed && VerbalNounAt(walk.At) is not null) return On(ref walk, walk.At + 1);
        if (walk.Draft.Form.Tense == CueTense.Participle && walk.At == walk.Draft.Cue + 1 && walk.Cue.Has(Frames.Object) && !word.And) return OpenObject(ref walk);
        if (word.IsVerb && walk.Cue.Has(Frames.Object) && walk.Draft is { Source: SpeakerSource.Behind, Subject: { } before } && before.End == walk.At) return OpenObject(ref walk); // no verb stands here: a noun that is written like one
        if (word.IsVerb && walk.Draft.Addressee is { } everybody && everybody.End == walk.At && words.Folded(walk.At - 1) is ['\u0645', '\u0646']) return SkipRelative(ref walk); // "warns all who"
        if (word.IsVerb) return walk.InRelative || walk.Draft.Subject is not null && walk.Cue.Has(Frames.Clause | Frames.Quote) ? On(ref walk, walk.At + 1) : Step.Fail;
        if (walk.InRelative && !walk.AfterComma) return On(ref walk, word.IsName ? word.NameEnd : walk.At + 1);
        walk.InRelative = false;
        if (walk.At > walk.Draft.Cue + 1 && word.IsUnknown && !word.IsName && words.Folded(walk.At)[0] == '\u0648' && walk.Draft.Subject is null) return On(ref walk, walk.At + 1); // "and" with a word no lexicon knows begins no subject
        if (walk.Cue.Has(Frames.Object) && words.Folded(walk.At) is ['\u0645', '\u0627']) return OpenObject(ref walk); // "denied what was said"
        if (walk.WantsSubject && walk.Draft.Subject is null && !IsPrefixed(walk, word) && !IsOblique(walk.At, word) && !IsAdverbial(walk.At, word) && Agrees(walk.Draft.Form, walk.At) && (MaySpeak(word, walk.At) || !walk.Cue.Has(Frames.Object | Frames.Describe) || ClauseAhead(walk, walk.At))) return TakeSubject(ref walk);
        if (walk.Draft.Subject is { } subject && (walk.Draft.Apposition is null || walk.AfterComma && walk.Draft.Apposition is { HasName: false } && word is { IsName: true, NameType: NameType.Person }) && walk.Draft.Source == SpeakerSource.Behind && (walk.AfterComma || !subject.HasName || word.Is(WordClass.Person) && word is { Definite: false, Preposition: '\0', IsName: false }) && IsAppositionAt(walk, subject)) return TakeApposition(ref walk);
        if (walk.Cue.Has(Frames.Object) && word is { Definite: false, And: false } && word.Is(WordClass.Noun) && walk.Draft.Subject is { Head.HasPronoun: true } excellency && excellency.End == walk.At) return OpenObject(ref walk);
        if (walk.Cue.Has(Frames.Addressee) && walk.Draft.Addressee is null) return TakeAddressee(ref walk);
        if (walk.Cue.Has(Frames.Object) && !(walk.Draft.Subject is not null && ClauseAhead(walk, walk.At))) return OpenObject(ref walk);
        if (walk.Cue.Has(Frames.DocumentObject) && walk.Draft is { Source: SpeakerSource.Behind, Subject: { } figures } && figures.Head.Is(WordClass.Document) && !figures.Head.Is(WordClass.Person) && walk.At == figures.End && !ClauseAhead(walk, walk.At)) return OpenObject(ref walk);
        if (walk.Draft.Subject is null || walk.Draft.Form.Tense == CueTense.Participle) return SkipPhrase(ref walk);
        return ExtendSubject(ref walk);
    }

    // "his excellency": the subject, and one word long.
    private static Step TakeExcellency(ref Walk walk, Word word)
    {
        if (walk.WantsSubject && walk.Draft.Subject is null) (walk.Draft.Subject, walk.Draft.Source) = (new Phrase(walk.At, walk.At + 1, walk.At, walk.At, word, Definite: true), SpeakerSource.Behind);
        return On(ref walk, walk.At + 1);
    }

    // "renewed the call to", "repeated the warning of": the verbal noun says what kind of act it is.
    private static Step Renew(ref Walk walk, Cue renewed)
    {
        walk.Cue = renewed;
        walk.WantsSubject = false;
        return On(ref walk, walk.At + 1);
    }

    private bool IsShare(in Walk walk) =>
        walk.WantsSubject && walk.Draft.Subject is null && words[walk.At].Kind == TokenKind.Number && (words[walk.At + 1].Mark == '%' || words.Folded(walk.At + 1).StartsWith("\u0628\u0627\u0644\u0645")) && !quotes.Opens(walk.At + 1);

    private Step TakeSubject(ref Walk walk)
    {
        var strict = walk.Cue.Has(Frames.DocumentObject) && words[walk.At].Is(WordClass.Document) && !ClauseAhead(walk, walk.At) || walk.Cue.Has(Frames.Addressee | Frames.Describe | Frames.Relay | Frames.Support | Frames.Attitude | Frames.Blame) || walk.Cue.Has(Frames.Object) && !ClauseAhead(walk, walk.At);
        var phrase = phrases.Read(walk.At, walk.Limit, strict, walk.Cue);
        if (phrase.IsEmpty) return On(ref walk, walk.At + 1);
        walk.Draft.Subject = phrase;
        walk.Draft.Source = SpeakerSource.Behind;
        return On(ref walk, phrase.End);
    }

    private bool IsAppositionAt(in Walk walk, Phrase subject)
    {
        var word = words[walk.At];
        if (word.IsName) return word.NameType == NameType.Person && (!subject.HasName || walk.AfterComma && subject.NameFirst > subject.First && !words[subject.NameFirst].IsName);
        if (walk.AfterComma && !subject.HasName && subject.IsPerson && word is { Definite: true, Preposition: '\0', And: false } && word.Is(WordClass.Adjective) && words[walk.At + 1] is { IsName: true, NameType: NameType.Person }) return true; // ", the Qatari so-and-so,"
        if (word.Is(WordClass.Person | WordClass.Honorific)) return walk.AfterComma || subject.IsPerson;
        if (!walk.AfterComma) return false;
        return !subject.HasName && subject.IsPerson && word.IsUnknown || !walk.Cue.Has(Frames.Object | Frames.Addressee);
    }

    // "the director, (name in lam), ...": between pauses behind a calling stands his name.
    private bool IsNameBetweenPauses(in Walk walk) =>
        walk.AfterComma && walk.Draft is { Source: SpeakerSource.Behind, Apposition: null, Subject: { HasName: false, IsPerson: true, Definite: true } subject } && subject.End == walk.At - 1
        && words[walk.At] is { IsName: true, NameType: NameType.Person, Preposition: Lam } name && words[name.NameEnd].Mark is '\u060C' or ',';

    private static Step TakeStranger(ref Walk walk, Phrase name)
    {
        walk.Draft.Apposition = name;
        return On(ref walk, name.End);
    }

    // "the deputy spokeswoman, (two or three words that no text knows),": a name that the name finder missed.
    private Phrase? UnknownName(in Walk walk)
    {
        if (!walk.AfterComma || walk.Draft is not { Source: SpeakerSource.Behind, Apposition: null, Subject: { HasName: false, IsPerson: true, Definite: true } subject } || subject.End != walk.At - 1) return null;
        var end = walk.At;
        while (end < walk.At + LongestStranger && !words.MayHide(end) && words[end] is { Kind: TokenKind.Word, And: false } stranger && !(stranger.IsName && stranger.NameType != NameType.Organization) && words.IsRare(end)) end++;
        return end - walk.At >= 2 && words[end].Mark is '\u060C' or ',' or ':' ? new Phrase(walk.At, end, walk.At, end, words[walk.At] with { Class = WordClass.Person }, Definite: true) : null;
    }

    private Step TakeApposition(ref Walk walk)
    {
        var first = words[walk.At] is { IsName: false, Definite: true } && words[walk.At].Is(WordClass.Adjective) && words[walk.At + 1].IsName ? walk.At + 1 : walk.At;
        var phrase = phrases.Read(first, walk.Limit, walk.Cue.Has(Frames.Object | Frames.Addressee), walk.Cue);
        if (phrase.IsEmpty) return On(ref walk, walk.At + 1);
        if (phrase.IsOnlyName && walk.Draft.Subject is { HasName: true } guessed && words[phrase.First].IsName && !words[guessed.NameFirst].IsName) walk.Draft.Subject = guessed with { NameFirst = guessed.First, NameEnd = guessed.First };
        walk.Draft.Apposition = phrase;
        return On(ref walk, phrase.End);
    }

    private Step TakeAddressee(ref Walk walk)
    {
        var phrase = phrases.Read(walk.At, walk.Limit, strict: false, walk.Cue);
        if (phrase.IsEmpty) return On(ref walk, walk.At + 1);
        walk.Draft.Addressee = phrase;
        return On(ref walk, phrase.End);
    }

    // What begins with "and" goes on with the subject.
    private Step OpenObject(ref Walk walk) => (words[walk.At].And || words[walk.At].IsUnknown && words.Folded(walk.At)[0] == '\u0648') && walk.Draft.Subject is not null ? ExtendSubject(ref walk) : Open(ref walk, Opener.Object, walk.At, walk.Cue.Type) ? Step.Open : Step.Fail;

    private Step SkipPhrase(ref Walk walk) => On(ref walk, Math.Max(phrases.Read(walk.At, walk.Limit, strict: true, walk.Cue).End, walk.At + 1));

    // Nothing else can stand here, so the phrase ended too early: unless another comma went by, it runs on.
    private Step ExtendSubject(ref Walk walk)
    {
        var more = phrases.Read(walk.At, walk.Limit, strict: false, walk.Cue);
        if (!walk.AfterComma && walk.Draft.Subject is { } subject && walk.Draft.Source == SpeakerSource.Behind && subject.End == walk.At && more.End > walk.At)
            walk.Draft.Subject = Extend(subject, more);
        return On(ref walk, Math.Max(more.End, walk.At + 1));
    }

    // Only a calling takes a name from what follows, and only one that may be a name.
    private Phrase Extend(Phrase subject, Phrase more)
    {
        if (subject.HasName || !more.HasName || words.Folded(more.First)[0] == '\u0648') return subject with { End = more.End };
        if (!words[more.NameFirst].IsName && !words.IsKnownName(more.NameFirst) && !subject.IsPerson) return subject;
        return subject with { End = more.End, NameFirst = more.NameFirst, NameEnd = more.NameEnd };
    }

    // "on the margin of a meeting held | in a suburb", "on presenting | this book": nobody who speaks.
    private bool IsPrefixed(in Walk walk, Word word) =>
        walk.At > walk.Draft.Cue + 2 && words[walk.At - 1].Is(WordClass.Demonstrative) && words.EndsInPronoun(walk.At - 2) && !word.Is(WordClass.Speaker) || word is { Class: WordClass.None, IsName: false } && words.IsPrefixed(walk.At);

    // "demanded of the officials": a sound plural in yeh and noon is never a subject.
    private bool IsOblique(int token, Word word) => word is { Plural: true, IsName: false } && word.Is(WordClass.Group) && words.Folded(token).EndsWith("\u064A\u0646");

    // "recently", "officially": an accusative that no preposition and no name explains.
    private bool IsAdverbial(int token, Word word) => word is { IsName: false, Definite: false } && (phrases.IsAccusative(token) && !word.Is(WordClass.Speaker) || word.IsUnknown && words.Folded(token) is [_, _, _, .., '\u064A', '\u0627']);

    // An indefinite noun that is no kind of speaker is what a verb with an object speaks of.
    private bool MaySpeak(Word word, int token) => word.IsName || word.Is(WordClass.Speaker | WordClass.Honorific | WordClass.Quantity | WordClass.Kinship) && !IsWhoever(token) || !word.HasPronoun && (word.Definite && !IsThing(word, token) || word.Class == WordClass.None && words.MayName(token));

    // "thanked everybody who".
    private bool IsWhoever(int token) => words.Folded(token) is ['\u0643', '\u0644'] && words.Folded(token + 1) is ['\u0645', '\u0646'] && (words[token + 2].IsVerb || words[token + 2] is { Class: WordClass.None, Definite: false, IsName: false });

    // "praised the turnout", "condemned this deed": a definite noun that is no kind of speaker.
    private bool IsThing(Word word, int token) => IsWhoever(token) || word.Is(WordClass.Noun) && !word.Is(WordClass.Adjective) || words[token - 1].Kind == TokenKind.Word && words[token - 1].Is(WordClass.Demonstrative);

    // A verb before its subject agrees in gender alone.
    private bool Agrees(CueForm form, int token)
    {
        var gender = GenderOf(token);
        if (gender == Gender.Unknown) gender = OfQuality(token);
        if (gender == Gender.Masculine && form.Gender == Gender.Feminine && words[token].Is(WordClass.Person)) return true; // "said (she) the consul"
        return gender == Gender.Unknown || form.Gender == Gender.Unknown || gender == form.Gender;
    }

    // "the judicial bodies", "the international community": what the lexicon does not tell of a noun its adjective does.
    private Gender OfQuality(int token)
    {
        if (words[token] is not { Definite: true, IsName: false } word || word.Is(WordClass.Person | WordClass.Honorific | WordClass.Group)) return Gender.Unknown;
        if (words[token + 1] is not { Definite: true, Preposition: '\0', And: false, IsName: false } quality || quality.Is(WordClass.Speaker | WordClass.Honorific | WordClass.Quantity)) return Gender.Unknown;
        if (words.Text[words.Document.Tokens[token + 1].End - 1] == TehMarbuta) return quality.Is(WordClass.Adjective) || words.Bare(token + 1).EndsWith("\u064A\u0647") ? Gender.Feminine : Gender.Unknown;
        return !quality.Is(WordClass.Noun) && words.Bare(token + 1) is [_, _, _, _, .., '\u064A'] && !words.Bare(token).EndsWith("\u0647") && !words.Bare(token).EndsWith("\u0627\u062A") ? Gender.Masculine : Gender.Unknown;
    }

    public Gender GenderOf(int token)
    {
        var word = words[token];
        if (word.Gender != Gender.Unknown) return word.Is(WordClass.Group) && word.Plural ? Gender.Unknown : word.Gender;
        if (word.IsName && word.NameType == NameType.Person || word.Kind != TokenKind.Word) return Gender.Unknown;
        if (words.Text[words.Document.Tokens[token].End - 1] == '\u0629' && !word.IsUnknown) return Gender.Feminine;
        return words.Bare(token).EndsWith("\u0627\u062A") && (word.Definite || word.Is(WordClass.Document)) ? Gender.Feminine : Gender.Unknown;
    }

    // "who is", "where": goes on about the speaker.
    private bool BeginsRelative(int token) => words.Folded(token) is ['\u0648', '\u0647', '\u0648' or '\u064A'] or ['\u062D', '\u064A', '\u062B'];

    private bool IsParticiple(int token) => CueLexicon.Words.TryGetValue(words.Folded(token), out var forms) && forms[0].Tense == CueTense.Participle && !forms[0].Plural && forms[0].Gender == Gender.Masculine;

    private bool IsCircumstantial(int token) =>
        CueLexicon.Words.TryGetValue(words.Folded(token), out var forms) && forms[0].Tense == CueTense.Participle && (!words[token].Is(WordClass.Speaker | WordClass.Noun) || forms[0].Cue.Preposition(words.Bare(token + 1)) is not null && words[token - 1].Kind == TokenKind.Punctuation); // ", calling for" is no preacher

    // The comma that ends the relative clause which this cue stands in.
    private int PauseBehind(in Walk walk)
    {
        for (var i = walk.At + 1; i < walk.Limit; i++)
            if (words[i].Mark is '\u060C' or ',' || quotes.Opens(i)) return words.IsMark(i - 1, ':') ? 0 : i;
        return 0;
    }

    // "he wrote, he says": the second verb only carries the words of the first.
    private bool IsSaying(int token) => words.Folded(token) is ['\u064A' or '\u062A', '\u0642', '\u0648', '\u0644'];

    // A verb of describing with its object as pronoun: "which they call".
    private bool IsDescribed(int token) =>
        words.EndsInPronoun(token) && words.Bare(token) is var bare && CueLexicon.Words.TryGetValue(bare[..^(bare[^1] == '\u0647' ? 1 : 2)], out var forms) && forms[0].Cue.Has(Frames.Describe) && forms[0].Tense is CueTense.Past or CueTense.Present;

    private bool IsCue(int token)
    {
        if (IsDescribed(token)) return true;
        if (!CueLexicon.Words.TryGetValue(words.Bare(token), out var forms)) return false;
        return forms[0].Tense is CueTense.Past or CueTense.Present && !words[token].Is(WordClass.Noun | WordClass.Speaker | WordClass.Prep | WordClass.Adjective) && words[token].Preposition == '\0';
    }

    // "it came in the statement that": the document speaks.
    private bool ReadDocument(ref Walk walk)
    {
        if (walk.At + 1 >= walk.Limit || !words.Bare(walk.At).SequenceEqual("\u0641\u064A") || !words[walk.At + 1].Is(WordClass.Document | WordClass.Venue | WordClass.Time)) return false;
        var document = words[walk.At + 1].Is(WordClass.Time) ? walk.At + 2 : walk.At + 1; // "at the end of the report"
        var phrase = phrases.Read(document, walk.Limit, strict: false);
        if (phrase.IsEmpty) return false;
        walk.Draft.Subject = phrase;
        walk.Draft.Source = SpeakerSource.Behind;
        for (walk.At = Math.Max(phrase.End, walk.At + 2); walk.At < walk.Limit; walk.At++)
        {
            if (words[walk.At].Is(WordClass.That) && words[walk.At].Preposition == '\0') return Open(ref walk, Opener.That, walk.At + 1, walk.Cue.Type);
            if (words[walk.At].Mark == ':') return Open(ref walk, Opener.Colon, walk.At + 1, walk.Cue.Type);
            if (quotes.Opens(walk.At) && quotes.Close(walk.At) - walk.At > 5) return Open(ref walk, Opener.Quote, walk.At, walk.Cue.Type);
            if (words[walk.At].Mark == '.' || CueLexicon.Words.TryGetValue(words.Bare(walk.At), out _)) return false;
        }

        return false;
    }

    // "(he) praised the effort": what was taken for the subject was the object, since nothing else came.
    private bool ObjectAfterAll(ref Walk walk)
    {
        if (walk.Draft.IsSilent && walk.Draft.Subject is { } silent) return Open(ref walk, Opener.Object, Math.Min(silent.End, words.Count - 1), walk.Cue.Type);
        if (BareAfterAll(ref walk)) return true;
        if (!walk.Cue.Has(Frames.Object) || walk.Draft.Subject is not { } subject || walk.Draft.Apposition is not null || walk.Draft.Form.Cue.Has(Frames.Support)) return false;
        if (subject.HasName && subject.First != walk.Draft.Cue + 1) return false;
        walk.Draft.Subject = null;
        walk.Draft.Via = null;
        walk.At = subject.First;
        return Open(ref walk, Opener.Object, subject.First, walk.Cue.Type);
    }

    private static Step On(ref Walk walk, int to)
    {
        walk.AfterComma = false;
        walk.At = Math.Max(to, walk.At + 1);
        return Step.Walk;
    }
}
