using Marsad.Language.Tokens;

namespace Marsad.Language.Statements;

/// <summary>The readers of one document.</summary>
internal sealed class Reading
{
    private const string Considered = "\u0627\u0639\u062A\u0628\u0631";
    private const int FarthestPredicate = 4;
    private const int FarthestTurn = 8;
    private const int LongestCircumstance = 6;

    private readonly CueFinder _cues;
    private readonly ClauseReader _clauses;
    private readonly SubjectFinder _subjects;
    private readonly AttributionReader _attributions;
    private readonly NounCueReader _nouns;

    public Reading(Document document, IReadOnlyList<Name> names)
    {
        Words = new Words(document, names);
        Quotes = Quotes.Pair(document);
        Phrases = new PhraseReader(Words, Quotes);
        _cues = new CueFinder(Words);
        var media = new MediumReader(Words, Quotes, Phrases);
        _attributions = new AttributionReader(Words, Quotes, Phrases, media);
        _clauses = new ClauseReader(Words, Quotes, Phrases, _attributions, media);
        _subjects = new SubjectFinder(Words, Quotes, Phrases, _clauses);
        _nouns = new NounCueReader(Words, Quotes, Phrases);
        Contents = new ContentReader(Words, Quotes, _attributions);
        Media = new SentenceMedia(Words, Quotes, _attributions, media);
    }

    public Words Words { get; }

    public Quotes Quotes { get; }

    public PhraseReader Phrases { get; }

    public ContentReader Contents { get; }

    public SentenceMedia Media { get; }

    public List<Draft> Drafts()
    {
        var drafts = new List<Draft>();
        var matches = new List<CueMatch>();
        for (var s = 0; s < Words.Document.Sentences.Count; s++)
        {
            var sentence = Words.Document.Sentences[s];
            for (var token = sentence.First; token < sentence.End; token++) token = Take(token, s, sentence, matches, drafts);
        }

        return drafts;
    }

    /// <summary>Takes the statement cued at a token, if there is one; returns the last token that can hold no further cue.</summary>
    private int Take(int token, int index, Sentence sentence, List<CueMatch> matches, List<Draft> drafts)
    {
        if (_attributions.IsAttribution(token))
        {
            if (_attributions.ClosingEnd(token, sentence.End) is var closing and > 0) return closing - 1;
            if (_attributions.Read(token, index, sentence.First, sentence.End) is { } attribution)
            {
                drafts.Add(attribution);
                return attribution.First - 1;
            }
        }

        if (drafts.Count > 0 && drafts[^1].Connector == token) return token;
        _cues.At(token, matches);
        foreach (var match in matches)
        {
            if (Read(match, token, index, sentence) is not { } draft || IsInsideSubject(draft, drafts)) continue;
            drafts.Add(draft);
            return LastTaken(draft);
        }

        if (WithoutVerb(token, index, sentence, drafts) is { } noun) drafts.Add(noun);
        return token;
    }

    private Draft? WithoutVerb(int token, int index, Sentence sentence, List<Draft> drafts)
    {
        if (drafts.Count > 0 && drafts[^1].First > token) return null; // it stands between a cue and its words
        if (Words.IsMark(token, ':')) return drafts.Count > 0 && drafts[^1].First == token + 1 ? null : _nouns.Headline(token, index, sentence);
        return Quotes.Around(token) < 0 ? _nouns.Noun(token, index, sentence) : null;
    }

    // "said a report (that) the bank published, that": one "that" opens the words of one cue, the first.
    private static bool IsInsideSubject(Draft draft, List<Draft> drafts) =>
        drafts.Count > 0 && drafts[^1] is { IsAttribution: false } outer && outer.First == draft.First && outer.Source == SpeakerSource.Behind && outer.Subject is { } subject && subject.End <= draft.Cue && !draft.And;

    // "wa" set apart from its word.
    private bool IsLoneAnd(int token) => Words.Folded(token) is ['\u0648'];

