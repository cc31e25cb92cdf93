namespace Marsad.Language.Names;

/// <summary>"King X", "the martyr X" behind the noun of a place or body that bears his name: there the person is no person.</summary>
internal static class Honoured
{
    /// <summary>The token after the person whose title stands at <paramref name="title"/>, or -1 where none does.</summary>
    public static int End(SentenceView sentence, int title)
    {
        while (sentence.IsWord(title) && (sentence[title].Roles & WordRoles.Style) != 0 && sentence[title].Particles == 0) title++;
        if (!sentence.IsWord(title) || (sentence[title].Roles & WordRoles.Honour) == 0 || sentence[title].Particles > 0) return -1;
        var end = EndOfBare(sentence, title + 1);
        return end < 0 && IsGivenName(sentence, title + 1) ? PersonRule.Extend(sentence, title + 1, title + 2) : end;
    }

    // The tagger has seen the whole as one name of a body.
    private static bool IsGivenName(SentenceView sentence, int i) =>
        sentence.IsWord(i) && sentence[i].Particles == 0 && sentence.Tag(i) == NameTag.InsideOrganization && (sentence[i].Known & WordLists.CommonPerson) != 0;

    /// <summary>The token after the person who is named without a title from <paramref name="first"/> on, or -1.</summary>
    public static int EndOfBare(SentenceView sentence, int first)
    {
        var end = first;
        while (end >= 0 && end < sentence.End && NameTags.TypeOf(sentence.Tag(end)) == 1 && (end == first || sentence.Tag(end).IsInside()) && (end > first || sentence[first].Particles == 0)) end++;
        return end > first ? PersonRule.Extend(sentence, first, end) : -1;
    }
}
