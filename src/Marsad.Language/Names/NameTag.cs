namespace Marsad.Language.Names;

/// <summary>What the tagger says of one token: outside, or at the begin or inside of a name (the BIO scheme over ANERcorp's four types).</summary>
/// <remarks>Begin tags are odd, the inside tag of the same type follows directly.</remarks>
internal enum NameTag : byte
{
    Outside,
    BeginPerson,
    InsidePerson,
    BeginLocation,
    InsideLocation,
    BeginOrganization,
    InsideOrganization,
    BeginOther,
    InsideOther,
}

internal static class NameTags
{
    public const int Count = 9;

    public static bool IsBegin(this NameTag tag) => ((int)tag & 1) == 1;

    public static bool IsInside(this NameTag tag) => tag != NameTag.Outside && ((int)tag & 1) == 0;

    /// <summary>An inside tag continues only a name of its own type.</summary>
    public static bool MayFollow(NameTag tag, NameTag previous) =>
        !tag.IsInside() || previous == tag || previous == tag - 1;

    /// <summary>0 for outside, else 1 to 4 for person, location, organisation, other.</summary>
    public static int TypeOf(NameTag tag) => ((int)tag + 1) / 2;
}
