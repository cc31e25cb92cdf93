namespace Marsad.Language.Names;

/// <summary>Quotation marks and brackets that stand inside names.</summary>
internal static class Marks
{
    private const char Straight = '"';
    private const char Guillemet = '\u00AB';
    private const char GuillemetEnd = '\u00BB';
    private const char Curly = '\u201C';
    private const char CurlyEnd = '\u201D';

    /// <summary>The mark that closes what <paramref name="open"/> opens; '\0' where it opens nothing.</summary>
    public static bool Closes(char open, char mark) => open switch
    {
        Straight => mark == Straight,
        Guillemet => mark == GuillemetEnd,
        Curly or CurlyEnd => mark is Curly or CurlyEnd,
        '(' => mark == ')',
        _ => false,
    };

    public static bool Opens(char mark) => mark is Straight or Guillemet or Curly or CurlyEnd or '(';

    /// <summary>The token after the closing mark of what opens at <paramref name="open"/>, or -1 where it is not closed within <paramref name="most"/> tokens.</summary>
    public static int AfterClose(SentenceView sentence, int open, int most)
    {
        var mark = sentence.Mark(open);
        if (!Opens(mark)) return -1;
        for (var i = open + 1; i < sentence.End && i <= open + most; i++)
            if (Closes(mark, sentence.Mark(i))) return i > open + 1 ? i + 1 : -1;
        return -1;
    }
}
