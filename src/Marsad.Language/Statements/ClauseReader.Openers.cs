using Marsad.Language.Tokens;

namespace Marsad.Language.Statements;

// What opens the reported words: that, a colon, a quotation, the verb's own preposition, or nothing at all.
internal sealed partial class ClauseReader
{
    private const int ShortestLine = 4;

    private bool TryOpen(ref Walk walk, Word word)
    {
        if (word.Is(WordClass.That))
        {
            walk.Draft.ThatHasPronoun = word.HasPronoun;
            return !IsAndThat(walk.At) && !IsAside(walk.At - 1) && OpensClause(walk, word) && Open(ref walk, Opener.That, walk.At + 1, walk.Cue.ClauseType);
        }

        if (OpensThat(walk, word)) return Open(ref walk, Opener.That, walk.At + 2, walk.Cue.ClauseType);
        if (word.Mark == ':' && words[walk.At + 1].Mark == '/') return false; // an address
        if (word.Mark == ':') return walk.Cue.Has(Frames.Quote | Frames.Clause | Frames.Carried) && Open(ref walk, Opener.Colon, walk.At + 1, walk.Cue.ClauseType);
        if (quotes.Opens(walk.At)) return OpensSpeech(walk) && Open(ref walk, Opener.Quote, walk.At, walk.Cue.Type);
        if (word.Kind != TokenKind.Word) return false;
        if (walk.Cue.Has(Frames.Blame) && word.Is(WordClass.NominalVerb)) return Open(ref walk, Opener.Object, walk.At, walk.Cue.Type);
        if (walk.Cue.Has(Frames.Attitude) && word.Is(WordClass.Attitude)) return Open(ref walk, Opener.Object, walk.At, walk.Cue.Type);
        if (walk.Cue.Has(Frames.Bare) && walk.At == walk.Draft.Cue + 1 && BeginsSpeech(walk.At)) return Open(ref walk, Opener.Bare, walk.At, walk.Cue.Type);
        return OpensByPreposition(ref walk, word);
    }

    // "added to that": with a verb whose preposition it is not, "to" and "upon" before a "that" are the writer's slip.
    private bool OpensThat(in Walk walk, Word word) =>
        word.Is(WordClass.Prep) && walk.Cue.Has(Frames.Clause) && words.Folded(walk.At) is ['\u0627', '\u0644', '\u064A'] or ['\u0639', '\u0644', '\u064A'] or ['\u0639', '\u0646'] && walk.At == (walk.Draft is { Source: SpeakerSource.Behind, Subject: { } subject } ? subject.End : walk.Draft.Cue + 1) && words[walk.At + 1] is { Preposition: '\0' } next && next.Is(WordClass.That);

    private static bool OpensClause(in Walk walk, Word word)
    {
        if (word.Preposition == Lam) return false;
        if (walk.Cue.Has(Frames.Clause | Frames.Describe | Frames.Carried) || walk.HasRelayed) return true;
        return word.Preposition == Beh && walk.Cue.Preposition([Beh]) is not null;
    }

    // ", especially (that)"; without a pause before it the word is an adjective ("special sources").
    private bool IsAside(int token) => words[token].Is(WordClass.Aside) && (!words[token].Is(WordClass.Adjective) || words[token].And || words[token - 1].Kind == TokenKind.Punctuation);

    // "and that" goes on with a clause, "so (it is) that" answers one: they open none.
    private bool IsAndThat(int token) => words.Folded(token) is ['\u0648' or '\u0641', ..];

    // A quotation is speech unless it is short and something else opens the words later, or it is a name behind its kind or preposition.
    private bool OpensSpeech(in Walk walk)
    {
        if (!walk.Cue.Has(Frames.Quote | Frames.Carried) && !walk.HasRelayed && !walk.AfterConnector) return false;
        var before = words[walk.At - 1];
        if (IsBarePreposition(walk.At - 1)) return false;
        if (ThatBehind(walk, quotes.Close(walk.At) + 1) || NameInMarks(walk) is not null) return false;
        var length = quotes.Close(walk.At) - walk.At - 1;
        if (length <= 3 && before.Kind == TokenKind.Word && before.Is(WordClass.Prep) && !before.Is(WordClass.Speaker | WordClass.Noun)) return false; // "on «X»"
        var named = before.Kind == TokenKind.Word && before.Is(WordClass.Body | WordClass.Medium | WordClass.Document | WordClass.Group | WordClass.Venue);
        if (length <= 4 && (named || OpensLater(quotes.Close(walk.At) + 1, walk.Limit))) return false;
        if (length <= 3 && before.Kind == TokenKind.Word && before.Is(WordClass.Noun) && !before.Definite && !before.IsName && !before.Is(WordClass.Person | WordClass.Venue) && walk.Draft.Subject is null) return false;
        return !named || length > 4;
    }

