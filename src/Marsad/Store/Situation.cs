namespace Marsad.Store;

/// <summary>What a user follows: any of the terms brings an article in, within the span of days.</summary>
/// <param name="Slug">Its name in addresses: small Latin letters, digits and hyphens.</param>
/// <param name="Terms">Words, names or phrases.</param>
/// <param name="From">First day; null: no beginning.</param>
/// <param name="To">Last day; null: it goes on.</param>
public sealed record Situation(string Slug, string TitleArabic, string TitleEnglish, IReadOnlyList<string> Terms, DateOnly? From = null, DateOnly? To = null);
