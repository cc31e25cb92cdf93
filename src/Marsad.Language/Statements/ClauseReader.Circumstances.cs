using Marsad.Language.Tokens;

namespace Marsad.Language.Statements;

// What stands between a cue and its words without being speaker or words: marks, relatives, publishers, times and venues, and those who relay.
internal sealed partial class ClauseReader
{
    private Step TakeMark(ref Walk walk, Word word)
    {
        if (quotes.Opens(walk.At) && quotes.Close(walk.At) < walk.Limit)
        {
            if (words[walk.At + 1].Is(WordClass.Medium) || IsBarePreposition(walk.At - 1) && words.Folded(walk.At - 1)[^1] == Lam) walk.Draft.Via = new Phrase(walk.At + 1, quotes.Close(walk.At), walk.At, walk.At, default);
            else if (walk.WantsSubject && walk.Draft.Subject is null) walk.Draft.Subject = new Phrase(walk.At, quotes.Close(walk.At) + 1, walk.At, walk.At, default);
            return On(ref walk, quotes.Close(walk.At) + 1);
        }

        if (word.Mark is '(' or '[') return On(ref walk, AfterBracket(walk.At, walk.Limit));
        if (word.Mark is '.' or '!' or '\u061F') return Step.Fail;
        var next = On(ref walk, walk.At + 1);
        walk.AfterComma = word.Mark is ',' or '\u060C' or '-' or '\u2013' or '\u061B';
        return next;
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

    // A relative clause ends at the next comma, or where the words are opened.
    private Step SkipRelative(ref Walk walk)
    {
        walk.InRelative = true;
        return On(ref walk, walk.At + 1);
    }

    // "a statement that the agency published": the medium relays.
    private Step TakePublisher(ref Walk walk)
    {
        for (var i = walk.At + 1; i < walk.Limit && i < walk.At + 4; i++)
        {
            if (quotes.Opens(i) && quotes.Close(i) < i + 5)
            {
                walk.Draft.Via ??= new Phrase(i + 1, quotes.Close(i), i, i, default);
                return On(ref walk, quotes.Close(i) + 1);
            }

            if (!words[i].Is(WordClass.Medium)) continue;
            var medium = phrases.Read(i, walk.Limit, strict: true, walk.Cue);
            walk.Draft.Via ??= medium;
            return On(ref walk, Math.Max(medium.End, i + 1));
        }

        return On(ref walk, walk.At + 1);
    }

    private Step TakeCircumstance(ref Walk walk, Word word)
    {
        var host = word.Preposition != '\0' ? walk.At : walk.At + 1;
        if (host >= walk.Limit) return Step.Fail;
        if (walk.Cue.Has(Frames.Relay) && !walk.HasRelayed && word.Preposition == '\0' && walk.Cue.Preposition(words.Bare(walk.At)) is not null) return TakeRelayed(ref walk, host);
        if (words[host].Kind != TokenKind.Word) return On(ref walk, host);
        if (words[host].Is(WordClass.That)) return On(ref walk, host + 1);
        var phrase = phrases.Read(host, walk.Limit, strict: true, walk.Cue);
        if (MayRelay(host, phrase)) walk.Draft.Via ??= phrase;
        if (word.Preposition == Lam && IsCorrespondent(host) && Employer(host, walk.Limit) is { } employer)
        {
            walk.Draft.Via ??= employer;
            return On(ref walk, quotes.Opens(host + 1) ? employer.End + 1 : employer.End);
        }

        if (words[host].Is(WordClass.Venue) && words.EndsInPronoun(host)) walk.WantsSubject = false; // "during his meeting with ...": he is the speaker, who was named before
        return On(ref walk, Math.Max(phrase.End, host + 1));
    }

    // A programme relays only under its name.
    private bool MayRelay(int host, Phrase phrase) => words[host].Is(WordClass.Medium) && !words[host].HasPronoun && (!words[host].Is(WordClass.Venue) || words[phrase.End - 1].Kind == TokenKind.Punctuation);

    // "to the correspondent of": his medium relays.
    private bool IsCorrespondent(int host) => words.Bare(host).StartsWith("\u0645\u0631\u0627\u0633\u0644") || words.Bare(host).StartsWith("\u0645\u0648\u0641\u062F");

    private Phrase? Employer(int host, int limit)
    {
        if (host + 1 >= limit) return null;
        if (quotes.Opens(host + 1) && quotes.Close(host + 1) < limit) return new Phrase(host + 2, quotes.Close(host + 1), host + 2, host + 2, default);
        return words[host + 1].IsNominal && phrases.Read(host + 1, limit, strict: true) is { IsEmpty: false } found ? found : null;
    }

    // "the agency quoted so-and-so as saying": the subject so far is the medium, the speaker comes now.
    private Step TakeRelayed(ref Walk walk, int host)
    {
        var phrase = phrases.Read(host, walk.Limit, strict: true);
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
