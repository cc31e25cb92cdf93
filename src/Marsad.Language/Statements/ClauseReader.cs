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
    private const char Lam = '\u0644';
    private const char Beh = '\u0628';

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
        public bool WantsSubject = draft.Form.Tense is CueTense.Past or CueTense.Present && draft.Subject is null;
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

    private Step Take(ref Walk walk)
    {
        var (at, word) = (walk.At, words[walk.At]);
        if (word.Kind == TokenKind.Word && attributions.IsByTheTongueOf(walk.At)) return TakeAttribution(ref walk);
        if (TryOpen(ref walk, word)) return Step.Open;
        if (walk.At != at) return On(ref walk, walk.At + 1); // an addressee was read
        if (word.Kind == TokenKind.Punctuation) return TakeMark(ref walk, word);
        if (word.Kind != TokenKind.Word || IsBarePreposition(walk.At)) return On(ref walk, walk.At + 1);
        if (walk.At == walk.Draft.Cue + 1 && words.Bare(walk.At).SequenceEqual("\u0630\u0644\u0643")) walk.Draft.IsSilent = true;
        if (word.Is(WordClass.Connector) || IsSaying(walk.At)) return TakeConnector(ref walk);
        if (word.Is(WordClass.Relative)) return SkipRelative(ref walk);
        if (word.Is(WordClass.Publish)) return TakePublisher(ref walk);
        if (walk.At == walk.Draft.Subject?.End && IsDescribed(walk.At)) return SkipRelative(ref walk); // "sources (that) it called special"
        if (walk.At > walk.Draft.Cue + 1 && (word.And || walk.Draft.Subject is not null && !walk.InRelative) && !word.IsName && IsCue(walk.At)) return Step.Fail;
        if (walk.At > walk.Draft.Cue + 1 && word.And && !word.IsName && word.IsVerb) return Step.Fail;
        if (walk.InRelative && IsCue(walk.At) && PauseBehind(walk) is var pause and > 0) return On(ref walk, pause);
        if (walk.At == walk.Draft.Cue + 1 && word.IsUnknown && words.EndsInPronoun(walk.At) && words.Folded(walk.At)[0] == '\u0648') return Step.Fail; // "reassured them and told them": the other is a verb too
        if (word.Is(WordClass.Attribution)) return TakeAttribution(ref walk);
        if (word.Is(WordClass.That)) return Step.Fail;
        if (word.Preposition != '\0' || word.Is(WordClass.Prep) && !word.Is(WordClass.Speaker)) return TakeCircumstance(ref walk, word);
        if (word.Is(WordClass.Time | WordClass.TimeAdj | WordClass.Adverb | WordClass.Demonstrative | WordClass.Auxiliary) && !word.IsName) return On(ref walk, walk.At + 1);
        if (word.Is(WordClass.Clause) && BeginsRelative(walk.At) && walk.Cue.Has(Frames.Clause | Frames.Quote)) return IsCue(walk.At + 1) && words.Folded(walk.At)[0] == '\u062D' ? Step.Fail : SkipRelative(ref walk); // "spoke to citizens, where one said"
        if (walk.At == walk.Occasion && word.Is(WordClass.Held) && !word.IsName) return SkipRelative(ref walk); // "during a meeting (that) was held"
        if (word.Is(WordClass.Clause | WordClass.Negation) || IsParticiple(walk.At) || IsCircumstantial(walk.At)) return Step.Fail;
        return TakeNominal(ref walk, word);
    }

    // ---- what opens the reported words -------------------------------------------------------------------------------------------

    private bool TryOpen(ref Walk walk, Word word)
    {
        if (word.Is(WordClass.That))
        {
            walk.Draft.ThatHasPronoun = word.HasPronoun;
            return !IsAndThat(walk.At) && !IsAside(walk.At - 1) && OpensClause(walk, word) && Open(ref walk, Opener.That, walk.At + 1, walk.Cue.ClauseType);
        }

        if (OpensThat(walk, word)) return Open(ref walk, Opener.That, walk.At + 2, walk.Cue.ClauseType);
        if (word.Mark == ':') return walk.Cue.Has(Frames.Quote | Frames.Clause | Frames.Carried) && Open(ref walk, Opener.Colon, walk.At + 1, walk.Cue.ClauseType);
        if (quotes.Opens(walk.At)) return OpensSpeech(walk) && Open(ref walk, Opener.Quote, walk.At, walk.Cue.Type);
        if (word.Kind != TokenKind.Word) return false;
        if (walk.Cue.Has(Frames.Blame) && word.Is(WordClass.NominalVerb)) return Open(ref walk, Opener.Object, walk.At, walk.Cue.Type);
        if (walk.Cue.Has(Frames.Attitude) && word.Is(WordClass.Attitude)) return Open(ref walk, Opener.Object, walk.At, walk.Cue.Type);
        if (walk.Cue.Has(Frames.Bare) && (walk.At == walk.Draft.Cue + 1 && BeginsSpeech(walk.At) || IsBehindName(walk) && BeginsSentence(walk.At))) return Open(ref walk, Opener.Bare, walk.At, walk.Cue.Type);
        return OpensByPreposition(ref walk, word);
    }

    // "added to that": with a verb whose preposition it is not, "to" and "upon" before a "that" are the writer's slip.
    private bool OpensThat(in Walk walk, Word word) =>
        word.Is(WordClass.Prep) && walk.Cue.Has(Frames.Clause) && words.Folded(walk.At) is ['\u0627', '\u0644', '\u064A'] or ['\u0639', '\u0644', '\u064A'] && walk.At == (walk.Draft is { Source: SpeakerSource.Behind, Subject: { } subject } ? subject.End : walk.Draft.Cue + 1) && words[walk.At + 1] is { Preposition: '\0' } next && next.Is(WordClass.That);

    private static bool OpensClause(in Walk walk, Word word)
    {
        if (word.Preposition == Lam) return false;
        if (walk.Cue.Has(Frames.Clause | Frames.Describe | Frames.Carried) || walk.HasRelayed) return true;
        return word.Preposition == Beh && walk.Cue.Preposition([Beh]) is not null;
    }

    // ", especially (that)"; without a pause before it the word is an adjective ("special sources").
    private bool IsAside(int token) => words[token].Is(WordClass.Aside) && (!words[token].Is(WordClass.Adjective) || words[token].And || words[token - 1].Kind == TokenKind.Punctuation);

    // "and that" goes on with a clause, it opens none.
    private bool IsAndThat(int token) => words.Folded(token) is ['\u0648', ..];

    // A quotation is speech unless it is short and something else opens the words later, or it is a name behind its kind or preposition.
    private bool OpensSpeech(in Walk walk)
    {
        if (!walk.Cue.Has(Frames.Quote | Frames.Carried) && !walk.HasRelayed && !walk.AfterConnector) return false;
        var before = words[walk.At - 1];
        if (IsBarePreposition(walk.At - 1)) return false;
        var length = quotes.Close(walk.At) - walk.At - 1;
        if (length <= 3 && before.Kind == TokenKind.Word && before.Is(WordClass.Prep) && !before.Is(WordClass.Speaker | WordClass.Noun)) return false; // "on «X»"
        var named = before.Kind == TokenKind.Word && before.Is(WordClass.Body | WordClass.Medium | WordClass.Document | WordClass.Group | WordClass.Venue);
        if (length <= 4 && (named || OpensLater(quotes.Close(walk.At) + 1, walk.Limit))) return false;
        if (length <= 3 && before.Kind == TokenKind.Word && before.Is(WordClass.Noun) && !before.Definite && !before.IsName && !before.Is(WordClass.Person | WordClass.Venue) && walk.Draft.Subject is null) return false;
        return !named || length > 4;
    }

    // The clause that the cue reports comes later, so that what stands here is subject or circumstance: a "that" of its own before the next verb of saying.
    private bool ClauseAhead(in Walk walk, int from)
    {
        if (!walk.Cue.Has(Frames.Clause)) return false;
        for (var i = from + 1; i < walk.Limit && i < from + FarthestClause; i++)
        {
            if (words[i].Is(WordClass.That)) return words[i].Preposition == '\0' && !IsAndThat(i) && !words[i - 1].Is(WordClass.Prep) && !IsAside(i - 1);
            if (words[i].Mark is '.' or '\u061B' or ':' || words[i].Is(WordClass.Relative | WordClass.Clause) || IsCue(i) || IsCircumstantial(i)) return false;
        }

        return false;
    }

    private bool OpensLater(int from, int limit)
    {
        for (var i = from; i < limit && i < from + 20; i++)
            if (words[i].Is(WordClass.That) || words[i].Mark == ':' || quotes.Opens(i)) return true;
        return false;
    }

    private bool IsBarePreposition(int token) => words[token].Kind == TokenKind.Word && words.Folded(token) is [Lam] or [Beh] or ['\u0648', Lam] or ['\u0648', Beh];

    // "we will", "I will", "verily", "we": nobody but the speaker talks like this behind "he added".
    private bool BeginsSpeech(int token)
    {
        var folded = words.Folded(token);
        return folded.StartsWith("\u0633\u0646") && folded.Length > 4 || folded.StartsWith("\u0633\u0627") && folded.Length > 4 && !words[token].IsName && words[token].Class == WordClass.None
            || folded is ['\u0644', '\u0642', '\u062F'] or ['\u0646', '\u062D', '\u0646'] or ['\u0627', '\u0646', '\u0627'];
    }

    // "said so-and-so (a thousand were killed)": what opens a sentence stands right behind the speaker's name, and no "that" comes.
    private bool IsBehindName(in Walk walk) =>
        walk.Draft is { Source: SpeakerSource.Behind, Subject: { HasName: true } subject } && (subject.End == walk.At || walk.Draft.Apposition?.End == walk.At) && !ClauseAhead(walk, walk.At) && !OpensLater(walk.At, walk.Limit);

    private bool BeginsSentence(int token) => BeginsSpeech(token) || words[token] is var word && (word.IsVerb && !IsCue(token) || word.Is(WordClass.Negation)) && !word.And;

    private bool OpensByPreposition(ref Walk walk, Word word)
    {
        if (walk.Cue.Has(Frames.Relay)) return false;
        if (walk.InRelative && walk.Draft.Form.Tense != CueTense.Participle && walk.Draft.Subject is null) return false;
        if (word.Class == WordClass.None && (walk.Draft.Subject is not null || !walk.WantsSubject) && OpensUnknown(ref walk)) return true;
        var attached = word.Preposition != '\0';
        var found = attached ? walk.Cue.Preposition([word.Preposition]) : walk.Cue.Preposition(words.Bare(walk.At));
        if (found is null && !attached && IsFusedWhat(walk)) return Open(ref walk, Opener.Preposition, walk.At + 1, walk.Cue.Type);
        if (found is null) return IsBarePreposition(walk.At) && walk.Cue.Preposition(words.Folded(walk.At)[^1..]) is { Addressee: false } bare && Open(ref walk, Opener.Preposition, walk.At + 1, bare.Type);
        var host = attached ? walk.At : walk.At + 1;
        if (host >= walk.Limit || IsCircumstance(host) || walk.Cue.Has(Frames.Describe) && IsPlace(host)) return false;
        if (!attached && !found.Addressee && media.At(host, walk.Limit) is not null) return false; // "on his page on the site X"
        if (!found.Addressee && walk.At > walk.Draft.Cue + 1 && words[walk.At - 1].Is(WordClass.Venue) && ClauseAhead(walk, host)) return false; // "confirmed in his answer to the questions that"
        if (found.Addressee) return TakeAddressed(ref walk, host);
        if (!attached && words[host].Is(WordClass.That)) return Open(ref walk, Opener.That, host + 1, found.Type);
        if (!attached) return Open(ref walk, Opener.Preposition, host, found.Type);
        return Open(ref walk, Opener.Preposition, walk.At, found.Type);
    }

    // "described the attack in the province of X as": not the first beh.
    private bool IsPlace(int host) => words[host] is { IsName: true, NameType: NameType.Location } || !words[host].Definite && words[host + 1] is { IsName: true, NameType: NameType.Location };

    // "of what", "about what": min or 'an grown together with ma.
    private bool IsFusedWhat(in Walk walk) => words.Folded(walk.At) is [var first, '\u0645', '\u0627'] && walk.Cue.Preposition([first, '\u0646']) is not null;

    // An unknown word that begins with the letter the verb expects: "condemned (by) the bombing".
    private bool OpensUnknown(ref Walk walk)
    {
        var letter = words.Folded(walk.At)[0];
        if (!words.MayCarry(walk.At, letter) || walk.Cue.Preposition([letter]) is not { Addressee: false } found || !Open(ref walk, Opener.Preposition, walk.At, found.Type)) return false;
        walk.Draft.Start = words.Document.Without(walk.At, 1).Start;
        return true;
    }

    // "on the margin of", "in a statement", "from his side", "on Monday": never what a preposition of the verb leads to.
    private bool IsCircumstance(int host) => words[host].Is(WordClass.Time | WordClass.Audience) || words[host].Is(WordClass.Venue) && (words.EndsInPronoun(host) || IsOccasion(host)) || words.Folded(host).SequenceEqual("\u0628\u0627\u0633\u0645");

    private bool IsOccasion(int host) => !words[host].Definite && words[host].Preposition != '\0' || !words[host].Definite && host > 0 && words[host - 1].Is(WordClass.Inner);

    private bool TakeAddressed(ref Walk walk, int host)
    {
        var phrase = phrases.Read(host, walk.Limit, strict: true, walk.Cue);
        if (phrase.End <= walk.At) return false;
        walk.Draft.Addressee = phrase;
        walk.At = phrase.End - 1; // the caller steps on from here
        return false;
    }

    private bool Open(ref Walk walk, Opener opener, int first, StatementType type)
    {
        if (first >= words.Count || words[first].Kind == TokenKind.Break) return false;
        if (opener == Opener.Colon && words[first].Is(WordClass.That) && first + 1 < words.Count) first++;
        while (opener == Opener.That && words[first].Mark is '\u060C' or ',' && first + 1 < words.Count) first++; // "that, after years, he"
        var draft = walk.Draft;
        draft.Opener = quotes.Opens(first) ? Opener.Quote : opener;
        draft.First = first;
        draft.Type = type;
        draft.Start = opener == Opener.Preposition && !quotes.Opens(first) ? words.BareStart(first) : words.Document.Tokens[first].Start;
        return true;
    }

    // ---- what stands between ----------------------------------------------------------------------------------------------------

    private Step TakeNominal(ref Walk walk, Word word)
    {
        if (walk.Draft is { Source: SpeakerSource.Behind, Subject: { HasName: false } document } && document.End == walk.At && phrases.BeginsRelative(document.Head, walk.At)) return SkipRelative(ref walk);
        if (walk.Cue.Has(Frames.Support) && VerbalNounAt(walk.At) is { } renewed) return Renew(ref walk, renewed);
        if (walk.HasRelayed && VerbalNounAt(walk.At) is not null) return On(ref walk, walk.At + 1);
        if (walk.Draft.Form.Tense == CueTense.Participle && walk.At == walk.Draft.Cue + 1 && walk.Cue.Has(Frames.Object) && !word.And) return OpenObject(ref walk);
        if (word.IsVerb && walk.Cue.Has(Frames.Object) && walk.Draft is { Source: SpeakerSource.Behind, Subject: { } before } && before.End == walk.At) return OpenObject(ref walk); // no verb stands here: a noun that is written like one
        if (word.IsVerb) return walk.InRelative || walk.Draft.Subject is not null && walk.Cue.Has(Frames.Clause | Frames.Quote) ? On(ref walk, walk.At + 1) : Step.Fail;
        if (walk.InRelative && !walk.AfterComma) return On(ref walk, word.IsName ? word.NameEnd : walk.At + 1);
        walk.InRelative = false;
        if (walk.At > walk.Draft.Cue + 1 && word.IsUnknown && !word.IsName && words.Folded(walk.At)[0] == '\u0648' && walk.Draft.Subject is null) return On(ref walk, walk.At + 1); // "and" with a word no lexicon knows begins no subject
        if (walk.Cue.Has(Frames.Object) && words.Folded(walk.At) is ['\u0645', '\u0627']) return OpenObject(ref walk); // "denied what was said"
        if (walk.WantsSubject && walk.Draft.Subject is null && !IsOblique(walk.At, word) && Agrees(walk.Draft.Form, walk.At) && (MaySpeak(word, walk.At) || !walk.Cue.Has(Frames.Object | Frames.Describe) || ClauseAhead(walk, walk.At))) return TakeSubject(ref walk);
        if (walk.Draft.Subject is { } subject && (walk.Draft.Apposition is null || walk.AfterComma && walk.Draft.Apposition is { HasName: false } && word is { IsName: true, NameType: NameType.Person }) && walk.Draft.Source == SpeakerSource.Behind && (walk.AfterComma || !subject.HasName) && IsAppositionAt(walk, subject)) return TakeApposition(ref walk);
        if (walk.Cue.Has(Frames.Addressee) && walk.Draft.Addressee is null) return TakeAddressee(ref walk);
        if (walk.Cue.Has(Frames.Object) && !(walk.Draft.Subject is not null && ClauseAhead(walk, walk.At))) return OpenObject(ref walk);
        if (walk.Draft.Subject is null || walk.Draft.Form.Tense == CueTense.Participle) return SkipPhrase(ref walk);
        return ExtendSubject(ref walk);
    }

    // "renewed the call to", "repeated the warning of": the verbal noun says what kind of act it is.
    private static Step Renew(ref Walk walk, Cue renewed)
    {
        walk.Cue = renewed;
        walk.WantsSubject = false;
        return On(ref walk, walk.At + 1);
    }

    private Step TakeSubject(ref Walk walk)
    {
        var strict = walk.Cue.Has(Frames.Addressee | Frames.Describe | Frames.Relay | Frames.Support | Frames.Attitude | Frames.Blame) || walk.Cue.Has(Frames.Object) && !ClauseAhead(walk, walk.At);
        var phrase = phrases.Read(walk.At, walk.Limit, strict, walk.Cue);
        if (phrase.IsEmpty) return On(ref walk, walk.At + 1);
        walk.Draft.Subject = phrase;
        walk.Draft.Source = SpeakerSource.Behind;
        return On(ref walk, phrase.End);
    }

    private bool IsAppositionAt(in Walk walk, Phrase subject)
    {
        var word = words[walk.At];
        if (word.IsName) return word.NameType == NameType.Person && !subject.HasName;
        if (word.Is(WordClass.Person | WordClass.Honorific)) return walk.AfterComma || subject.IsPerson;
        if (!walk.AfterComma) return false;
        return !subject.HasName && subject.IsPerson && word.IsUnknown || !walk.Cue.Has(Frames.Object | Frames.Addressee);
    }

    private Step TakeApposition(ref Walk walk)
    {
        var phrase = phrases.Read(walk.At, walk.Limit, walk.Cue.Has(Frames.Object | Frames.Addressee), walk.Cue);
        if (phrase.IsEmpty) return On(ref walk, walk.At + 1);
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
            walk.Draft.Subject = subject with { End = more.End, NameFirst = subject.HasName || words.Folded(walk.At)[0] == '\u0648' ? subject.NameFirst : more.NameFirst, NameEnd = subject.HasName || words.Folded(walk.At)[0] == '\u0648' ? subject.NameEnd : more.NameEnd };
        return On(ref walk, Math.Max(more.End, walk.At + 1));
    }

    // "demanded of the officials": a sound plural in yeh and noon is never a subject.
    private bool IsOblique(int token, Word word) => word is { Plural: true, IsName: false } && word.Is(WordClass.Group) && words.Folded(token).EndsWith("\u064A\u0646");

    // An indefinite noun that is no kind of speaker is what a verb with an object speaks of.
    private bool MaySpeak(Word word, int token) => word.IsName || word.Is(WordClass.Speaker | WordClass.Honorific | WordClass.Quantity | WordClass.Kinship) || !word.HasPronoun && (word.Definite || word.Class == WordClass.None && words.MayName(token));

    // A verb before its subject agrees in gender alone.
    private bool Agrees(CueForm form, int token)
    {
        var gender = GenderOf(token);
        if (gender == Gender.Masculine && form.Gender == Gender.Feminine && words[token].Is(WordClass.Person)) return true; // "said (she) the consul"
        return gender == Gender.Unknown || form.Gender == Gender.Unknown || gender == form.Gender;
    }

    public Gender GenderOf(int token)
    {
        var word = words[token];
        if (word.Gender != Gender.Unknown) return word.Is(WordClass.Group) && word.Plural ? Gender.Unknown : word.Gender;
        if (word.IsName && word.NameType == NameType.Person || word.Kind != TokenKind.Word) return Gender.Unknown;
        if (words.Text[words.Document.Tokens[token].End - 1] == '\u0629' && !word.IsUnknown) return Gender.Feminine;
        return words.Bare(token).EndsWith("\u0627\u062A") && word.Definite ? Gender.Feminine : Gender.Unknown;
    }

    // "who is", "where": goes on about the speaker.
    private bool BeginsRelative(int token) => words.Folded(token) is ['\u0648', '\u0647', '\u0648' or '\u064A'] or ['\u062D', '\u064A', '\u062B'];

    private bool IsParticiple(int token) => CueLexicon.Words.TryGetValue(words.Folded(token), out var forms) && forms[0].Tense == CueTense.Participle && !forms[0].Plural && forms[0].Gender == Gender.Masculine;

    private bool IsCircumstantial(int token) => CueLexicon.Words.TryGetValue(words.Folded(token), out var forms) && forms[0].Tense == CueTense.Participle && !words[token].Is(WordClass.Speaker | WordClass.Noun);

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
