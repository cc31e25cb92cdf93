namespace Marsad.Language.Names;

/// <summary>What a word may do before or inside a name, from the lists of lang/ar.</summary>
[Flags]
internal enum WordRoles
{
    None = 0,

    /// <summary>Stands before a person's name and is no part of it.</summary>
    Title = 1,

    /// <summary>A relation to the person named next, such as "wife of".</summary>
    Kin = 2,

    /// <summary>Opens an organisation's name and needs what follows.</summary>
    OrganizationOf = 4,

    /// <summary>A medium: newspaper, channel, agency.</summary>
    Media = 8,

    /// <summary>A party, movement or armed group.</summary>
    Group = 16,

    /// <summary>With its article: an organisation's name where an adjective of nationality follows.</summary>
    OrganizationThe = 32,

    /// <summary>An adjective of nationality or wider belonging, with or without article, any gender.</summary>
    Nationality = 64,

    /// <summary>Stands before a place name and is no part of it.</summary>
    PlaceBefore = 128,

    /// <summary>Stands before a place name as part of it.</summary>
    PlacePart = 256,

    /// <summary>Opens an organisation's name often enough to be asked, too seldom to be believed alone.</summary>
    OrganizationWeak = 512,

    /// <summary>Stands between the head of an organisation's name and the rest of it.</summary>
    OrganizationLink = 1024,

    /// <summary>Ends an organisation's name although it carries the article: a relative pronoun, a day, "the said".</summary>
    Stop = 2048,

    /// <summary>Stands before a place name without naming another place: strip, square, street.</summary>
    PlaceSame = 4096,

    /// <summary>With its article: a body that is also named by a rank or by what it is for.</summary>
    OrganizationBody = 8192,

    /// <summary>An adjective of rank or kind that makes a name of a body, as one of nationality does: general, supreme, national.</summary>
    Rank = 16384,

    /// <summary>A newspaper or channel whose name is an ordinary word too.</summary>
    Outlet = 32768,

    /// <summary>Joins the word after it into one name: father of, son of, servant of.</summary>
    Joint = 65536,

    /// <summary>Opens a place name of two words: house of, head of.</summary>
    PlaceJoint = 131072,

    /// <summary>Between two names of one person: known as, called.</summary>
    Alias = 262144,

    /// <summary>An adjective that an organisation's name may lose: official.</summary>
    Loose = 524288,

    /// <summary>Opens the name of a body that is named with the place or body it belongs to: committee, court, branch.</summary>
    Local = 1048576,

    /// <summary>Half of "FM": ends the name of a radio station.</summary>
    Band = 2097152,

    /// <summary>Describes the organisation named behind it, which is as often called without it: team, club.</summary>
    OrganizationBefore = 4194304,

    /// <summary>Names an organisation where a place follows: government, army, team of.</summary>
    OfPlace = 8388608,

    /// <summary>What follows in quotation marks is the title of a thing, not of an organisation: film, ship, campaign.</summary>
    Thing = 16777216,

    /// <summary>A point of the compass: no name without the place after it.</summary>
    Direction = 33554432,

    /// <summary>With its article: stands for the body named before, as a name; most such nouns are none.</summary>
    Alone = 67108864,

    /// <summary>Describes the organisation named behind it, where that is an organisation by itself: forces, network, site of.</summary>
    Called = 134217728,

    /// <summary>A title that places and bodies are named after their bearer with (king, sheikh, martyr), or a noun of bodies that are.</summary>
    Honour = 268435456,

    /// <summary>Opens the name of a building that is named by its town: airport, hall, stadium.</summary>
    Built = 536870912,

    /// <summary>Part of the style that stands before a ruler's title: servant of the two sanctuaries, his highness.</summary>
    Style = 1073741824,

    /// <summary>Any word that can open an organisation's name.</summary>
    AnyOrganization = OrganizationOf | Media | Group | OrganizationThe | OrganizationWeak,
}