    // The subject may be a word that is also a cue (student, spokesman); an inner clause before the words may hold a real one.
    private static int LastTaken(Draft draft) => draft.Passed > 0 ? draft.Passed - 1 : draft.Source == SpeakerSource.Behind && draft.Subject is { } subject && subject.First > draft.Cue && subject.End <= draft.First ? subject.End - 1 : draft.Cue;

    private Draft? Read(CueMatch match, int token, int index, Sentence sentence)
    {
        var draft = new Draft(match.Form, token, match.Span) { HasCarrier = _subjects.HasCarrier(token, sentence.First, sentence.End), And = match.And || token > sentence.First && IsLoneAnd(token - 1), Sentence = index, SentenceFirst = sentence.First, SentenceEnd = sentence.End };
        if (match.Form.Tense != CueTense.Participle && !(IsNamedBehind(match, token)) && _subjects.Before(match, token, sentence.First) is { } before)
        {
            draft.Subject = before;
            draft.Source = SpeakerSource.Before;
        }

        if (!_clauses.Read(draft, sentence.End) || Words[draft.First].Kind == TokenKind.Punctuation && !Quotes.Opens(draft.First) && draft.First + 1 >= sentence.End) return null;
        if (SpeaksOfAntecedent(draft) || draft.Subject is { IsEmpty: true }) draft.Subject = null;
        Settle(draft, match);
        return Accepts(draft) ? draft : null;
    }

    // "about the absence of a player, explained so-and-so that".
    private bool IsNamedBehind(CueMatch match, int token) =>
        !match.HasObject && !match.Form.Plural && Words[token + 1] is { IsName: true, NameType: NameType.Person, Preposition: '\0', And: false } name && (Words[name.NameEnd].Is(WordClass.That) || Words[name.NameEnd].Mark is ':');

    // "his party, which he said (that it) would be": the pronoun takes up the antecedent, which is then not the speaker.
    private bool SpeaksOfAntecedent(Draft draft) =>
        draft is { Source: SpeakerSource.Before, ThatHasPronoun: true, Subject: { } subject } && Words[draft.Cue - 1].Is(WordClass.Relative) && !(subject.HasName && Words[subject.NameFirst].IsName) && !subject.Head.Is(WordClass.Person | WordClass.Group);

    private void Settle(Draft draft, CueMatch match)
    {
        if (match.Form.Tense == CueTense.Participle) draft.Source = SpeakerSource.Circumstance;
        else if (draft.Subject is null) draft.Source = SpeakerSource.Elided;
        else if (match.Form.Cue.Has(Frames.Transitive) && !match.HasObject && draft.Addressee is null && draft.Source == SpeakerSource.Behind && !HasThat(draft)) TakeAsObject(draft);
        else if (match.Form.Cue.Has(Frames.Addressee) && !match.HasObject && draft is { Addressee: null, Source: SpeakerSource.Behind, Subject: { HasName: false } lone } && HasOblique(lone)) TakeAsObject(draft);
        if (match.Form.Cue.Has(Frames.Describe)) draft.Addressee = null;
        draft.LeftEdge = LeftEdge(draft);
    }

    // "the paper described that as": that is the object.
    private bool HasThat(Draft draft) => draft.Form.Cue.Has(Frames.Describe) && draft.Subject is { } subject && Words[subject.End] is { Preposition: '\0' } behind && behind.Is(WordClass.Demonstrative);

    // "called upon elders and politicians to": a sound plural in yeh and noon stands in no subject.
    private bool HasOblique(Phrase phrase)
    {
        for (var i = phrase.First; i < phrase.End; i++)
            if (Words[i].And && Words[i].Definite && Words.Folded(i).EndsWith("\u064A\u064A\u0646")) return true;
        return false;
    }

    private static void TakeAsObject(Draft draft)
    {
        draft.Addressee = draft.Subject;
        draft.Subject = null;
        draft.Source = SpeakerSource.Elided;
    }

