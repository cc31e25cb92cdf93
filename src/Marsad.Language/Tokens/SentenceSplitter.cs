namespace Marsad.Language.Tokens;

/// <summary>
/// Ends sentences at full stops, question and exclamation marks, ellipses and paragraph breaks. Arabic has no capitals to help, so a
/// full stop counts only where it is not inside a number or after a single letter (an initial or abbreviation such as "د." or "أ.ف.ب").
/// </summary>
internal static class SentenceSplitter
{
    // In tokens: a place of up to four words, an agency of up to four, two brackets and the dash.
    private const int LongestDateline = 12;

    public static List<Sentence> Split(Document document)
    {
        var sentences = new List<Sentence>();
        var tokens = document.Tokens;
        var first = CloseDateline(document, sentences, 0);
        for (var i = first; i < tokens.Count; i++)
        {
            if (tokens[i].Kind == TokenKind.Break)
            {
                Close(sentences, first, i);
                first = CloseDateline(document, sentences, i + 1);
                i = first - 1;
            }
            else if (Ends(document, i))
            {
                while (i + 1 < tokens.Count && FollowsEnd(document, i + 1)) i++;
                Close(sentences, first, i + 1);
                first = i + 1;
            }
        }

        Close(sentences, first, tokens.Count);
        return sentences;
    }

    /// <summary>"Place (agency) -" at the head of a paragraph says where the text comes from: a line of its own, not the beginning of its first sentence.</summary>
    /// <returns>The first token of the text after it.</returns>
    private static int CloseDateline(Document document, List<Sentence> sentences, int first)
    {
        var tokens = document.Tokens;
        var opened = false;
        for (var i = first; i < Math.Min(tokens.Count, first + LongestDateline); i++)
        {
            if (tokens[i].Kind == TokenKind.Break) return first;
            if (tokens[i].Kind != TokenKind.Punctuation) continue;
            var mark = document.Text[tokens[i].Start];
            if (mark == '(' && i > first) opened = true;
            else if (mark != ')' && !(opened && IsDash(mark) && document.Text[tokens[i - 1].Start] == ')')) return first;
            if (!IsDash(mark)) continue;
            Close(sentences, first, i + 1);
            return i + 1;
        }

        return first;
    }

    private static bool IsDash(char mark) => mark is '-' or '\u2013' or '\u2014';

    private static void Close(List<Sentence> sentences, int first, int end)
    {
        if (end > first) sentences.Add(new Sentence(first, end));
    }

    private static bool Ends(Document document, int i)
    {
        var token = document.Tokens[i];
        if (token.Kind != TokenKind.Punctuation) return false;
        return document.Text[token.Start] switch
        {
            '!' or '?' or '\u061F' or '\u2026' => true,
            '.' => !IsAbbreviation(document, i) && !IsInsideAcronym(document, i),
            _ => false,
        };
    }

    private static bool IsAbbreviation(Document document, int i) =>
        i > 0 && document.Tokens[i - 1] is { Kind: TokenKind.Word, FoldedLength: 1 } previous && previous.End == document.Tokens[i].Start;

    // "C.I.A" spelled out in letter names: short words grown together with the stops between them.
    private static bool IsInsideAcronym(Document document, int i) =>
        i > 0 && i + 1 < document.Tokens.Count
        && document.Tokens[i - 1] is { Kind: TokenKind.Word, FoldedLength: <= 4 } before && before.End == document.Tokens[i].Start
        && document.Tokens[i + 1] is { Kind: TokenKind.Word, FoldedLength: <= 4 } behind && behind.Start == document.Tokens[i].End;

    // A run of closing marks belongs to the sentence it closes.
    private static bool FollowsEnd(Document document, int i)
    {
        var token = document.Tokens[i];
        return token.Kind == TokenKind.Punctuation && token.Start == document.Tokens[i - 1].End
            && document.Text[token.Start] is '.' or '!' or '?' or '\u061F' or '\u2026' or '"' or '\u00BB' or '\u201D' or '\u2019' or ')';
    }
}
