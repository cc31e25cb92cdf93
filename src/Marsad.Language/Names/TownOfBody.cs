using Marsad.Language.Places;

namespace Marsad.Language.Names;

/// <summary>The town that ends the name of a body or building and says where it is: "club of X", "hospital of Y in X", "airport of X". It is a name of its own within the other.</summary>
internal static class TownOfBody
{
    private const int LongestLetters = 48;
    private const char Beh = '\u0628';
    private const WordRoles Movements = WordRoles.Group | WordRoles.Media;

    public static NameMention? Find(SentenceView sentence, NameMention body)
    {
        if (body.Key is not null || body.Length < 2 || !sentence.IsWord(body.End - 1)) return null;
        if (body.Type == NameType.Location && ((sentence[body.First].Roles & WordRoles.Built) == 0 || KnownNames.Embedded.KeyOf(sentence.Stem(body.End - 1)) is not null)) return null;
        if (body.Length > 2 && IsTown(sentence, body, body.End - 2)) return sentence.Mention(body.End - 2, body.End, NameType.Location);
        return IsTown(sentence, body, body.End - 1) ? sentence.Mention(body.End - 1, body.End, NameType.Location) : null;
    }

    // A movement is named after a country without being there.
    private static bool IsTown(SentenceView sentence, NameMention body, int first)
    {
        if (!sentence.IsWord(first) || sentence[first].Roles != WordRoles.None || (sentence[first].Known & WordLists.Person) != 0 || sentence[first].Particles > 1 || WordTable.Embedded.Find(sentence[first].Stem).IsNoPlace) return false;
        var inside = sentence[first].Particles == 1;
        if (inside && sentence.Document.Folded(first)[0] != Beh) return false;
        if (!inside && (sentence[body.First].HasArticle || (sentence[body.First].Roles & Movements) != 0 || (sentence[first].Known & WordLists.Country) != 0)) return false;
        return first == body.End - 1 ? (sentence[first].Known & (WordLists.Place | WordLists.Country)) != 0 : IsListed(sentence, first, body.End);
    }

    private static bool IsListed(SentenceView sentence, int first, int end)
    {
        Span<char> name = stackalloc char[LongestLetters];
        var stem = sentence.Stem(first);
        var last = sentence.Document.Folded(end - 1);
        if (stem.Length + last.Length >= name.Length) return false;
        stem.CopyTo(name);
        name[stem.Length] = ' ';
        last.CopyTo(name[(stem.Length + 1)..]);
        return !Gazetteer.Embedded.Find(name[..(stem.Length + last.Length + 1)]).IsEmpty;
    }
}
