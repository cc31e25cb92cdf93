using Marsad.Language.Tokens;

namespace Marsad.Language.Names;

/// <summary>Fits what the tagger found to the guide: titles are no part of a person, "city of" no part of a place, adjectives of nationality are no names.</summary>
internal static class Borders
{
    // A twelfth of 8·log2(1 + n): read more than thirty thousand times in eleven million words.
    private const int ParticleRarity = 10;
    private const int LongestKind = 5;
    private const char Noon = '\u0646';
    private const char Heh = '\u0647';
    private const char Waw = '\u0648';

    // "son of" before a full name; inside a name it is written without its alef.
    private const string Son = "\u0627\u0628\u0646";
    private const string SonInside = "\u0628\u0646";

    /// <summary>The mention for tagged tokens, or null where the guide names nothing.</summary>
    public static NameMention? Adapt(SentenceView sentence, int first, int end)
    {
        var type = TypeOf(sentence.Tag(first));
        if (type is null) return null;
        if (type == NameType.Organization) end = BeforeAnother(sentence, first, end);
        while (end > first && (!IsNamePart(sentence, end - 1) || IsParticle(sentence, end - 1))) end--;
        while (first < end && !IsNamePart(sentence, first)) first++;
        if (first >= end) return null;
        if (type == NameType.Person)
        {
            end = PersonRule.WithoutNationality(sentence, first, PersonRule.WithoutObject(sentence, first, PersonRule.Extend(sentence, first, end)));
            first = AfterTitles(sentence, PersonRule.ExtendBack(sentence, first), end);
            if (PersonRule.WithoutWords(sentence, first, end) is not { } person) return null;
            (first, end) = person;
        }

        if (IsTitleOfThing(sentence, first) || IsForeignGloss(sentence, first, end)) return null;
        if (type == NameType.Organization && OrganizationRule.IsOneOfMany(sentence, first, end)) return null;
        if (type == NameType.Organization && end > first + 1) end = Seat.End(sentence, first, end);
        if (type == NameType.Location) (first, end) = (AfterPlaceHeads(sentence, first, end), WithRank(sentence, end));
        if (type == NameType.Location && IsDirection(sentence, first, end)) return null;
        if (first >= end || !IsName(sentence, first, end, type.Value)) return null;
        return SentenceView.Mention(sentence.Document, first, end, Particles(sentence, first, type.Value), type.Value);
    }

    private static int BeforeAnother(SentenceView sentence, int first, int end)
    {
        for (var i = first + 2; i < end; i++)
            if (OrganizationRule.IsPersonAfter(sentence, i) || (sentence[first].HasArticle && OrganizationRule.IsBodyAfter(sentence, i))) return i;
        return end;
    }

    // "in", "of", "that": no name ends with them.
    private static bool IsParticle(SentenceView sentence, int i) =>
        sentence.Document.Tokens[i].FoldedLength <= 3 && sentence[i].Roles == WordRoles.None && sentence[i].Rarity >= ParticleRarity && (sentence[i].Known & (WordLists.Person | WordLists.Place | WordLists.Country)) == WordLists.None;

    // The particles of a name's first word, where more is known of the name than of the word.
    private static int Particles(SentenceView sentence, int first, NameType type)
    {
        if (type == NameType.Person && (IsWholeBehindTitle(sentence, first) || OpensText(sentence, first) || IsGivenName(sentence, first))) return 0;
        return IsUnknown(sentence, first) && sentence.Document.Folded(first)[0] == Waw ? 1 : sentence[first].Particles;
    }

    // Behind a title no preposition stands: what looks like one is the first letter of the name.
    private static bool IsWholeBehindTitle(SentenceView sentence, int first) =>
        sentence[first].Particles == 1 && NameParticles.IsPreposition(sentence.Document.Folded(first)[0]) && first > sentence.First && sentence.IsWord(first - 1)
        && sentence[first - 1].HasArticle && ((sentence[first - 1].Roles & WordRoles.Title) != 0 || IsTitleOf(sentence, first - 2));

    // "the director of the fund X".
    private static bool IsTitleOf(SentenceView sentence, int i) => sentence.IsWord(i) && !sentence[i].HasArticle && (sentence[i].Roles & WordRoles.Title) != 0;

    // A line that opens with a person is a byline: nothing is said "to" somebody before it.
    private static bool OpensText(SentenceView sentence, int first) =>
        first == sentence.First && sentence[first].Particles == 1 && NameParticles.IsPreposition(sentence.Document.Folded(first)[0]) && sentence.Tag(first + 1) == NameTag.InsidePerson;

    // A part of names as it stands, and none without its first letter.
    private static bool IsGivenName(SentenceView sentence, int first) =>
        sentence[first].Particles == 1 && NameParticles.Entry(sentence.Document.Folded(first), WordTable.Embedded) is var whole
        && (whole.Lists & WordLists.Person) != 0 && (whole.Lists & WordLists.Place) == 0 && (sentence[first].Known & WordLists.Person) == 0;

