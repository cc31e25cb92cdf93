namespace Marsad.Language.Names;

/// <summary>Newspapers and channels whose names are ordinary words or places too: named in quotation marks, and between the dashes of a byline.</summary>
internal static class Outlet
{
    private const int LongestWords = 3;
    private const int LongestLetters = 40;

    // A byline stands at the head of the text: who, for whom, where.
    private const int LastOfByline = 12;

    /// <summary>The token after the outlet that is named at <paramref name="first"/>, or -1.</summary>
    public static int End(SentenceView sentence, int first)
    {
        if (IsInByline(sentence, first)) return first + 1;
        var open = sentence.Mark(first - 1);
        if (!Marks.Opens(open) || open == '(') return -1;
        var end = first;
        while (end < first + LongestWords && sentence.IsWord(end)) end++;
        return end > first && Marks.Closes(open, sentence.Mark(end)) && IsListed(sentence, first, end) ? end : -1;
    }

    private static bool IsInByline(SentenceView sentence, int i) =>
        i <= LastOfByline && sentence.IsWord(i) && (sentence[i].Roles & WordRoles.Outlet) != 0 && IsDash(sentence.Mark(i + 1)) && (i == sentence.First || IsDash(sentence.Mark(i - 1)));

    private static bool IsDash(char mark) => mark is '-' or '\u2013' or '\u2014';

    private static bool IsListed(SentenceView sentence, int first, int end)
    {
        Span<char> name = stackalloc char[LongestLetters];
        var length = 0;
        for (var i = first; i < end; i++)
        {
            var word = i == first ? sentence.Stem(i) : sentence.Document.Folded(i);
            if (length + word.Length + 1 > name.Length) return false;
            if (i > first) name[length++] = ' ';
            word.CopyTo(name[length..]);
            length += word.Length;
        }

        return (NameLexicon.Embedded.RolesOf(name[..length]) & WordRoles.Outlet) != 0;
    }
}
