namespace Marsad.Store;

/// <summary>What a user follows: any of the terms brings an article in, within the span of days.</summary>
/// <param name="Slug">Its name in addresses: small Latin letters, digits and hyphens.</param>
/// <param name="Terms">Words, names or phrases.</param>
/// <param name="From">First day; null: no beginning.</param>
/// <param name="To">Last day; null: it goes on.</param>
public sealed record Situation(string Slug, string TitleArabic, string TitleEnglish, IReadOnlyList<string> Terms, DateOnly? From = null, DateOnly? To = null)
{
    /// <summary>Whether words can be a situation's name in addresses; "new" is the address of the form.</summary>
    public static bool IsSlug(string words) => words is { Length: > 0 and <= 80 } and not "new" && words.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');
}
