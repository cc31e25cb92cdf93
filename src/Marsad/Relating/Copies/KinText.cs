using Marsad.Language;

namespace Marsad.Relating.Copies;

/// <summary>A text as it is compared with one that it shares words with.</summary>
/// <param name="Outlet">Null where it is not known.</param>
internal sealed record KinText(ArticleWords Words, string? Title, string? Outlet, Record Record);
