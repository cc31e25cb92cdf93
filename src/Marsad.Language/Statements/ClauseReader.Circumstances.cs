using Marsad.Language.Tokens;

namespace Marsad.Language.Statements;

// What stands between a cue and its words without being speaker or words: marks, relatives, publishers, times and venues, and those who relay.
internal sealed partial class ClauseReader
{
    private const int FarthestRelay = 12;
    private const int LongestWish = 5;

    private Step TakeMark(ref Walk walk, Word word)
    {
        if (quotes.Opens(walk.At) && quotes.Close(walk.At) < walk.Limit)
        {
            if (NameInMarks(walk) is { } named) walk.Draft.Apposition = named;
            else if (walk is { WantsSubject: true, Draft.Subject: null } && words[walk.At + 1].Is(WordClass.Medium) && words[walk.At - 1].Preposition == '\0' && !IsBarePreposition(walk.At - 1) && MayBeNamed(walk)) walk.Draft.Subject = InMarks(walk.At, quotes.Close(walk.At)) with { Head = words[walk.At + 1] };
            else if (media.InMarks(walk.At, quotes.Close(walk.At)) is { } medium) walk.Draft.Via = medium;
            else if (walk.Cue.Has(Frames.Addressee) && words[quotes.Close(walk.At) + 1] is { Preposition: '\0', And: false } behind && (behind is { IsName: true, NameType: NameType.Person } || behind.Is(WordClass.Person | WordClass.Honorific | WordClass.Group))) walk.Draft.Via = new Phrase(walk.At + 1, quotes.Close(walk.At), walk.At, walk.At, default); // 'told «X» so-and-so'
            else if (walk.WantsSubject && walk.Draft.Subject is null && MayBeNamed(walk)) walk.Draft.Subject = InMarks(walk.At, quotes.Close(walk.At));
            return On(ref walk, quotes.Close(walk.At) + 1);
        }

        if (word.Mark is '(' or '[')
        {
            var behind = AfterBracket(walk.At, walk.Limit);
            walk.Draft.Via ??= media.InMarks(walk.At, behind - 1);
            return On(ref walk, behind);
        }

        if (word.Mark is '-' or '\u2013' && WishEnd(walk.At, walk.Limit) is var wish and > 0) return On(ref walk, wish);
        if (word.Mark is '.' or '!' or '\u061F') return Step.Fail;
        if (word.Mark is '\u060C' or ',' && PauseBeforeThat(walk) is var that and > 0) return On(ref walk, that);
        var next = On(ref walk, walk.At + 1);
        walk.AfterComma = word.Mark is ',' or '\u060C' or '-' or '\u2013' or '\u061B';
        return next;
    }

    // Right behind the verb, a pause or a time; elsewhere the marks hold a title.
    private bool MayBeNamed(in Walk walk) => walk.At == walk.Draft.Cue + 1 || words[walk.At - 1].Kind == TokenKind.Punctuation || words[walk.At - 1].Is(WordClass.Time | WordClass.TimeAdj | WordClass.Adverb);

    // ', "so-and-so",': some newsrooms print the name behind the role in quotation marks.
    private Phrase? NameInMarks(in Walk walk)
    {
        var (open, close) = (walk.At, quotes.Close(walk.At));
        if (walk.Draft is not { Source: SpeakerSource.Behind, Apposition: null, Subject: { HasName: false } subject } || !subject.Head.Is(WordClass.Person) || words[open - 1].Mark is not ('\u060C' or ',') || subject.End != open - 1) return null;
        var first = words[open + 1].Is(WordClass.Honorific) && !words[open + 1].IsName && open + 2 < close ? open + 2 : open + 1;
        return phrases.IsQuotedName(first, close) ? new Phrase(first, close, first, close, words[first] with { Class = WordClass.Person }, Definite: true) : null;
    }

    // A speaker in quotation marks: his name without them, or a body with them.
    private Phrase InMarks(int open, int close) =>
        phrases.IsQuotedName(open + 1, close) ? new Phrase(open, close + 1, open + 1, close, words[open + 1] with { Class = WordClass.Person }, Definite: true) : new Phrase(open, close + 1, open, open, default);