    // Of words that nothing is known of, more stand behind "and" than begin with its letter.
    private static bool IsUnknown(SentenceView sentence, int first) =>
        sentence[first].Particles == 0 && sentence[first].Rarity < 2 && sentence[first].Known == WordLists.None && sentence.Document.Tokens[first].FoldedLength > 4;

    // "in the south east" names no place.
    private static bool IsDirection(SentenceView sentence, int first, int end)
    {
        for (var i = first; i < end; i++)
            if ((sentence[i].Roles & WordRoles.Direction) == 0) return false;
        return true;
    }

    // The Latin spelling in brackets behind what was named before it, or a part of an address.
    private static bool IsForeignGloss(SentenceView sentence, int first, int end)
    {
        for (var i = first; i < end; i++)
            if (sentence.Document.Folded(i)[0] > '\u007F') return false;
        return sentence.Mark(first - 1) is '(' or '/' || sentence.Mark(end) == '/';
    }

    // "the film «X»", "the film of action and comedy, new, «X»".
    private static bool IsTitleOfThing(SentenceView sentence, int first)
    {
        if (!Marks.Opens(sentence.Mark(first - 1))) return false;
        for (var i = first - 2; i > first - 2 - LongestKind && sentence.IsWord(i); i--)
        {
            if ((sentence[i].Roles & WordRoles.Thing) != 0) return true;
            if (!sentence[i].HasArticle) return false;
        }

        return false;
    }

    private static NameType? TypeOf(NameTag tag) => NameTags.TypeOf(tag) switch
    {
        1 => NameType.Person,
        2 => NameType.Location,
        3 => NameType.Organization,
        _ => null,
    };

    private static bool IsNamePart(SentenceView sentence, int i) => sentence.Document.Tokens[i].Kind is TokenKind.Word or TokenKind.Number;

    private static int AfterTitles(SentenceView sentence, int first, int end)
    {
        while (first + 1 < end && (sentence[first].Roles & (WordRoles.Title | WordRoles.Kin)) != 0 && sentence.IsWord(first + 1) && !sentence.Stem(first + 1).SequenceEqual(SonInside)) first++;
        if (end - first > 2 && (sentence[first].Roles & WordRoles.Joint) != 0 && sentence.Stem(first).SequenceEqual(Son)) first++;
        return first;
    }

    // "X, the capital" without a mark between: the town, not the country of that name.
    private static int WithRank(SentenceView sentence, int end) => IsSide(sentence, end) ? end + 1 :
        sentence.IsWord(end) && sentence[end].HasArticle && sentence[end].Particles == 0 && (sentence[end].Roles & WordRoles.PlaceBefore) != 0
        && NameTags.TypeOf(sentence.Tag(end)) is 0 or 2 && !(sentence.IsWord(end + 1) && NameTags.TypeOf(sentence.Tag(end + 1)) == 2) ? end + 1 : end;

    // "X the northern": half of a town or land that is named by itself.
    private static bool IsSide(SentenceView sentence, int i) =>
        sentence.IsWord(i) && sentence.Tag(i) == NameTag.Outside && sentence[i].HasArticle && sentence[i].Particles == 0
        && sentence.Document.Folded(i) is [.. var masculine, Heh] && (NameLexicon.Embedded.RolesOf(masculine) & WordRoles.Direction) != 0;

    private static int AfterPlaceHeads(SentenceView sentence, int first, int end)
    {
        while (first + 1 < end && (sentence[first].Roles & WordRoles.PlaceBefore) != 0) first++;
        return first;
    }

    /// <summary>Whether a country's name that is its adjective too stands behind a definite noun: "the Saudi clubs".</summary>
    public static bool IsAdjective(SentenceView sentence, int i) =>
        (sentence[i].Roles & WordRoles.Nationality) != 0 && sentence[i].Particles == 0 && i > sentence.First && sentence.IsWord(i - 1) && sentence[i - 1].HasArticle && sentence.Tag(i - 1) == NameTag.Outside;

    // "critics", "jurists": the subject of a verb of saying, but no name.
    private static bool IsPlural(SentenceView sentence, int i) =>
        (sentence[i].Known & WordLists.Person) == 0 && sentence.Stem(i) is [_, _, _, .., Waw, Noon];

    private static bool IsName(SentenceView sentence, int first, int end, NameType type)
    {
        if (end - first > 1) return true;
        ref readonly var word = ref sentence[first];
        if (!sentence.IsWord(first) || sentence.Stem(first).Length < 2) return false;
        if ((word.Roles & (WordRoles.AnyOrganization | WordRoles.PlaceBefore | WordRoles.PlacePart)) != 0) return false;
        if (type == NameType.Person) return (word.Roles & (WordRoles.Title | WordRoles.Kin)) == 0 && !IsPlural(sentence, first);
        if (type == NameType.Location && WordTable.Embedded.Find(word.Stem).IsNoPlace && (word.Known & WordLists.Country) == 0) return false;
        return (word.Roles & WordRoles.Nationality) == 0 || ((word.Known & WordLists.Country) != 0 && !IsAdjective(sentence, first));
    }
}