    private int LeftEdge(Draft draft)
    {
        var edge = draft.Source == SpeakerSource.Before && draft.Subject is { } subject ? subject.First : draft.Cue;
        if (draft.Source == SpeakerSource.Elided && edge - 2 > draft.SentenceFirst && Words[edge - 1].Is(WordClass.Relative) && Words[edge - 2].Mark is '\u060C' or ',') return edge - 1;
        if (draft.Source == SpeakerSource.Behind && Circumstance(edge, draft.SentenceFirst) is var start and > 0) return start;
        while (edge - 1 > draft.SentenceFirst && Words[edge - 1].Kind == TokenKind.Word && Words[edge - 1].Is(WordClass.Clause | WordClass.Auxiliary)) edge--;
        if (draft.Source == SpeakerSource.Before && edge == draft.Subject?.First) return draft.Cue;
        return edge;
    }

    // ", and until now so-and-so announced": the clause begins with its circumstance.
    private int Circumstance(int edge, int sentenceFirst)
    {
        for (var i = edge - 1; i > sentenceFirst && i >= edge - LongestCircumstance && Words[i].Kind == TokenKind.Word; i--)
            if (Words[i - 1].Mark is '\u060C' or ',' && Words.Folded(i)[0] == '\u0648' && Words[i].Is(WordClass.Prep | WordClass.Time) && Words[i].And) return i;
        return 0;
    }

    // A cue that is also a noun or a preposition is a verb only where a verb can stand: at the head of its clause, or behind its subject.
    private bool IsNounHere(Draft draft)
    {
        if (Words[draft.Cue].Is(WordClass.Prep) && !IsMarkedVerb(draft.Cue) && (HasPause(draft.Cue, draft.First) && draft.First - draft.Cue > 4 && !HasName(draft) || draft.First - draft.Cue > 16 && draft.Subject is not { HasName: true })) return true;
        if (IsCharged(draft) || IsAffiliated(draft)) return true;
        if (IsMarkedVerb(draft.Cue)) return false;
        if (draft.And || draft.HasCarrier || draft.Source == SpeakerSource.Circumstance || draft.Cue == draft.SentenceFirst) return false;
        if (draft is { Source: SpeakerSource.Behind, Opener: Opener.That or Opener.Colon, Subject: { } subject } && !Words[draft.Cue].Is(WordClass.Prep) && subject.Head.Is(WordClass.Person | WordClass.Group)) return false;
        var before = Words[draft.Cue - 1];
        if (before.Is(WordClass.Venue) && Words.EndsInPronoun(draft.Cue - 1)) return false; // "from his side,"
        if (Words[draft.Cue].Is(WordClass.Prep) && draft is { Source: SpeakerSource.Behind, Opener: Opener.That, Subject: { } person } && (person.HasName && Words[person.NameFirst].IsName || person.Head.Definite && person.IsPerson) && !IsJoint(person) && draft.First <= person.End + 2) return false; // "so-and-so made clear that", no "between"
        if (Words[draft.Cue].Is(WordClass.Prep) && draft is { And: false, Opener: Opener.Quote, Subject: not { IsPerson: true } } && before.Kind == TokenKind.Word) return true; // "by the telescope «X»"
        if (Words[draft.Cue].Is(WordClass.Prep)) return !before.Is(WordClass.Auxiliary | WordClass.Clause | WordClass.Relative) && draft.First != draft.Cue + 2 && !(before.Kind == TokenKind.Punctuation && draft.Source == SpeakerSource.Behind && !HasPause(draft.Cue, draft.First));
        if (draft.Source == SpeakerSource.Before && !(Words.EndsInPronoun(draft.Cue) && draft.Subject is { Definite: false } annexed && annexed.End == draft.Cue)) return false; // "one in charge of her affair" is no verb
        if (draft is { Source: SpeakerSource.Elided, Opener: Opener.Quote or Opener.Colon or Opener.That or Opener.Bare, Form.Tense: CueTense.Past } && IsTurn(draft)) return false;
        if (draft is { Source: SpeakerSource.Behind, Form: { Tense: CueTense.Past, Gender: Gender.Feminine }, Subject: { } she } && Words[she.First] is var head && (head.IsName || head.Definite && head.Is(WordClass.Speaker))) return false; // no noun ends so, and she who does it follows
        return (Words[draft.Cue].Is(WordClass.Noun | WordClass.Person) || draft.Source == SpeakerSource.Elided || draft.Opener is Opener.Object or Opener.Preposition) && before.Kind == TokenKind.Word && !before.Is(WordClass.Clause | WordClass.Auxiliary | WordClass.Relative | WordClass.Time | WordClass.TimeAdj | WordClass.Adverb | WordClass.That);
    }

