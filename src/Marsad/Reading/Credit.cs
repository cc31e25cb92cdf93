using System.Text;
using Marsad.Language.Text;

namespace Marsad.Reading;

/// <summary>A credit at the head of a text: who is named, and how many characters it takes.</summary>
internal readonly record struct Credit(IReadOnlyList<string> Agencies, int Length)
{
    private const char TehMarbuta = '\u0629';
    private const char AlefMaqsura = '\u0649';

    /// <summary>A credit and the outlet's name after it are no longer than this, in words.</summary>
    private const int LongestLead = 6;

    /// <summary>A word glued to a credit has at least this many letters; fewer may be a pronoun that belongs to the word.</summary>
    private const int ShortestGlued = 3;

    /// <summary>A credit of one word is told apart from the beginning of a longer word only if it is at least this long.</summary>
    private const int ShortestGluable = 6;

    private static readonly Credit None = new([], 0);

    private static readonly AgencyCredit[] Gluable =
        [.. PageWords.Agencies.Values.Where(credit => credit.Kind != CreditKind.Word && (credit.Printed.Length >= ShortestGluable || credit.Printed.Contains(' '))).OrderByDescending(credit => credit.Printed.Length)];

    /// <summary>
    /// Finds "وكالات", "رويترز -" and the like at the head of a first paragraph, also where the text is glued to them. A credit by an ordinary word
    /// counts only before a separator.
    /// </summary>
    public static Credit AtHead(ReadOnlySpan<char> text, string? outlet)
    {
        if (Glued(text) is { Length: > 0 } glued) return glued;
        var agencies = new List<string>();
        var at = 0;
        var separated = false;
        while (Next(text, at) is { } found)
        {
            var after = SkipSeparators(text, found.End, out separated);
            if (found.Credit.Kind == CreditKind.Word && !separated) break;
            if (!agencies.Contains(found.Credit.Agency)) agencies.Add(found.Credit.Agency);
            at = after;
        }

        if (agencies.Count == 0) return None;
        at = SkipOutlet(text, at, outlet, ref separated);
        return separated || at == 0 ? new Credit(agencies, at) : Unseparated(text, at, agencies);
    }

    /// <summary>A credit without a dash counts where the text is glued to it or it names agencies at large; otherwise the agency is the sentence's subject.</summary>
    private static Credit Unseparated(ReadOnlySpan<char> text, int at, List<string> agencies)
    {
        var glue = GluePoint(text, at);
        if (glue > at) return new Credit(agencies, glue);
        return at > 0 && !char.IsWhiteSpace(text[at - 1]) ? new Credit(agencies, at) : None;
    }

    /// <summary>Teh marbuta ends a word: where a letter follows it, two words were glued together.</summary>
    private static int GluePoint(ReadOnlySpan<char> text, int from)
    {
        var words = 0;
        for (var i = from; i + 1 < text.Length && words < LongestLead; i++)
        {
            if (char.IsWhiteSpace(text[i])) words++;
            if (text[i] is TehMarbuta or AlefMaqsura && char.IsLetter(text[i + 1])) return i + 1;
        }

        return -1;
    }

    /// <summary>A credit in an element of its own, whose text the page runs into the first word: the credit, then letters without a space between.</summary>
    private static Credit Glued(ReadOnlySpan<char> text)
    {
        var head = text[..Math.Min(text.Length, 64)];
        var folded = Folding.Fold(head);
        if (folded.Length != head.Length) return None;
        foreach (var credit in Gluable)
        {
            if (!folded.StartsWith(credit.Printed, StringComparison.Ordinal)) continue;
            var rest = head[credit.Printed.Length..];
            var end = rest.IndexOfAny(' ', ':', '-');
            if ((end < 0 ? rest.Length : end) >= ShortestGlued && char.IsLetter(rest[0])) return new Credit([credit.Agency], credit.Printed.Length);
        }

        return None;
    }

    private static int SkipOutlet(ReadOnlySpan<char> text, int at, string? outlet, ref bool separated)
    {
        if (outlet is null || !text[at..].StartsWith(outlet, StringComparison.Ordinal)) return at;
        at += outlet.Length;
        var after = SkipSeparators(text, at, out separated);
        separated |= at < text.Length && char.IsLetter(text[at]);
        return after;
    }

    private static (AgencyCredit Credit, int End)? Next(ReadOnlySpan<char> text, int at)
    {
        var phrase = new StringBuilder();
        (AgencyCredit, int)? best = null;
        var position = SkipOpening(text, at);
        for (var words = 0; words < PageWords.LongestCredit && position < text.Length; words++)
        {
            var end = position;
            while (end < text.Length && !IsCreditEnd(text[end])) end++;
            if (end == position) break;
            phrase.Append(words > 0 ? " " : "").Append(text[position..end]);
            if (PageWords.Agencies.TryGetValue(PageWords.Normal(phrase.ToString()), out var credit)) best = (credit, end);
            position = end;
            if (position >= text.Length || text[position] != ' ') break;
            while (position < text.Length && text[position] == ' ') position++;
        }

        return best;
    }

    private static bool IsCreditEnd(char c) => char.IsWhiteSpace(c) || c is ':' or '-' or '\u2013' or '\u2014' or ')' or '(' or '/' or '|' or '\u060C' or ',' or '+';

    private static int SkipOpening(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] is '(' or '[')) at++;
        return at;
    }

    private static int SkipSeparators(ReadOnlySpan<char> text, int at, out bool separated)
    {
        separated = false;
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] is ':' or '-' or '\u2013' or '\u2014' or ')' or ']' or '/' or '|' or '\u060C' or ',' or '+'))
        {
            separated |= !char.IsWhiteSpace(text[at]) || text[at] is '\n';
            at++;
        }

        return at;
    }
}
