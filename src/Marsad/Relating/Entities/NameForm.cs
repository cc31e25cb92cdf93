using Marsad.Language.Text;
using Marsad.Relating.Spelling;

namespace Marsad.Relating.Entities;

/// <summary>A name as it is compared across articles: folded, its words without the article.</summary>
/// <param name="Folded">Words separated by one space.</param>
/// <param name="Skeleton">The skeletons of those words.</param>
internal readonly record struct NameForm(string Surface, string Folded, string Skeleton)
{
    // "servant of": written together with the next word or apart from it.
    private static readonly string Abd = new([(char)0x0639, Letter.Beh, Letter.Dal]);

    // "house of", before the name of a family: written or left out.
    private static readonly string HouseOf = new([Letter.Alef, Letter.Lam]);

    public string[] Words => Folded.Split(' ');

    public static NameForm Of(string surface)
    {
        var words = new List<string>();
        foreach (var word in Folding.Fold(surface).Split([' ', '\n', '-', '.', '\'', '"'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (words.Count > 0 && word == HouseOf) continue;
            if (words.Count > 0 && words[^1] == Abd) words[^1] += word;
            else words.Add(word);
        }

        var folded = string.Join(' ', words.Select(WithoutArticle));
        return new NameForm(surface, folded, Spelling.Skeleton.OfName(folded));
    }

    private static string WithoutArticle(string word) => word.Length > 4 && word[0] == Letter.Alef && word[1] == Letter.Lam ? word[2..] : word;
}
