using Marsad.Language;
using Marsad.Relating.Stories;

namespace Marsad.Relating.Entities;

/// <summary>What stands beside a name: office, work, origin. Two people of one name hardly share it.</summary>
internal static class NameContext
{
    private const int Reach = 6;

    // What stands beside everybody (head, director, general) tells nobody apart.
    private const double Common = 0.05;
    private const double Half = 40;

    /// <summary>The stems around the first mention, separated by a space; empty where nothing tells.</summary>
    public static string Of(ArticleWords text, Name name)
    {
        if (name.Mentions.Count == 0) return "";
        var (first, end) = text.Around(name.Mentions[0], Reach);
        var (from, to) = text.Within(name.Mentions[0]);
        var stems = new SortedSet<string>(StringComparer.Ordinal);
        for (var i = first; i < end; i++)
            if ((i < from || i >= to) && text.Stem(i).Length > 2 && CommonStems.ShareOf(text.Stem(i)) < Common) stems.Add(text.Stem(i).ToString());
        return string.Join(' ', stems);
    }

    /// <summary>How much two contexts agree, by how rare what they share is: 0 to 1; two or three telling words give 0.15.</summary>
    public static double Likeness(string one, string other)
    {
        var shared = one.Split(' ').Intersect(other.Split(' '), StringComparer.Ordinal).Where(stem => stem.Length > 0).Sum(stem => -Math.Log(CommonStems.ShareOf(stem)));
        return shared / (shared + Half);
    }
}
