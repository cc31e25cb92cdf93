namespace Marsad.Language.Names;

/// <summary>Persons that the tagger cut short or missed: names of several parts go on while the parts read as names; a title announces one.</summary>
internal static class PersonRule
{
    // 8·log2(1 + n), n in eleven million words of news.
    private const int CommonWord = 80;
    private const int RareName = 60;
    private const string Servant = "\u0639\u0628\u062F";
    private const string Ali = "\u0639\u0644\u064A";
    private const string On = " \u0639\u0644\u0649 ";
    private const int Neighbourhood = 1500;

    // Of sixteen: so often does news use a word for a later part of a person's name that it is one behind a name.
    private const int OftenLater = 7;
    private const char Yeh = '\u064A';
    private const int RareWord = 24;
    private const char Heh = '\u0647';
    private const char Seen = '\u0633';
    private const int LongestName = 8;

    /// <summary>The token after a person's name whose tagged part ends at <paramref name="end"/>.</summary>
    public static int Extend(SentenceView sentence, int first, int end)
    {
        while (end < sentence.End && end - first < LongestName)
        {
            if (IsJoint(sentence, end) && sentence[end + 1].Particles == 0) end += 2;
            else if (sentence.Tag(end) == NameTag.Outside && (EndsOpen(sentence, first, end) || IsAliNotOn(sentence, end))) end++;
            else if (end - first == 1 && IsFamily(sentence, end) && IsGivenBehindTitle(sentence, first)) end++;
            else if (sentence.Tag(end) == NameTag.Outside && (end - first > 1 ? IsSurePart(sentence, end) : IsPart(sentence, end, CommonWord))) end++;
            else break;
        }

        return end;
    }

    /// <summary>The end of a person's name without the nationality that may follow it.</summary>
    public static int WithoutNationality(SentenceView sentence, int first, int end)
    {
        while (end - first > 2 && (sentence[end - 1].Roles & WordRoles.Nationality) != 0 && !sentence[end - 1].HasArticle) end--;
        return end;
    }

    /// <summary>The same without words that news hardly ever uses in names: "X [his counterpart]", "[explained] X". Null where nothing is left.</summary>
    public static (int First, int End)? WithoutWords(SentenceView sentence, int first, int end)
    {
        while (end > first + 1 && MayBeWord(sentence, end - 1) && WordTable.Embedded.Find(sentence[end - 1].Stem).IsNoPerson) end--;
        while (first < end && MayBeWord(sentence, first) && WordTable.Embedded.Find(sentence[first].Stem).IsNoPerson) first++;
        return first < end ? (first, end) : null;
    }

    // What seems to begin with a particle may be a rare name as a whole.
    private static bool MayBeWord(SentenceView sentence, int i) =>
        sentence[i].Particles == 0 && (sentence[i].Roles & ~WordRoles.Title) == WordRoles.None && !IsAli(sentence, i);

    /// <summary>The token after the person who is called as a place is, behind a title and before the rest of his name, or -1: "the former president [New York] X".</summary>
    public static int EndOfNamesake(SentenceView sentence, NameMention place)
    {
        if (place.Type != NameType.Location || place.Particles > 0 || !IsBehindTitle(sentence, place.First)) return -1;
        return sentence[place.End - 1].Known.HasFlag(WordLists.Person) && IsPart(sentence, place.End, CommonWord) ? place.End + 1 : -1;
    }

    // "the president", "the former president".
    private static bool IsBehindTitle(SentenceView sentence, int first)
    {
        for (var i = first - 1; i >= first - 3 && sentence.IsWord(i) && sentence[i].HasArticle; i--)
            if ((sentence[i].Roles & WordRoles.Title) != 0) return true;
        return false;
    }

    /// <summary>The end of a person's name without the indefinite word that the tagger drew in behind the family name ("the-Ahmad | success of"): a definite part ends a name.</summary>
    public static int WithoutObject(SentenceView sentence, int first, int end)
    {
        if (end - first == 2 && sentence[first].HasArticle && !sentence[first + 1].HasArticle && (sentence[first + 1].Known & WordLists.Person) == 0 && WordTable.Embedded.Find(sentence[first + 1].Stem).Frequency > RareName) return first + 1;
        for (var i = first + 2; i < end; i++)
            if (sentence[i - 1].HasArticle && !sentence[i].HasArticle && WordTable.Embedded.Find(sentence[i].Stem).Frequency > RareName && (sentence[i - 1].Roles | sentence[i].Roles) == WordRoles.None && sentence.IsWord(i) && !IsServant(sentence, i)) return i;
        return end;
    }

