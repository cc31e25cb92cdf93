using System.Buffers;
using Marsad.Language.Tokens;

namespace Marsad.Language.Names;

/// <summary>Puts all spellings and short forms of one person, organisation or place of an article under one name.</summary>
internal static class NameResolver
{
    // No article names so many; a text that does must not cost the square of its names.
    private const int MostLookedAt = 300;

    // "for the X" is listed only where "the X" is not.
    private const string Fused = "\u0644\u0644";
    private const string Article = "\u0627\u0644";

    /// <param name="document">The text, and its title behind it.</param>
    /// <param name="mentions">In order.</param>
    /// <param name="title">The first token that is not of the text.</param>
    public static ArticleNames Resolve(Document document, List<NameMention> mentions, int title)
    {
        var surfaces = Surfaces(document, mentions);
        var groups = Group(surfaces, mentions);
        JoinAliases(document, mentions, groups);
        groups.Sort((a, b) => FirstMention(a).CompareTo(FirstMention(b)));
        var ofText = mentions.FindIndex(mention => mention.First >= title) is >= 0 and var first ? first : mentions.Count;
        var names = new List<Name>(groups.Count);
        var nameOf = new int[mentions.Count];
        foreach (var group in groups)
        {
            if (FirstMention(group) >= ofText) break;
            foreach (var surface in group)
                foreach (var mention in surface.Mentions) nameOf[mention] = names.Count;
            names.Add(ToName(document, mentions, group, ofText, $"n{names.Count + 1}"));
        }

        return new ArticleNames(document, mentions[..ofText], names, nameOf);
    }

    // "X, known as Y".
    private static void JoinAliases(Document document, List<NameMention> mentions, List<List<Surface>> groups)
    {
        var home = Homes(groups, mentions.Count);
        for (var i = 1; i < mentions.Count; i++)
        {
            if (mentions[i].Type != NameType.Person || mentions[i - 1].Type != NameType.Person || !IsAliasBetween(document, mentions[i - 1].End, mentions[i].First)) continue;
            var (first, second) = (home[i - 1], home[i]);
            if (first == second) continue;
            first.AddRange(second);
            foreach (var mention in second.SelectMany(surface => surface.Mentions)) home[mention] = first;
            second.Clear();
        }

        groups.RemoveAll(group => group.Count == 0);
    }

    private static List<Surface>[] Homes(List<List<Surface>> groups, int mentions)
    {
        var homes = new List<Surface>[mentions];
        foreach (var group in groups)
            foreach (var surface in group)
                foreach (var mention in surface.Mentions) homes[mention] = group;
        return homes;
    }

    private static bool IsAliasBetween(Document document, int from, int to)
    {
        if (to - from is 0 or > 3) return false;
        for (var i = from; i < to; i++)
            if ((NameLexicon.Embedded.RolesOf(document.Folded(i)) & WordRoles.Alias) != 0) return true;
        return false;
    }

    private static List<Surface> Surfaces(Document document, List<NameMention> mentions)
    {
        var surfaces = new Dictionary<string, Surface>(StringComparer.Ordinal);
        var bySpan = surfaces.GetAlternateLookup<ReadOnlySpan<char>>();
        var buffer = new ArrayBufferWriter<char>();
        var votes = new Dictionary<(string, NameType), int>();
        for (var i = 0; i < mentions.Count; i++)
        {
            var folded = Surface.Fold(document, mentions[i], buffer);
            if (!bySpan.TryGetValue(folded, out var surface))
            {
                surface = Surface.Of(document, mentions[i], folded.ToString());
                surfaces.Add(surface.Folded, surface);
            }

            surface.Mentions.Add(i);
            votes[(surface.Folded, mentions[i].Type)] = votes.GetValueOrDefault((surface.Folded, mentions[i].Type)) + 1;
        }

        foreach (var surface in surfaces.Values)
            if (surface.Key is null) surface.Type = Enum.GetValues<NameType>().MaxBy(type => votes.GetValueOrDefault((surface.Folded, type)));
        var lastNames = surfaces.Values.Where(full => full.Type == NameType.Person && full.Words.Length > 1).Select(full => full.Words[^1]).ToHashSet(StringComparer.Ordinal);
        foreach (var surface in surfaces.Values)
            if (surface.Words.Length == 1 && surface.Key is null && lastNames.Contains(surface.Words[0])) surface.Type = NameType.Person;
        return [.. surfaces.Values];
    }

