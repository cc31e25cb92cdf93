namespace Marsad.Language.Names;

/// <summary>Whether one surface of an article is another spelling or a short form of another. Sharing a word is never enough: brothers share their last name.</summary>
internal static class SameName
{
    private const string Article = "\u0627\u0644";
    private const string Son = "\u0628\u0646";

    /// <summary>Whether <paramref name="shorter"/> stands for <paramref name="longer"/>, which has at least as many words.</summary>
    public static bool Joins(Surface shorter, Surface longer)
    {
        if (shorter.Type != longer.Type) return false;
        if (shorter.Key is not null && longer.Key is not null) return shorter.Key == longer.Key;
        return shorter.Type switch
        {
            NameType.Person => Person(shorter.Words, longer.Words),
            NameType.Location => Place(shorter, longer),
            _ => Organization(shorter, longer),
        };
    }

    // All words of the short form in order within the full one, and its last word or its first among them.
    private static bool Person(string[] shorter, string[] longer)
    {
        if (shorter.Length == longer.Length) return AllAlike(shorter, longer, 0);
        if (IsForefather(shorter, longer)) return false;
        if (shorter.Length == 1) return Alike(shorter[0], longer[^1]) || Alike(shorter[0], longer[0]) || (longer.Length > 2 && Alike(shorter[0], longer[^2]) && longer[^2].Length > 3);
        var at = 0;
        foreach (var word in longer)
            if (at < shorter.Length && Alike(shorter[at], word)) at++;
        return at == shorter.Length && (Alike(shorter[^1], longer[^1]) || Alike(shorter[0], longer[0]));
    }

    // "A son of B of C" is not B.
    private static bool IsForefather(string[] shorter, string[] longer)
    {
        var at = Array.FindIndex(longer, word => Alike(shorter[0], word));
        return at > 1 && at < longer.Length - 1 && IsSon(longer[at - 1]) && !IsSon(shorter[0]);
    }

    private static bool IsSon(string word) => word is Son or "\u0627" + Son;

    private static bool Place(Surface shorter, Surface longer)
    {
        if (shorter.Words.Length == longer.Words.Length) return AllAlike(shorter.Words, longer.Words, 0);
        return (longer.HeadRoles & WordRoles.PlaceSame) != 0 && shorter.Words.Length == longer.Words.Length - 1 && AllAlike(shorter.Words, longer.Words, 1);
    }

    private static bool Organization(Surface shorter, Surface longer)
    {
        var (few, many) = (shorter.Words, longer.Words);
        if (few.Length == many.Length) return AllAlike(few, many, 0) || OtherHead(shorter, longer);
        if (AllAlike(few, many, 0) && (few.Length > 1 || IsDescription(few[0]))) return true;
        if (few.Length == many.Length - 1 && few[0] == many[0] && IsKindOfPlace(many[1]) && few.AsSpan(1).SequenceEqual(many.AsSpan(2))) return true;
        if (few.Length == 1 && (few[0] == Article + many[0] || ((longer.HeadRoles & WordRoles.Group) != 0 && few[0] == Article + many[1]))) return true;
        if (few.Length > 2 && few[^1] == many[^1] && IsWithin(few, many)) return true;
        if ((longer.HeadRoles & (WordRoles.Media | WordRoles.Group | WordRoles.OrganizationBefore | WordRoles.Called)) != 0 && AllAlike(few, many, 1)) return true;
        return (longer.HeadRoles & WordRoles.OrganizationOf) != 0 && (shorter.HeadRoles & WordRoles.OrganizationThe) != 0 && AllAlike(few, many, 1);
    }

    // "the committee of development in X" for "the committee of social development in X", not "the committee of the council X": that has many.
    private static bool IsWithin(string[] few, string[] many)
    {
        if (few[0] != many[0] || (NameLexicon.Embedded.RolesOf(few[1]) & WordRoles.OrganizationOf) != 0) return false;
        var at = 0;
        foreach (var word in many)
            if (at < few.Length && few[at] == word) at++;
        return at == few.Length;
    }

    // "police of the governorate of X" is police of X.
    private static bool IsKindOfPlace(string word) => (NameLexicon.Embedded.RolesOf(word) & WordRoles.PlaceBefore) != 0;

    // The movement X, the party X.
    private static bool OtherHead(Surface a, Surface b) =>
        a.Words.Length > 1 && (a.HeadRoles & b.HeadRoles & (WordRoles.Group | WordRoles.Media | WordRoles.OrganizationBefore)) != 0 && a.Words.AsSpan(1).SequenceEqual(b.Words.AsSpan(1));

    private static bool IsDescription(string word) => (NameLexicon.Embedded.RolesOf(word) & WordRoles.OrganizationThe) != 0;

    private static bool AllAlike(string[] shorter, string[] longer, int from)
    {
        if (from + shorter.Length > longer.Length) return false;
        for (var i = 0; i < shorter.Length; i++)
            if (!Alike(shorter[i], longer[from + i])) return false;
        return true;
    }

    private static bool Alike(string a, string b) =>
        Spelling.Same(Bare(a), Bare(b)) || (a[^1] == b[^1] && NameLexicon.Embedded.CountryOf(a) is { } country && country == NameLexicon.Embedded.CountryOf(b));

    private static ReadOnlySpan<char> Bare(string word) =>
        word.Length > 4 && word.StartsWith(Article, StringComparison.Ordinal) ? word.AsSpan(2) : word;
}
