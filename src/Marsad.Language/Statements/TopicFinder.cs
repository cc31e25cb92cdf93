using Marsad.Language.Tokens;

namespace Marsad.Language.Statements;

/// <summary>Finds whom a clause is about where no verb of saying names him: the subject of its first verb, past the circumstances in front of it.</summary>
internal sealed class TopicFinder(Words words, PhraseReader phrases)
{
    private const int Farthest = 40;
    private const int MostVerbs = 2;
    private const int FarthestApposition = 14;
    private const int LongestDateline = 8;

    /// <summary>The subject of the clause from <paramref name="first"/> on, before <paramref name="end"/>; null where it is none that can speak.</summary>
    public Phrase? Find(int first, int end)
    {
        var limit = Math.Min(end, first + Farthest);
        var verbs = 0;
        for (var at = AfterDateline(first, limit); at + 1 < limit;)
        {
            var word = words[at];
            if (word.Kind != TokenKind.Word || word.Is(WordClass.Time | WordClass.TimeAdj | WordClass.Adverb | WordClass.Clause | WordClass.Auxiliary | WordClass.Demonstrative) && !word.IsName) at++;
            else if (word.Is(WordClass.That) && at == first) at++; // a sentence that goes on with "and that"
            else if (word.Is(WordClass.Relative) && verbs == 0 && AfterPause(at, limit) is var behind and > 0) at = behind;
            else if (word.Is(WordClass.Relative | WordClass.That)) return null;
            else if (word.Preposition != '\0' || word.Is(WordClass.Prep) && !word.Is(WordClass.Speaker)) at = AfterCircumstance(at, limit);
            else if (IsSubject(word)) return Subject(at, end);
            else if (++verbs > MostVerbs) return null;
            else at++;
        }

        return null;
    }

    // "Manila - «the newspaper»:"
    private int AfterDateline(int first, int limit)
    {
        for (var i = first; i < limit && i < first + LongestDateline; i++)
            if (words.IsMark(i, ':')) return i + 1;
        return first;
    }

    // A circumstance in front of the verb may hold a relative clause, up to the comma.
    private int AfterPause(int at, int limit)
    {
        for (var i = at + 1; i < limit; i++)
            if (words[i].Mark is '\u060C' or ',') return i + 1;
        return 0;
    }

    private int AfterCircumstance(int at, int limit)
    {
        var host = words[at].Preposition != '\0' ? at : at + 1;
        return host >= limit || words[host].Kind != TokenKind.Word || words.EndsInPronoun(host) ? host + 1 : Math.Max(phrases.Read(host, limit, strict: true).End, host + 1);
    }

    private static bool IsSubject(Word word) => word.IsName || word.Definite || word.Is(WordClass.Speaker | WordClass.Honorific | WordClass.Quantity);

    // An unknown word may be the verb itself.
    private Phrase? Subject(int at, int end)
    {
        var phrase = phrases.Read(at, end, strict: true);
        if (!phrase.HasName && phrase.Head.Is(WordClass.Person | WordClass.Group) && Apposition(phrase.End, end) is { } named) return named;
        return !phrase.IsEmpty && (phrase.Head.Is(WordClass.Speaker) || phrase.HasName && words[phrase.NameFirst].IsName) ? phrase : null;
    }

    // "one of the members who voted, so-and-so, clung to": the name behind the first pause, set off by another.
    private Phrase? Apposition(int from, int end)
    {
        for (var i = from; i + 1 < end && i < from + FarthestApposition; i++)
        {
            if (words[i].Mark is not ('\u060C' or ',')) continue;
            return words[i + 1] is { IsName: true, NameType: NameType.Person, Preposition: '\0', And: false } && words[words[i + 1].NameEnd].Mark is '\u060C' or ',' ? phrases.Read(i + 1, end, strict: true) : null;
        }

        return null;
    }
}
