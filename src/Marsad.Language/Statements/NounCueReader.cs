using Marsad.Language.Tokens;

namespace Marsad.Language.Statements;

/// <summary>Reads statements that no verb cues: a verbal noun with its clause ("his confession that", "the ministry's announcement that") and the colon behind a speaker ("the minister: we shall ...").</summary>
internal sealed class NounCueReader(Words words, Quotes quotes, PhraseReader phrases)
{
    private const int LongestHeadline = 8;
    private const int ShortestContent = 4;
    private const int FarthestVerb = 8;

    private static readonly CueForm Colon = new(new Cue(":", StatementType.Assert, Frames.None, [], StatementType.Assert), CueTense.VerbalNoun, Gender.Unknown, false);

    /// <summary>The statement that a verbal noun at <paramref name="token"/> cues; null where none does.</summary>
    public Draft? Noun(int token, int index, Sentence sentence)
    {
        if (words[token] is not { Kind: TokenKind.Word, Definite: false, IsName: false } || Form(token) is not { } form) return null;
        if (words[token].Is(WordClass.Venue | WordClass.Interview) && words[token - 1].Is(WordClass.Prep | WordClass.Noun | WordClass.Venue) || words.Bare(token - 1) is ['\u062A', '\u0645', ..]) return null; // "at the end of his statement", "(the informing of him) took place"
        var subject = words.EndsInPronoun(token) ? default(Phrase?) : phrases.Read(token + 1, sentence.End, strict: true);
        if (subject is { } phrase && (phrase.IsEmpty || !MaySpeak(phrase))) return null;
        var opener = Open(subject?.End ?? token + 1, sentence.End);
        if (opener.First == 0) return null;
        return new Draft(form, token, words.Document.Without(token, words[token].Lead))
        {
            IsNoun = true,
            Sentence = index,
            SentenceFirst = sentence.First,
            SentenceEnd = sentence.End,
            Subject = subject,
            Source = subject is null ? SpeakerSource.Circumstance : SpeakerSource.Behind,
            Opener = opener.Kind,
            First = opener.First,
            Start = words.Document.Tokens[opener.First].Start,
            Type = form.Cue.ClauseType,
        };
    }

    /// <summary>The statement of a headline in the text: nothing but its speaker stands before the colon at <paramref name="token"/>.</summary>
    public Draft? Headline(int token, int index, Sentence sentence)
    {
        var first = HeadlineFirst(token, sentence.First);
        if (first >= token || sentence.End - token <= ShortestContent || words[token + 1].Kind == TokenKind.Number || IsList(token, sentence.End) || !HasVerb(token + 1, sentence.End)) return null;
        var phrase = phrases.Read(first, token, strict: false);
        if (phrase.End != token || !IsSomebody(phrase)) return null;
        var opens = quotes.Opens(token + 1);
        return new Draft(Colon, token, words.Document.Tokens[token].Span)
        {
            Sentence = index,
            SentenceFirst = sentence.First,
            SentenceEnd = sentence.End,
            Subject = phrase,
            Source = SpeakerSource.Before,
            Opener = opens ? Opener.Quote : Opener.Colon,
            First = token + 1,
            Start = words.Document.Tokens[token + 1].Start,
            Type = StatementType.Assert,
        };
    }

    private CueForm? Form(int token)
    {
        Clitics.TryFind(CueLexicon.Words, words.Bare(token), out var stem, out var forms);
        if (forms is null || stem.Start > 0) return null;
        foreach (var form in forms)
            if (form.Tense == CueTense.VerbalNoun && form.Cue.Has(Frames.Clause)) return form with { Gender = PronounGender(token), Plural = words.EndsInPronoun(token) && words.Folded(token)[^1] == '\u0645' };
        return null;
    }

    private Gender PronounGender(int token) => !words.EndsInPronoun(token) ? Gender.Unknown : words.Folded(token)[^1] == '\u0627' ? Gender.Feminine : Gender.Masculine;

    private bool MaySpeak(Phrase phrase) => words[phrase.First].Preposition == '\0' && (phrase.HasName && words[phrase.NameFirst].IsName || phrase.Head.Definite && phrase.Head.Is(WordClass.Speaker) || phrase.Definite && phrase.Head.Is(WordClass.Person | WordClass.Body) || words[phrase.First].IsName);

    // "that", "upon that", a colon or a quotation right behind.
    private (int First, Opener Kind) Open(int at, int limit)
    {
        if (at + 1 >= limit) return default;
        if (words[at].Is(WordClass.That) && !words[at].And) return (at + 1, Opener.That);
        if (words[at].Is(WordClass.Prep) && words.Folded(at) is ['\u0639', '\u0644', '\u064A'] or ['\u0627', '\u0644', '\u064A'] && words[at + 1].Is(WordClass.That) && at + 2 < limit) return (at + 2, Opener.That);
        if (words.IsMark(at, ':')) return (at + 1, quotes.Opens(at + 1) ? Opener.Quote : Opener.Colon);
        return quotes.Opens(at) && quotes.Close(at) - at > ShortestContent ? (at, Opener.Quote) : default;
    }

    private int HeadlineFirst(int token, int sentenceFirst)
    {
        for (var i = token - 1; i >= sentenceFirst; i--)
            if (words.IsMark(i, ':')) return token - i - 1 <= LongestHeadline ? i + 1 : token;
        return token - sentenceFirst <= LongestHeadline ? sentenceFirst : token;
    }

    // "coach: so-and-so, keeper: so-and-so".
    private bool IsList(int token, int end)
    {
        for (var i = token + 1; i < end && i <= token + LongestHeadline; i++)
            if (words.IsMark(i, ':')) return true;
        return false;
    }

    private bool IsSomebody(Phrase phrase)
    {
        for (var i = phrase.First; i < phrase.End; i++)
            if (words[i].IsVerb || words[i].Kind == TokenKind.Number || words[i].Is(WordClass.Medium)) return false;
        if (phrase.NameFirst > phrase.First && phrase.Head.Is(WordClass.Noun) && !phrase.Head.Is(WordClass.Speaker | WordClass.Honorific)) return false; // "photographs so-and-so:"
        return phrase.HasName && words[phrase.NameFirst].IsName || phrase.Head.Is(WordClass.Person) && phrase.Definite || words[phrase.First] is { IsName: true, NameType: NameType.Organization };
    }

    private bool HasVerb(int first, int end)
    {
        for (var i = first; i < end && i < first + FarthestVerb; i++)
            if (words[i].IsVerb || words[i].Is(WordClass.That) || quotes.Opens(i) || words[i].IsUnknown && words.Folded(i) is ['\u0633', '\u0646' or '\u064A' or '\u062A' or '\u0627', _, _, ..]) return true;
        return false;
    }
}
