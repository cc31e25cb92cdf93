namespace Marsad.Language.Names;

/// <summary>
/// Organisations by the noun that opens them: a ministry, party or agency with the nouns that say which one, or an army, police or government with an adjective
/// of nationality. Arabic builds such names as a chain: head, complements with the article, adjectives, then "for the ...".
/// </summary>
internal static class OrganizationRule
{
    private const int LongestName = 8;
    private const int LongestQuoted = 7;
    private const char Waw = '\u0648';
    private const char Heh = '\u0647';
    private const char Yeh = '\u064A';

    /// <summary>The token after the organisation that opens at <paramref name="head"/>, or -1.</summary>
    public static int End(SentenceView sentence, int head)
    {
        if (!sentence.IsWord(head)) return -1;
        var roles = sentence[head].Roles;
        if ((roles & WordRoles.OrganizationThe) != 0) return EndOfDefinite(sentence, head);
        if ((roles & (WordRoles.OrganizationOf | WordRoles.Media | WordRoles.Group)) != 0) return EndOfChain(sentence, head, trusted: true);
        return (roles & WordRoles.OrganizationWeak) != 0 ? EndOfChain(sentence, head, trusted: false) : -1;
    }

    // "the forces" + adjectives, one of them of nationality.
    private static int EndOfDefinite(SentenceView sentence, int head)
    {
        var national = -1;
        var i = head + 1;
        for (; i < sentence.End && i <= head + 3 && IsAdjective(sentence, i); i++)
            if ((sentence[i].Roles & WordRoles.Nationality) != 0) national = i + 1;
        return national < 0 ? -1 : Continued(sentence, national);
    }

    private static int EndOfChain(SentenceView sentence, int head, bool trusted)
    {
        var quoted = Marks.AfterClose(sentence, head + 1, LongestQuoted);
        if (quoted > 0) return sentence.Mark(head + 1) == '(' && !trusted ? -1 : AfterAdjectives(sentence, quoted);
        var end = head + 1;
        while (end < sentence.End && end < head + LongestName && Continues(sentence, head, end)) end++;
        while (end > head + 1 && IsLink(sentence, end - 1)) end--;
        if (end == head + 1) return -1;
        return trusted || sentence.Tag(head) == NameTag.BeginOrganization || sentence.Tag(head + 1) == NameTag.InsideOrganization ? end : -1;
    }

    private static bool Continues(SentenceView sentence, int head, int i)
    {
        if (!sentence.IsWord(i)) return false;
        if (sentence.Tag(i) == NameTag.InsideOrganization) return true;
        ref readonly var word = ref sentence[i];
        if (word.Particles > 0) return i > head + 1 && (Joins(sentence, head, i) || IsPurpose(sentence, i));
        if (NameTags.TypeOf(sentence.Tag(i)) is 1 or 2) return i == head + 1 || sentence.Tag(i).IsInside() || IsLink(sentence, i - 1);
        if (word.HasArticle) return !IsStop(sentence, i);
        if (i == head + 1 || IsLink(sentence, i - 1)) return IsLink(sentence, i) || sentence.Tag(i) == NameTag.BeginOrganization;
        return false;
    }

    // "and the ...": the second thing a ministry or committee is for, unless it opens a name of its own.
    private static bool Joins(SentenceView sentence, int head, int i) =>
        sentence[i].HasArticle && sentence.Document.Folded(i)[0] == Waw && sentence[i].Particles == 1
        && (sentence[head].Roles & WordRoles.OrganizationOf) != 0 && sentence[i - 1].HasArticle
        && (sentence[i].Roles & (WordRoles.AnyOrganization | WordRoles.Title | WordRoles.Nationality)) == 0
        && !sentence.Tag(i).IsBegin() && (sentence[i - 1].Roles & WordRoles.Nationality) == 0
        && sentence.Document.Folded(i)[^1] is var last && (last is Heh or Yeh || i == head + 2);

    // "for the ...", with lam and article fused, after a word with the article.
    private static bool IsPurpose(SentenceView sentence, int i) =>
        Proclitics.HasFusedArticle(sentence.Document.Folded(i)) && sentence[i - 1].HasArticle && i > 0
        && sentence.Tag(i) != NameTag.BeginLocation && sentence.Tag(i) != NameTag.BeginPerson && (sentence[i].Roles & WordRoles.Title) == 0;

    private static bool IsLink(SentenceView sentence, int i) =>
        (sentence[i].Roles & (WordRoles.OrganizationLink | WordRoles.OrganizationOf | WordRoles.Group)) != 0 && !sentence[i].HasArticle;

    private static bool IsAdjective(SentenceView sentence, int i) =>
        sentence.IsWord(i) && sentence[i].Particles == 0 && sentence[i].HasArticle && sentence.Document.Folded(i)[^1] is Heh or Yeh && !IsStop(sentence, i);

    private static bool IsStop(SentenceView sentence, int i) => (sentence[i].Roles & (WordRoles.Stop | WordRoles.Title)) != 0;

    private static int AfterAdjectives(SentenceView sentence, int end)
    {
        while (IsAdjective(sentence, end) && (sentence[end].Roles & WordRoles.Nationality) != 0) end++;
        return end;
    }

    private static int Continued(SentenceView sentence, int end)
    {
        while (end < sentence.End && sentence.Tag(end) == NameTag.InsideOrganization) end++;
        return end;
    }
}