    // "- may God keep him -": a wish for whoever was named; 0 for none.
    private int WishEnd(int dash, int limit)
    {
        var isWish = false;
        for (var i = dash + 1; i < limit && i <= dash + LongestWish; i++)
        {
            if (words[i].Mark is '-' or '\u2013') return isWish ? i + 1 : 0;
            isWish |= words.Folded(i).SequenceEqual("\u0627\u0644\u0644\u0647");
        }

        return 0;
    }

    // "added, in answer to a question whether ..., that": all between the pauses is circumstance.
    private int PauseBeforeThat(in Walk walk)
    {
        if (!walk.Cue.Has(Frames.Clause) || !walk.Draft.And || walk.At != walk.Draft.Cue + 1) return 0;
        for (var i = walk.At + 1; i + 1 < walk.Limit && i < walk.At + FarthestClause; i++)
        {
            if (words[i].Mark is '.' or ':' || words[i].Kind == TokenKind.Word && IsCue(i)) return 0;
            if (words[i].Mark is '\u060C' or ',' && words[i + 1].Is(WordClass.That)) return words[i + 1].Preposition == '\0' && !IsAndThat(i + 1) ? i + 1 : 0;
        }

        return 0;
    }

    private int AfterBracket(int open, int limit)
    {
        for (var i = open + 1; i < limit && i < open + 15; i++)
            if (words[i].Mark is ')' or ']') return i + 1;
        return open + 1;
    }

    private static Step TakeConnector(ref Walk walk)
    {
        if (!walk.Cue.Has(Frames.Carried)) return Step.Fail;
        walk.AfterConnector = true;
        walk.Draft.Connector = walk.At;
        return On(ref walk, walk.At + 1);
    }

    // "said, according to the agency, that": whoever is named here only relays.
    private Step TakeAttribution(ref Walk walk)
    {
        if (walk.Draft.Subject is null && walk.WantsSubject && !walk.Draft.And) return Step.Fail;
        if (walk.Draft is { Source: SpeakerSource.Behind, Subject: not null } && attributions.IsByTheTongueOf(walk.At) && attributions.Read(walk.At, walk.Draft.Sentence, walk.Draft.SentenceFirst, walk.Limit) is { Subject: not null } spokesman)
        {
            (walk.Draft.Subject, walk.Draft.Apposition, walk.Draft.Passed) = (spokesman.Subject, spokesman.Apposition, spokesman.First);
            return On(ref walk, spokesman.First);
        }

        if (attributions.Read(walk.At, walk.Draft.Sentence, walk.Draft.SentenceFirst, walk.Limit) is not { Subject: { } source } found || !IsGoverned(walk, found.First)) return Step.Fail;
        if (IsQuotedFrom(walk.At) && walk.Draft.Subject is { } relaying && relaying.Head.Is(WordClass.Medium)) (walk.Draft.Via, walk.Draft.Subject, walk.Draft.Apposition) = (relaying, source, found.Apposition);
        else if (source.Head.Is(WordClass.Medium) || words[source.First].IsName) walk.Draft.Via ??= source;
        walk.Draft.Passed = found.First;
        return On(ref walk, found.First);
    }

    // "the agency reported, quoting sources, that": the sources speak.
    private bool IsQuotedFrom(int token) => words.Bare(token) is ['\u0646', '\u0642', '\u0644', '\u0627'];

    // What the verb reports still comes: its "that", a colon, or its preposition.
    private bool IsGoverned(in Walk walk, int from)
    {
        for (var i = from; i < walk.Limit && i < from + FarthestRelay; i++)
        {
            if (words[i].Is(WordClass.That) || words[i].Mark == ':' || quotes.Opens(i)) return true;
            if (words[i].Kind == TokenKind.Word && !words[i].Is(WordClass.That) && walk.Cue.Preposition(words[i].Preposition == '\0' ? words.Bare(i) : [words[i].Preposition]) is { Addressee: false }) return true;
            if (words[i].Mark == '.' || IsCue(i) || IsParticiple(i)) return false;
        }

        return false;
    }

