using Marsad.Language.Text;
using Marsad.Language.Tokens;

namespace Marsad.Language.Names;

/// <summary>What stands in brackets or quotation marks with an organisation's name is a name of it too: an acronym after it, its title inside it.</summary>
internal static class Enclosed
{
    private const int LongestAcronym = 4;
    private const int LongestTitle = 8;
    private const int Article = 2;

    // Letters as they are called: an acronym of several words has short ones.
    private const int LongestPart = 4;

    // 8·log2(1 + n): a word read more often than this is a noun of the description, no name.
    private const int CommonWord = 56;

    /// <summary>The mention with the acronym that follows it, and with its other names.</summary>
    public static NameMention Extend(SentenceView sentence, NameMention mention)
    {
        if (mention.Type == NameType.Person) return mention;
        var aliases = new List<Span>(mention.Aliases ?? []);
        if (Seat.Split(sentence, mention) is { } seat && seat.End > mention.First + 1) aliases.Add(sentence.Document.Cover(mention.First, seat.End) with { Start = mention.Span.Start });
        if (mention.Type == NameType.Location) return aliases.Count == 0 ? mention : mention with { Aliases = aliases };
        if (WithoutNationality(sentence, mention) is { } shorter) aliases.Add(shorter);
        if (Inner(sentence, mention) is { } inner) aliases.Add(inner);
        if (mention.Length > 2 && (sentence[mention.End - 1].Roles & WordRoles.Loose) != 0 && !(mention.Length == 3 && IsField(sentence, mention.First + 1))) aliases.Add(mention.Span with { End = sentence.Document.Tokens[mention.End - 2].End });
        var close = Marks.AfterClose(sentence, mention.End, LongestAcronym);
        if (close < 0 || !IsAcronym(sentence, mention, close)) return aliases.Count == 0 ? mention : mention with { Aliases = aliases };
        aliases.Add(mention.Span);
        aliases.Add(sentence.Document.Cover(mention.End + 1, close - 1));
        return mention with { End = close, Span = mention.Span with { End = sentence.Document.Tokens[close - 1].End }, Aliases = aliases };
    }

    // The words between the quotation marks of: agency "X", organisation «X»; the name itself after: party X, channel X.
    private static Span? Inner(SentenceView sentence, NameMention mention)
    {
        var close = Marks.AfterClose(sentence, mention.First + 1, LongestTitle);
        if (close > 0) return close <= mention.End && (sentence[mention.First + 2].Roles & WordRoles.Band) == 0 ? sentence.Document.Cover(mention.First + 2, close - 1) : null;
        return IsProper(sentence, mention) ? sentence.Document.Cover(mention.First + 1, BeforeNationality(sentence, mention)) : null;
    }

    private static int BeforeNationality(SentenceView sentence, NameMention mention) =>
        mention.Length > 2 && (sentence[mention.End - 1].Roles & WordRoles.Nationality) != 0 && sentence[mention.End - 1].HasArticle ? mention.End - 1 : mention.End;

    // newspaper «X» of some nationality is newspaper «X» too.
    private static Span? WithoutNationality(SentenceView sentence, NameMention mention)
    {
        var close = Marks.AfterClose(sentence, mention.First + 1, LongestTitle);
        return close > 0 && close < mention.End ? mention.Span with { End = sentence.Document.Tokens[close - 1].End } : null;
    }

    private static bool IsProper(SentenceView sentence, NameMention mention)
    {
        var next = mention.First + 1;
        if (mention.Key is not null || next >= mention.End || !sentence.IsWord(next)) return false;
        if ((sentence[mention.First].Roles & WordRoles.OrganizationBefore) != 0) return mention.Length <= 3;
        if (sentence[next].HasArticle) return (IsCalled(sentence, mention.First) && NameTags.TypeOf(sentence.Tag(next)) == 3) || IsTitle(sentence, mention);
        if (mention.Length == 2 && (sentence[next].Known & WordLists.CommonPerson) != 0) return false;
        if ((sentence[next].Roles & WordRoles.OrganizationLink) != 0 || NameTags.TypeOf(sentence.Tag(next)) is 1 or 2) return false;
        if ((sentence[mention.First].Roles & (WordRoles.Media | WordRoles.Group | WordRoles.Called)) == 0) return false;
        return sentence.Tag(next) != NameTag.Outside || WordTable.Embedded.Find(sentence[next].Stem).Frequency < CommonWord;
    }

    // "channel the-X": one definite word that says nothing of what the channel is for.
    private static bool IsTitle(SentenceView sentence, NameMention mention)
    {
        var title = mention.First + 1;
        return (sentence[mention.First].Roles & WordRoles.Media) != 0 && BeforeNationality(sentence, mention) == title + 1 && (sentence[title].Roles & ~WordRoles.Outlet) == WordRoles.None
            && !IsField(sentence, title);
    }

    // "the official agency of the news" is no more than an agency of news.
    private static bool IsField(SentenceView sentence, int i) =>
        sentence.IsWord(i) && sentence[i].HasArticle && (NameLexicon.Embedded.RolesOf(sentence.Stem(i)[Article..]) & WordRoles.OrganizationLink) != 0;

    private static bool IsCalled(SentenceView sentence, int head) => (sentence[head].Roles & WordRoles.Called) != 0;

    private static bool IsAcronym(SentenceView sentence, NameMention mention, int close)
    {
        if (close > sentence.End || mention.Length < 2) return false;
        if ((sentence[mention.End + 1].Roles & WordRoles.AnyOrganization) != 0) return false;
        var letters = 0;
        for (var i = mention.End + 1; i < close - 1; i++)
        {
            if (sentence.Document.Tokens[i].Kind is TokenKind.Number) return false;
            if (close - mention.End > 3 && sentence.Document.Tokens[i].FoldedLength > LongestPart) return false;
            if (sentence.IsWord(i)) letters += sentence.Document.Tokens[i].FoldedLength;
        }

        return letters is > 1 and <= 8 && sentence[mention.End + 1].Particles == 0 && (sentence[mention.End + 1].Roles & WordRoles.Nationality) == 0;
    }
}
