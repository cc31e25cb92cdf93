namespace Marsad.Language.Names;

/// <summary>
/// Where or at what body a local one is: "court of ... in X", "committee of ... at the council of X". The name goes on to its seat; without it, it is a name of the same body,
/// and the seat is a name of its own.
/// </summary>
internal static class Seat
{
    // A nationality says enough of where a body is: "the consulate of a country, in a town" is named by the country.
    // A committee of a chamber in a town; longer chains do not occur.
    private const int Deepest = 3;
    private const int Article = 2;
    private const char Beh = '\u0628';
    private const string In = "\u0641\u064A";

    /// <summary>The token after a local body's name with its seat; <paramref name="end"/> where none follows.</summary>
    public static int End(SentenceView sentence, int head, int end) => Find(sentence, head, end, Deepest)?.End ?? end;

    /// <summary>Whether a body's name that ends at <paramref name="end"/> is followed by the body it belongs to or the place it is at: "the legal committee in the parliament of X".</summary>
    public static bool Follows(SentenceView sentence, int head, int end) => Find(sentence, head, end, Deepest) is not null;

    /// <summary>Where the name of a body ends before its seat, and what the seat itself names; null for a body without.</summary>
    public static (int End, NameMention Place)? Split(SentenceView sentence, NameMention body)
    {
        for (var end = body.First + 1; end < body.End; end++)
            if (Find(sentence, body.First, end, Deepest) is { } seat && seat.End == body.End) return (end, seat);
        return null;
    }

    private static NameMention? Find(SentenceView sentence, int head, int end, int depth)
    {
        if (depth == 0 || !sentence.IsWord(end)) return null;
        var inside = sentence.Document.Folded(end).SequenceEqual(In);
        if ((sentence[head].Roles & WordRoles.Local) == 0 && !(inside ? sentence[head].HasArticle && IsBuilding(sentence, head) : IsBranch(sentence, head) || IsBuilding(sentence, head))) return null;
        if (inside && HasNationality(sentence, head, end)) return null;
        var seat = inside ? end + 1 : end;
        if (!sentence.IsWord(seat) || (!inside && (sentence[seat].Particles != 1 || sentence.Document.Folded(seat)[0] != Beh))) return null;
        return (inside && (sentence[seat].Roles & WordRoles.Group) != 0 ? null : Body(sentence, seat, depth)) ?? Place(sentence, seat);
    }

    // What a place is written onto may be any body of a state or town; a movement, a medium or an army is nobody's branch.
    private static bool IsBranch(SentenceView sentence, int head) =>
        (sentence[head].Roles & (WordRoles.OrganizationWeak | WordRoles.OrganizationBody)) != 0
        && (sentence[head].Roles & (WordRoles.Media | WordRoles.Group | WordRoles.OfPlace | WordRoles.Called | WordRoles.OrganizationBefore)) == 0;

    /// <summary>Whether a noun, with or without its article, is that of a building: prison, market, airport.</summary>
    public static bool IsBuilding(SentenceView sentence, int head) =>
        ((sentence[head].HasArticle ? NameLexicon.Embedded.RolesOf(sentence.Stem(head)[Article..]) : sentence[head].Roles) & WordRoles.Built) != 0;

    private static bool HasNationality(SentenceView sentence, int first, int end)
    {
        for (var i = first + 1; i < end; i++)
            if ((sentence[i].Roles & WordRoles.Nationality) != 0) return true;
        return false;
    }

    // The tagger takes the place for the end of the body's name.
    private static bool IsInside(SentenceView sentence, int first) =>
        sentence.Tag(first) == NameTag.InsideOrganization
        && (sentence[first].HasArticle ? (sentence[first].Known & WordLists.Place) != 0 : sentence[first].Roles is WordRoles.None or WordRoles.PlaceJoint or WordRoles.Joint);

    private static NameMention? Body(SentenceView sentence, int seat, int depth)
    {
        if ((sentence[seat].Roles & (WordRoles.AnyOrganization | WordRoles.Local)) == 0 || OrganizationRule.EndWithoutSeat(sentence, seat) is not (> 0 and var body)) return null;
        var end = Find(sentence, seat, body, depth - 1)?.End ?? body;
        return sentence.Mention(seat, end, NameType.Organization);
    }

    private static NameMention? Place(SentenceView sentence, int seat)
    {
        if (PlaceRule.Find(sentence, seat) is { } place) return place;
        var first = (sentence[seat].Roles & WordRoles.PlaceBefore) != 0 ? seat + 1 : seat;
        if (!sentence.IsWord(first) || (sentence[first].Roles & (WordRoles.AnyOrganization | WordRoles.PlaceBefore)) != 0) return null;
        if (CompoundPlace.End(sentence, first) is > 0 and var compound) return sentence.Mention(first, compound, NameType.Location);
        if (NameTags.TypeOf(sentence.Tag(first)) != 2 && !PlaceRule.IsListed(sentence, first) && !IsInside(sentence, first)) return null;
        var end = first + 1;
        while (end < sentence.End && sentence.Tag(end).IsInside()) end++;
        return sentence.Mention(first, end, NameType.Location);
    }
}