    // 'on "the role of the courts", (to) that': what stood in marks was a title.
    private bool ThatBehind(in Walk walk, int at)
    {
        if (words[at].Mark is '\u060C' or ',') at++;
        if (words[at].Is(WordClass.Prep) && walk.Cue.Preposition(words.Bare(at)) is not null) at++;
        return at < walk.Limit && words[at].Is(WordClass.That) && !IsAndThat(at) && walk.Cue.Has(Frames.Clause);
    }

    // The clause that the cue reports comes later, so that what stands here is subject or circumstance: a "that" of its own before the next verb of saying.
    private bool ClauseAhead(in Walk walk, int from)
    {
        if (!walk.Cue.Has(Frames.Clause)) return false;
        for (var i = from + 1; i < walk.Limit && i < from + FarthestClause; i++)
        {
            if (words[i].Is(WordClass.That)) return words[i].Preposition == '\0' && !IsAndThat(i) && !words[i - 1].Is(WordClass.Prep) && !IsAside(i - 1) && !(words[i - 1].Is(WordClass.Obligation) && !words[i - 1].Definite);
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
            || IsFirstPerson(token)
            || folded is ['\u0644', '\u0642', '\u062F'] or ['\u0646', '\u062D', '\u0646'] or ['\u0627', '\u0646', '\u0627'];
    }

    // "I think": a hamza before what is a present tense with the yeh of the third person.
    private bool IsFirstPerson(int token) =>
        words.Folded(token) is ['\u0627', _, _, _, ..] folded && words.Text[words.Document.Tokens[token].Start] == '\u0623' && words[token] is { IsName: false, Definite: false } word && !word.Is(WordClass.Noun | WordClass.Speaker | WordClass.Adjective | WordClass.PhraseEnd)
        && (CueLexicon.Words.TryGetValue($"\u064A{folded[1..]}", out var forms) && forms[0].Tense == CueTense.Present);

    // "said so-and-so (a thousand were killed)": nothing opened any words, and what follows his name is a verb or a word that no lexicon knows.
    private bool BareAfterAll(ref Walk walk)
    {
        if (!walk.Cue.Has(Frames.Bare) || walk.Draft is not { Source: SpeakerSource.Behind, Subject: { HasName: true } subject } || !words[subject.NameFirst].IsName && !quotes.Closes(subject.NameEnd)) return false;
        var first = quotes.Closes(subject.NameEnd) ? subject.NameEnd + 1 : subject.NameEnd;
        if (first + 1 >= walk.Limit || !BeginsSentence(first)) return false;
        walk.Draft.Subject = subject with { End = first };
        return Open(ref walk, Opener.Bare, first, walk.Cue.Type);
    }

    private bool BeginsSentence(int token) => BeginsSpeech(token) || words[token] is { And: false } word && (word.IsVerb && !IsCue(token) || word.Is(WordClass.Negation) || word.Is(WordClass.Quantity) && !word.Definite || word.IsUnknown && words.Folded(token)[0] != '\u0648' && !phrases.IsAccusative(token));

    private bool OpensByPreposition(ref Walk walk, Word word)
    {
        if (walk.Cue.Has(Frames.Relay)) return false;
        if (walk.InRelative && walk.Draft.Form.Tense != CueTense.Participle && walk.Draft.Subject is null) return false;
        if (word.Class == WordClass.None && (walk.Draft.Subject is not null || !walk.WantsSubject || walk.At == walk.Draft.Cue + 1 && (walk.Draft.And && words.MayHide(walk.At) || words.IsPrefixed(walk.At))) && OpensUnknown(ref walk)) return true;
        var attached = word.Preposition != '\0';
        var found = attached ? walk.Cue.Preposition([word.Preposition]) : walk.Cue.Preposition(words.Bare(walk.At));
        if (found is null && !attached && IsFusedWhat(walk)) return Open(ref walk, Opener.Preposition, walk.At + 1, walk.Cue.Type);
        if (found is null) return IsBarePreposition(walk.At) && walk.Cue.Preposition(words.Folded(walk.At)[^1..]) is { Addressee: false } bare && Open(ref walk, Opener.Preposition, walk.At + 1, bare.Type);
        var host = attached ? walk.At : walk.At + 1;
        if (host >= walk.Limit || IsCircumstance(host) || walk.Cue.Has(Frames.Describe) && IsPlace(host)) return false;
        if (!attached && !found.Addressee && media.At(host, walk.Limit) is not null) return false; // "on his page on the site X"
        if (!found.Addressee && walk.At > walk.Draft.Cue + 1 && words[walk.At - 1].Is(WordClass.Venue) && ClauseAhead(walk, host)) return false; // "confirmed in his answer to the questions that"
        if (!attached && words.Bare(host) is ['\u0642', '\u0628', '\u0644']) return false; // "at the hands of"
        if (found.Addressee) return TakeAddressed(ref walk, host);
        if (!words[host].Is(WordClass.That) && SameWithThat(walk, host)) return false; // "warned a study of (researchers from) the academy, of (the danger) that"
        if (!attached && words[host].Is(WordClass.That)) return Open(ref walk, Opener.That, host + 1, found.Type);
        if (!attached) return Open(ref walk, Opener.Preposition, host, found.Type);
        return Open(ref walk, Opener.Preposition, walk.At, found.Type);
    }

    // "described the attack in the province of X as": not the first beh.
    private bool IsPlace(int host) => words[host] is { IsName: true, NameType: NameType.Location } || !words[host].Definite && words[host + 1] is { IsName: true, NameType: NameType.Location };

    // The same preposition with a "that" behind it comes before the sentence or another verb of saying.
    private bool SameWithThat(in Walk walk, int host)
    {
        if (!walk.Cue.Has(Frames.Clause) || walk.Draft.Subject is null || words[host].Preposition != '\0' && walk.Cue.Has(Frames.Addressee) || !walk.InRelative && words[host - 1].Preposition == '\0' && words[host].Preposition == '\0' && walk.At == walk.Draft.Subject?.End) return false;
        for (var i = host + 1; i + 1 < walk.Limit && i < host + FarthestClause; i++)
        {
            if (words[i].Is(WordClass.That) && !IsAndThat(i)) return words[i].Preposition != '\0' && words[i].Preposition == words[host].Preposition || words[i - 1].Kind == TokenKind.Word && words[i - 1].Is(WordClass.Prep) && words.Bare(i - 1).SequenceEqual(words.Bare(host - 1));
            if (words[i].Mark is '.' or ':' || IsCue(i) || IsCircumstantial(i)) return false;
        }

        return false;
    }

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

    private bool IsOccasion(int host) => words.Bare(host - 1) is not ['\u0627', '\u0644', '\u064A'] && (!words[host].Definite && words[host].Preposition != '\0' || !words[host].Definite && host > 0 && words[host - 1].Is(WordClass.Inner));

    private bool TakeAddressed(ref Walk walk, int host)
    {
        var phrase = phrases.Read(host, walk.Limit, strict: true, walk.Cue);
        if (phrase.End <= walk.At) return false;
        walk.Draft.Addressee = phrase;
        walk.At = phrase.End - 1; // the caller steps on from here
        return false;
    }

    // "the writer says:" and a new line.
    private bool OpensNextLine(Draft draft, ref int first)
    {
        if (draft.Sentence + 1 >= words.Document.Sentences.Count) return false;
        var next = words.Document.Sentences[draft.Sentence + 1];
        (first, draft.SentenceEnd) = (next.First, next.End);
        return quotes.Opens(first) || draft.Source == SpeakerSource.Behind && next.End - next.First > ShortestLine;
    }

    private bool Open(ref Walk walk, Opener opener, int first, StatementType type)
    {
        if (opener == Opener.Colon && first < words.Count && words[first].Kind == TokenKind.Break && !OpensNextLine(walk.Draft, ref first)) return false;
        if (first >= words.Count || words[first].Kind == TokenKind.Break) return false;
        if (opener == Opener.Colon && words[first].Is(WordClass.That) && first + 1 < words.Count) first++;
        while (opener == Opener.That && words[first].Mark is '\u060C' or ',' or ':' or '-' && first + 1 < words.Count) first++; // "that, after years, he"
        var draft = walk.Draft;
        draft.Opener = quotes.Opens(first) ? Opener.Quote : opener;
        draft.First = first;
        draft.Type = type;
        draft.Start = opener == Opener.Preposition && !quotes.Opens(first) ? words.BareStart(first) : words.Document.Tokens[first].Start;
        return true;
    }
}
