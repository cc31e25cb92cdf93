using Marsad.Language.Text;

namespace Marsad.Language.Names;

/// <summary>Places by the noun before them: "the city of X" names X; "the square of X", "airport of X", "countryside of X" are names with their noun.</summary>
internal static class PlaceRule
{
    // 8·log2(1 + n): words read more often than this are words, whatever stands before them.
    private const int CommonWord = 84;
    private const int RareWord = 20;
    private const int RarePart = 48;
    private const int ListedWord = 44;
    private const int LongestQuoted = 4;
    private const char Heh = '\u0647';

    /// <summary>The place that the noun at <paramref name="head"/> opens, or null.</summary>
    public static NameMention? Find(SentenceView sentence, int head)
    {
        if (!sentence.IsWord(head)) return null;
        if (sentence[head].HasArticle) return EndOfDefinite(sentence, head) is > 0 and var seated ? sentence.Mention(head, seated, NameType.Location) : null;
        var roles = sentence[head].Roles;
        if ((roles & WordRoles.PlacePart) != 0 && Marks.AfterClose(sentence, head + 1, LongestQuoted) is > 0 and var close && IsNamed(sentence, head + 2))
            return sentence.Mention(head, close, NameType.Location) with { Aliases = [sentence.Document.Cover(head + 2, close - 1)] };
        if (!sentence.IsWord(head + 1)) return null;
        if ((roles & (WordRoles.PlaceBefore | WordRoles.PlacePart)) == 0) return null;
        var end = End(sentence, head + 1, (roles & WordRoles.PlacePart) != 0);
        if (end < 0) return null;
        if ((roles & WordRoles.PlacePart) == 0) return sentence.Mention(head + 1, end, NameType.Location);
        return Whole(sentence, head, end);
    }

    // "airport X, international, in Y" is airport X too, "square X" is X.
    private static NameMention Whole(SentenceView sentence, int head, int end)
    {
        var bare = end;
        while (bare > head + 2 && IsKind(sentence, bare - 1)) bare--;
        while (IsKind(sentence, end)) end++;
        var aliases = new List<Span>();
        if (bare < end) aliases.Add(sentence.Mention(head, bare, NameType.Location).Span);
        if ((sentence[head].Roles & WordRoles.PlaceSame) != 0 && StandsAlone(sentence, head + 1)) aliases.Add(sentence.Document.Cover(head + 1, bare));
        var whole = sentence.Mention(head, Seat.End(sentence, head, end), NameType.Location);
        return aliases.Count > 0 ? whole with { Aliases = aliases } : whole;
    }

    // Neither the person nor the country that a square or stadium is called after is the square.
    private static bool StandsAlone(SentenceView sentence, int i) =>
        NameTags.TypeOf(sentence.Tag(i)) != 1 && (sentence[i].Known & WordLists.Country) == 0 && (sentence[i].Roles & WordRoles.Honour) == 0;

    private static bool IsKind(SentenceView sentence, int i) =>
        sentence.IsWord(i) && sentence[i].HasArticle && sentence[i].Particles == 0 && (sentence[i].Roles & (WordRoles.Rank | WordRoles.Stop)) == WordRoles.Rank;

    // "the central prison in X": which one it is, the town says.
    private static int EndOfDefinite(SentenceView sentence, int head) =>
        IsKind(sentence, head + 1) && Seat.IsBuilding(sentence, head) && Seat.Follows(sentence, head, head + 2) ? Seat.End(sentence, head, head + 2) : -1;

    private static int End(SentenceView sentence, int first, bool part)
    {
        if (Honoured.End(sentence, first) is > 0 and var honoured) return honoured;
        if (sentence[first].Particles > 0 || (sentence[first].Roles & (WordRoles.Stop | WordRoles.Nationality | WordRoles.Rank | WordRoles.AnyOrganization)) != 0) return -1;
        var type = NameTags.TypeOf(sentence.Tag(first));
        if (type == 2 || (type > 0 && sentence.Tag(first).IsBegin() && part)) return EndOfTagged(sentence, first);
        if (type != 0 || (sentence[first].Roles & (WordRoles.PlaceBefore | WordRoles.PlacePart)) != 0) return -1;
        if (part && IsDefinitePlace(sentence, first)) return first + 1;
        return IsUncommon(sentence, first, part ? RarePart : RareWord) ? EndOfCompound(sentence, first) : -1;
    }

    // "base of the X, air", "market of the X in Y": a definite word that the kind or the town behind it makes a name.
    private static bool IsDefinitePlace(SentenceView sentence, int first)
    {
        if (!sentence[first].HasArticle || (sentence[first - 1].Roles & WordRoles.Built) == 0) return false;
        return IsKind(sentence, first + 1) ? WordTable.Embedded.Find(sentence[first].Stem).Frequency < ListedWord : Seat.Follows(sentence, first - 1, first + 1);
    }

    private static bool IsNamed(SentenceView sentence, int first) =>
        NameTags.TypeOf(sentence.Tag(first)) is 2 or 3 || (sentence.IsWord(first) && NameTags.TypeOf(sentence.Tag(first)) == 0 && IsUncommon(sentence, first, RarePart));

    private static int EndOfTagged(SentenceView sentence, int first)
    {
        var end = first + 1;
        while (end < sentence.End && sentence.Tag(end).IsInside()) end++;
        return end;
    }

    // A word in the list of places, or one so rare that it is likely a name; a rare word with a feminine ending is as likely an adjective.
    private static bool IsUncommon(SentenceView sentence, int token, int rare)
    {
        var frequency = WordTable.Embedded.Find(sentence[token].Stem).Frequency;
        if ((sentence[token].Known & (WordLists.Place | WordLists.Country)) != 0) return frequency < CommonWord;
        return frequency < rare && !sentence[token].HasArticle && (frequency == 0 || sentence.Document.Folded(token)[^1] != Heh);
    }

    // House of, head of: such places have two words.
    private static int EndOfCompound(SentenceView sentence, int first) =>
        (sentence[first].Roles & (WordRoles.PlaceJoint | WordRoles.Joint)) != 0 ? (sentence.IsWord(first + 1) ? first + 2 : -1) : first + 1;

    /// <summary>A listed place, seldom read otherwise, after "in", "to" or "from".</summary>
    public static bool IsListed(SentenceView sentence, int token)
    {
        if (!sentence.IsWord(token) || sentence.Tag(token) != NameTag.Outside) return false;
        if ((sentence[token].Known & WordLists.Place) == 0 || (sentence[token].Known & WordLists.Person) != 0 || sentence[token].Roles != WordRoles.None) return false;
        var after = sentence[token].Particles > 0 || (token > sentence.First && sentence.IsWord(token - 1) && sentence.Document.Tokens[token - 1].FoldedLength <= 3);
        if (sentence[token].Particles > 0 && token > sentence.First && NameTags.TypeOf(sentence.Tag(token - 1)) == 2 && !sentence[token - 1].HasArticle)
            return NameParticles.IsConjunction(sentence.Document.Folded(token)[0]) && WordTable.Embedded.Find(sentence[token].Stem).Frequency < CommonWord;
        return after && WordTable.Embedded.Find(sentence[token].Stem) is { Frequency: < ListedWord, IsNoPlace: false };
    }
}