    // Full forms first, so that a short form finds all it may stand for.
    private static List<List<Surface>> Group(List<Surface> surfaces, List<NameMention> mentions)
    {
        var groups = new List<List<Surface>>();
        foreach (var surface in surfaces.OrderByDescending(s => s.Words.Length).ThenBy(s => s.Mentions[0]))
        {
            var home = Home(groups, surface, mentions);
            if (home is null) groups.Add([surface]);
            else home.Add(surface);
        }

        return groups;
    }

    // Where several names fit a short form, it is the one mentioned last before it.
    private static List<Surface>? Home(List<List<Surface>> groups, Surface surface, List<NameMention> mentions)
    {
        List<Surface>? best = null;
        var nearest = int.MaxValue;
        for (var i = Math.Max(0, groups.Count - MostLookedAt); i < groups.Count; i++)
        {
            var group = groups[i];
            if (!group.Exists(full => SameName.Joins(surface, full))) continue;
            var distance = Distance(group, mentions[surface.Mentions[0]].First, mentions);
            if (distance >= nearest) continue;
            best = group;
            nearest = distance;
        }

        return best;
    }

    private static int Distance(List<Surface> group, int token, List<NameMention> mentions)
    {
        var nearest = int.MaxValue - 1;
        foreach (var surface in group)
            foreach (var mention in surface.Mentions)
            {
                var distance = token - mentions[mention].First;
                nearest = Math.Min(nearest, distance >= 0 ? distance : (1 << 20) - distance);
            }

        return nearest;
    }

    private static int FirstMention(List<Surface> group)
    {
        var first = int.MaxValue;
        foreach (var surface in group) first = Math.Min(first, surface.Mentions[0]);
        return first;
    }

    // The fullest form is the text's, whatever the title says.
    private static Name ToName(Document document, List<NameMention> mentions, List<Surface> group, int ofText, string id)
    {
        var all = group.SelectMany(surface => surface.Mentions).Order().ToList();
        var spans = all.Where(mention => mention < ofText).Select(mention => mentions[mention].Span).ToList();
        var named = all.Exists(mention => mention < ofText && !mentions[mention].Anaphor);
        var forms = all.Where(mention => !named || !mentions[mention].Anaphor).ToLookup(mention => mention < ofText, mention => Written(document, mentions[mention]));
        var canonical = WithoutFused(forms[true].SelectMany(form => form)).MaxBy(form => form.Length)!;
        var words = canonical.Count(IsSpace);
        var written = WithoutFused(forms[true].SelectMany(form => form).Concat(forms[false].SelectMany(form => form).Where(form => form.Count(IsSpace) <= words)));
        written.Remove(canonical);
        return new Name(id, group[0].Type, canonical, written, spans);
    }

    private static bool IsSpace(char c) => c == ' ';

    private static List<string> WithoutFused(IEnumerable<string> forms)
    {
        var all = forms.Distinct(StringComparer.Ordinal).ToList();
        all.RemoveAll(form => form.StartsWith(Fused, StringComparison.Ordinal) && all.Contains(Article + form[2..]));
        return all;
    }

    private static IEnumerable<string> Written(Document document, NameMention mention) =>
        mention.Aliases is null ? [mention.Span.In(document.Text)] : mention.Aliases.Prepend(mention.Span).Select(span => span.In(document.Text));
}