    // A doubled middle letter that the newsroom writes: "made clear", no "between".
    private bool IsMarkedVerb(int token) => Words[token].Is(WordClass.Prep) && Words.Document.Tokens[token].Span.Of(Words.Text).Contains('\u0651');

    // "And about the election he said": the speaker turns to another matter.
    private bool IsTurn(Draft draft)
    {
        for (var i = draft.Cue - 1; i >= draft.SentenceFirst && i >= draft.Cue - FarthestTurn; i--)
        {
            if (Words[i].Kind != TokenKind.Word) return false;
            if (Words.Bare(i) is ['\u0639', '\u0646'] or ['\u062D', '\u0648', '\u0644'] or ['\u0628', '\u0634', '\u0627', '\u0646'] or ['\u0628', '\u062E', '\u0635', '\u0648', '\u0635']) return i == draft.SentenceFirst || Words[i].And || Words[i - 1].Kind != TokenKind.Word;
        }

        return false;
    }

    private bool IsJoint(Phrase phrase)
    {
        for (var i = phrase.First + 1; i < phrase.End; i++)
            if (Words[i].And) return true;
        return false;
    }

    // "an officer affiliated to": written like "went on".
    private bool IsAffiliated(Draft draft) => !draft.And && draft.Form.Cue.Has(Frames.Bare) && Words[draft.Cue + 1].Preposition == '\u0644' && Words[draft.Cue - 1] is { Kind: TokenKind.Word, Definite: false } before && before.Is(WordClass.Noun);

    // "(that) all parties are called upon to": a feminine participle that ends its clause's first phrase is its predicate, and passive.
    private bool IsCharged(Draft draft)
    {
        if (draft is { Source: SpeakerSource.Circumstance, And: false } && Words[draft.Cue].Is(WordClass.Document) && Words[draft.Cue - 1].Kind == TokenKind.Word) return true; // "handed over a memorandum"
        if (draft is { Source: SpeakerSource.Circumstance, And: false, Addressee: null, Opener: Opener.Preposition, Form: { Gender: Gender.Feminine, Plural: false } } && draft.Form.Cue.Has(Frames.Addressee) && Words[draft.Cue - 1].Kind == TokenKind.Word && draft.First == draft.Cue + 1) return true; // "cafes threatened with"
        if (draft is not { Source: SpeakerSource.Circumstance, And: false, Form: { Gender: Gender.Feminine, Plural: false } } || !draft.Form.Cue.Has(Frames.Addressee) || draft.Opener != Opener.Preposition) return false;
        for (var i = draft.Cue - 1; i >= draft.SentenceFirst && i >= draft.Cue - FarthestPredicate; i--)
        {
            if (Words[i].Kind == TokenKind.Punctuation) return false;
            if (Words[i].Is(WordClass.That) || i == draft.SentenceFirst || Words[i].IsVerb && !Words[i].Is(WordClass.Noun) && i == draft.Cue - 1) return true;
        }

        return false;
    }