    /// <summary>The first token of a person's name whose tagged part begins at <paramref name="first"/>.</summary>
    public static int ExtendBack(SentenceView sentence, int first)
    {
        while (first > sentence.First && sentence.Tag(first - 1) == NameTag.Outside && sentence[first].Particles == 0 && sentence.IsWord(first - 1)
            && !sentence[first - 1].HasArticle && sentence[first - 1].Roles == WordRoles.None
            && (IsServant(sentence, first - 1) || IsAli(sentence, first - 1) || ((sentence[first - 1].Known & WordLists.Person) != 0 && WordTable.Embedded.Find(sentence[first - 1].Stem).Frequency < RareName))) first--;
        return first;
    }

    /// <summary>The token after an untagged name that a title at <paramref name="title"/> announces, or -1.</summary>
    public static int AfterTitle(SentenceView sentence, int title)
    {
        if (!sentence.IsWord(title) || (sentence[title].Roles & WordRoles.Title) == 0 || !sentence[title].HasArticle) return -1;
        var end = title + 1;
        while (end < sentence.End && end - title <= LongestName && sentence.Tag(end) == NameTag.Outside && IsPart(sentence, end, CommonWord + 12)) end++;
        return end - title > 2 ? end : -1;
    }

    // "the general X the-Y": behind a title and a given name stands the family's.
    private static bool IsFamily(SentenceView sentence, int i) =>
        sentence.IsWord(i) && sentence.Tag(i) == NameTag.Outside && sentence[i].HasArticle && sentence[i].Particles == 0 && sentence[i].Roles == WordRoles.None
        && WordTable.Embedded.Find(sentence[i].Stem) is { Frequency: < RareName, IsNoPerson: false };

    private static bool IsGivenBehindTitle(SentenceView sentence, int first) =>
        (sentence[first].Known & WordLists.CommonPerson) != 0 && first > sentence.First && sentence.IsWord(first - 1) && (sentence[first - 1].Roles & (WordRoles.Title | WordRoles.Honour)) != 0;

    // Folded it is the preposition "on", which no newsroom writes with the dots of yeh where it writes others without.
    private static bool IsAli(SentenceView sentence, int i) => sentence.Stem(i).SequenceEqual(Ali) && sentence.Document.Text[sentence.Document.Tokens[i].End - 1] == Yeh;

    // With dots, near a preposition without them.
    private static bool IsAliNotOn(SentenceView sentence, int i)
    {
        if (!sentence.IsWord(i) || !IsAli(sentence, i)) return false;
        var (text, start) = (sentence.Document.Text, sentence.Document.Tokens[i].Start);
        var from = Math.Max(0, start - Neighbourhood);
        return text.AsSpan(from, Math.Min(text.Length, start + Neighbourhood) - from).Contains(On, StringComparison.Ordinal);
    }

    // Names that begin with "servant of" are nothing else.
    private static bool IsServant(SentenceView sentence, int i) => sentence.Stem(i).StartsWith(Servant) && sentence.Stem(i).Length > 4;

    // "son of" and "house of" are never last.
    private static bool EndsOpen(SentenceView sentence, int first, int end) =>
        end > first && (sentence[end - 1].Roles & WordRoles.Joint) != 0 && sentence.IsWord(end) && sentence[end].Particles == 0;

    private static bool IsJoint(SentenceView sentence, int i) =>
        sentence.IsWord(i) && sentence.IsWord(i + 1) && sentence[i].Particles == 0 && (sentence[i].Roles & WordRoles.Joint) != 0;

    // Where the tagger found two parts or more it has mostly seen the end too.
    private static bool IsSurePart(SentenceView sentence, int i) =>
        (sentence[i].Known & WordLists.CommonPerson) != 0 && (IsPart(sentence, i, RareName) || (IsPart(sentence, i, int.MaxValue) && WordTable.Embedded.Find(sentence[i].Stem).Later >= OftenLater));

    private static bool IsPart(SentenceView sentence, int i, int common)
    {
        if (!sentence.IsWord(i) || sentence.Document.Tokens[i].FoldedLength < 2 || sentence[i].Particles > 0 || sentence[i].HasArticle || (sentence[i].Roles & ~WordRoles.Joint) != 0) return false;
        var frequency = WordTable.Embedded.Find(sentence[i].Stem).Frequency;
        return (sentence[i].Known & WordLists.Person) != 0 ? frequency < common : frequency < RareWord && (sentence[i].Known & WordLists.Place) == 0 && sentence.Document.Folded(i)[0] != Seen && sentence.Document.Folded(i)[^1] != Heh;
    }
}