    // A relative clause ends at the next comma, or where the words are opened.
    private Step SkipRelative(ref Walk walk)
    {
        walk.InRelative = true;
        return On(ref walk, walk.At + 1);
    }

    // "a statement that the agency published": the medium relays.
    private Step TakePublisher(ref Walk walk)
    {
        if (media.Publisher(walk.At, walk.Limit) is not { } medium) return On(ref walk, walk.At + 1);
        walk.Draft.Via ??= medium;
        return On(ref walk, quotes.Closes(medium.End) ? medium.End + 1 : medium.End);
    }

    private Step TakeCircumstance(ref Walk walk, Word word)
    {
        var host = word.Preposition != '\0' ? walk.At : walk.At + 1;
        if (host >= walk.Limit) return Step.Fail;
        if (word.Is(WordClass.Carrier)) return On(ref walk, host); // "in it": the speech that holds the words
        if (walk.Cue.Has(Frames.Relay) && !walk.HasRelayed && word.Preposition == '\0' && walk.Cue.Preposition(words.Bare(walk.At)) is not null) return TakeRelayed(ref walk, host);
        if (words[host].Is(WordClass.Prep) && word.Preposition == '\0' && !words[host].Is(WordClass.Speaker) && host + 1 < walk.Limit) host++; // "on after": two prepositions, one circumstance
        if (words[host].Kind != TokenKind.Word) return On(ref walk, host);
        if (words[host].Is(WordClass.That)) return On(ref walk, host + 1);
        var phrase = phrases.Read(host, walk.Limit, strict: true, walk.Cue);
        if (media.At(host, walk.Limit) is { } medium)
        {
            walk.Draft.Via ??= medium;
            return On(ref walk, Math.Max(phrase.End, quotes.Closes(medium.End) ? medium.End + 1 : medium.End));
        }

        if (!words[host].Definite && !words[host].IsName && !(phrase.HasName && words[phrase.NameFirst].IsName)) walk.Occasion = Math.Max(phrase.End, host + 1);
        if (words[host].Is(WordClass.Venue) && words.EndsInPronoun(host)) walk.WantsSubject = false; // "during his meeting with ...": he is the speaker, who was named before
        return On(ref walk, Math.Max(phrase.End, host + 1));
    }

    // "the agency quoted so-and-so as saying": the subject so far is the medium, the speaker comes now.
    private Step TakeRelayed(ref Walk walk, int host)
    {
        var phrase = phrases.Read(host, RelayedEnd(walk, host), strict: false);
        if (phrase.IsEmpty) return Step.Fail;
        walk.Draft.Via = walk.Draft.Subject;
        walk.Draft.Subject = phrase;
        walk.Draft.Apposition = null;
        walk.HasRelayed = true;
        walk.WantsSubject = false;
        walk.At = phrase.End;
        SkipVerbalNoun(ref walk);
        return Step.Walk;
    }

    // Whoever is quoted ends where "as saying", the words or a relative clause begin.
    private int RelayedEnd(in Walk walk, int host)
    {
        for (var i = host + 1; i < walk.Limit; i++)
            if (words[i].Kind != TokenKind.Word && !quotes.Opens(i) && !quotes.Closes(i) || words[i].Is(WordClass.That | WordClass.Relative | WordClass.Closing) || VerbalNounAt(i) is not null || IsDescribed(i)) return i;
        return walk.Limit;
    }

    // "his saying", "her confirmation".
    private void SkipVerbalNoun(ref Walk walk)
    {
        if (walk.At < walk.Limit && VerbalNounAt(walk.At) is not null) walk.At++;
    }

    private Cue? VerbalNounAt(int token)
    {
        if (words[token].Kind != TokenKind.Word) return null;
        Clitics.TryFind(CueLexicon.Words, words.Bare(token), out var stem, out var forms);
        if (forms is null || stem.Start > 0 && (stem.Proclitics & Proclitics.Article) == 0) return null;
        foreach (var form in forms)
            if (form.Tense == CueTense.VerbalNoun) return form.Cue;
        return null;
    }
}