    private static bool HasName(Draft draft) => draft.Subject is { HasName: true } or { Head.Class: not WordClass.None };

    private bool HasPause(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (Words[i].Kind == TokenKind.Punctuation) return true;
        return false;
    }

    private bool IsImpersonal(Draft draft)
    {
        if (draft.Form.Tense != CueTense.Present || draft.Source == SpeakerSource.Behind) return false;
        return Words[draft.Cue].Is(WordClass.Unsaid) || draft.Source == SpeakerSource.Elided && Words[draft.Cue].Is(WordClass.Impersonal);
    }

    // "the growth of the reserves points to": an indefinite noun that is no kind of speaker says nothing.
    private bool MaySpeak(Phrase subject, bool strong)
    {
        var head = subject.Head;
        return strong && subject.Definite && (Words[subject.End - 1].Definite || Words[subject.End - 1].IsName) || head.Definite || head.Class == WordClass.None || head.Is(WordClass.Speaker | WordClass.Honorific | WordClass.Quantity) || Words[subject.First].Is(WordClass.Quantity) || Words[subject.First].IsName || !head.Is(WordClass.Noun);
    }

    private bool IsWhat(int token) => token >= 0 && Words.Folded(token) is ['\u0645', '\u0627'] or ['\u0645', '\u0645', '\u0627'];

    // "the decisions that he announced (them)": what was said stands before.
    private bool IsTakenUp(Draft draft) =>
        draft.Opener is Opener.Object or Opener.Preposition && Words.EndsInPronoun(draft.Cue + 1) && Words.Folded(draft.Cue + 1) is ['\u0639', '\u0646', '\u0647', ..] or ['\u0628', '\u0647', ..] or ['\u0627', '\u0644', '\u064A', '\u0647', ..] or ['\u0639', '\u0644', '\u064A', '\u0647', ..];

    private bool Accepts(Draft draft)
    {
        var cue = draft.Form.Cue;
        if (cue.Has(Frames.PersonOnly) && !(draft.Subject is { } subject && (subject.Head.Is(WordClass.Person) || subject.HasName && Words[subject.NameFirst].IsName))) return false;
        if (draft.Form.Tense == CueTense.Present && draft.Opener is Opener.Quote or Opener.Colon && cue.Lemma == Considered) return false; // "is considered"
        if (IsNounHere(draft) || IsImpersonal(draft) || draft.Form.Tense == CueTense.Present && (IsWhat(draft.Cue - 1) || IsWhat(draft.Cue - 2) && Words[draft.Cue - 1].Is(WordClass.Auxiliary))) return false;
        if (Words[draft.First].Mark is '.' or '\u060C' or ',') return false; // nothing is left to say
        if (draft is { Opener: Opener.Object, Source: SpeakerSource.Elided, Form.Tense: CueTense.Present }) return false;
        if (Words[draft.Cue - 1].Is(WordClass.Relative) && IsTakenUp(draft)) return false;
        if (draft is { Opener: Opener.Object or Opener.Preposition, Source: SpeakerSource.Elided, ThatHasPronoun: false, Form.Tense: CueTense.Present } && Words[draft.Cue - 1].Is(WordClass.Relative)) return false; // "the event that reveals": nobody speaks
        if (draft is { Source: SpeakerSource.Behind, IsAttribution: false, Subject: { HasName: false } spoken } && !MaySpeak(spoken, draft.Opener is Opener.That or Opener.Colon or Opener.Quote)) return false;
        return Quotes.Around(draft.Cue) is var around && around < 0 || Quotes.IsUnclosed(around) && (draft is { Source: SpeakerSource.Behind, Subject: { HasName: true } } || draft is { Source: SpeakerSource.Circumstance, Opener: Opener.That or Opener.Object } && Words[draft.Cue - 1].Mark is '\u060C' or ',') || draft.Source is SpeakerSource.Behind or SpeakerSource.Before && draft.Opener is Opener.That or Opener.Preposition;
    }
}
