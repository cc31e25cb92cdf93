using Marsad.Language.Tokens;

namespace Marsad.Language.Statements;

/// <summary>
/// Pairs quotation marks of all kinds over the whole text, in one pass. A mark that was forgotten is taken to stand at the end of the
/// sentence before the next opening mark, or at the end of the paragraph.
/// </summary>
internal sealed class Quotes
{
    private const int None = -1;

    private readonly int[] _partner;
    private readonly bool[] _missing;
    private readonly int[] _around;

    private Quotes(int count)
    {
        _partner = new int[count];
        _missing = new bool[count];
        _around = new int[count];
        Array.Fill(_around, None);
        Array.Fill(_partner, None);
    }

    /// <summary>Whether a quotation opens at this token.</summary>
    public bool Opens(int token) => (uint)token < (uint)_partner.Length && _partner[token] > token;

    /// <summary>Whether a quotation closes at this token.</summary>
    public bool Closes(int token) => (uint)token < (uint)_partner.Length && _partner[token] != None && _partner[token] < token;

    /// <summary>The token of the closing mark; where it is missing, the token after the last quoted one.</summary>
    public int Close(int opening) => _partner[opening];

    /// <summary>The closing mark of the quotation opened here was forgotten.</summary>
    public bool IsUnclosed(int opening) => _missing[opening];

    /// <summary>The opening mark of the quotation that a token stands in; -1 outside.</summary>
    public int Around(int token) => _around[token];

    public static Quotes Pair(Document document)
    {
        var quotes = new Quotes(document.Tokens.Count);
        var open = None;
        var sentenceEnd = None; // the last place, since the quotation opened, where a sentence ended
        for (var i = 0; i < document.Tokens.Count; i++)
        {
            var token = document.Tokens[i];
            if (token.Kind == TokenKind.Break)
            {
                if (open != None && !ContinuesAfter(document, i)) quotes.CloseAt(ref open, WhereSpeechGoesOn(document, open, i), missing: true);
                continue;
            }

            if (token.Kind != TokenKind.Punctuation) continue;
            var mark = document.Text[token.Start];
            if (mark is '.' or '!' or '\u061F' && open != None) sentenceEnd = i + 1;
            switch (open != None && document.Text[document.Tokens[open].Start] == '\u00BB' && mark is '\u00AB' ? Role.Close : Read(document, i, mark, open != None))
            {
                case Role.Open when open == None:
                    open = i;
                    sentenceEnd = None;
                    break;
                case Role.Open when sentenceEnd != None:
                    quotes.CloseAt(ref open, sentenceEnd, missing: true);
                    open = i;
                    sentenceEnd = None;
                    break;
                case Role.Close when open != None:
                    quotes.CloseAt(ref open, i, missing: false);
                    break;
            }
        }

        if (open != None) quotes.CloseAt(ref open, WhereSpeechGoesOn(document, open, document.Tokens.Count), missing: true);
        return quotes;
    }

    private enum Role
    {
        None,
        Open,
        Close,
    }

    private void CloseAt(ref int open, int end, bool missing)
    {
        if (end > open + 1)
        {
            _partner[open] = end;
            _missing[open] = missing;
            if (!missing) _partner[end] = open;
            Array.Fill(_around, open, open + 1, end - open - 1);
        }

        open = None;
    }

    private static Role Read(Document document, int i, char mark, bool isOpen) => mark switch
    {
        '\u00BB' when !isOpen && i > 0 && document.Text[document.Tokens[i - 1].Start] == ':' => Role.Open, // marks the wrong way round, as some editors type them
        '\u00AB' when isOpen && (i + 1 >= document.Tokens.Count || document.Tokens[i + 1].Kind != TokenKind.Word || document.Tokens[i + 1].Start > document.Tokens[i].End) && document.Tokens[i - 1].End == document.Tokens[i].Start => Role.Close,
        '\u00BB' or '\u201D' when !isOpen && StandsBefore(document, i) => Role.Open,
        '\u00AB' or '\u201C' or '\u201E' => Role.Open,
        '\u00BB' or '\u201D' => Role.Close,
        '"' => ReadStraight(document, i, isOpen),
        _ => Role.None,
    };

    // A closing mark that nothing was opened before, with white space in front and a word right behind: typed the wrong way round.
    private static bool StandsBefore(Document document, int i) =>
        i > 0 && i + 1 < document.Tokens.Count && document.Tokens[i - 1].End < document.Tokens[i].Start && document.Tokens[i + 1] is { Kind: TokenKind.Word } behind && (behind.Start == document.Tokens[i].End || document.Tokens[i - 1].Kind == TokenKind.Word);

    // A straight mark opens where white space stands before it and none behind, and closes the other way round; else they alternate.
    private static Role ReadStraight(Document document, int i, bool isOpen)
    {
        var before = i == 0 || document.Tokens[i - 1].End < document.Tokens[i].Start || document.Tokens[i - 1].Kind == TokenKind.Break;
        var behind = i + 1 >= document.Tokens.Count || document.Tokens[i + 1].Start > document.Tokens[i].End;
        if (before && !behind && IsPause(document, i + 1)) return isOpen ? Role.Close : Role.None;
        if (before && !behind) return Role.Open;
        if (behind && !before) return isOpen ? Role.Close : IsClosedLater(document, i) ? Role.Open : Role.None;
        return isOpen ? Role.Close : Role.Open;
    }

    // The next straight mark of the paragraph does not look like one that opens.
    private static bool IsClosedLater(Document document, int i)
    {
        for (var j = i + 1; j < document.Tokens.Count && document.Tokens[j].Kind != TokenKind.Break; j++)
            if (document.Tokens[j].Kind == TokenKind.Punctuation && document.Text[document.Tokens[j].Start] == '"') return document.Tokens[j - 1].End == document.Tokens[j].Start;
        return false;
    }

    // A quotation that nothing closes ends before the sentence that says "and he added".
    private static int WhereSpeechGoesOn(Document document, int open, int end)
    {
        for (var i = open + 2; i + 1 < end; i++)
            if (document.Tokens[i].Kind == TokenKind.Punctuation && document.Text[document.Tokens[i].Start] == '.' && document.Folded(i + 1) is ['\u0648', _, _, _, ..] word && CueLexicon.Words.TryGetValue(word[1..], out var forms) && forms[0].Tense == CueTense.Past) return i + 1;
        return end;
    }

    private static bool IsPause(Document document, int i) => document.Tokens[i].Kind == TokenKind.Punctuation && document.Text[document.Tokens[i].Start] is ',' or '.' or '\u060C' or '\u061B' or ')';

    // A quotation runs on over paragraphs where the next directed mark is one that closes. Straight marks cannot tell.
    private static bool ContinuesAfter(Document document, int lineBreak)
    {
        for (var i = lineBreak + 1; i < document.Tokens.Count && i < lineBreak + 400; i++)
        {
            if (document.Tokens[i].Kind != TokenKind.Punctuation) continue;
            var mark = document.Text[document.Tokens[i].Start];
            if (mark is '\u00BB' or '\u201D') return true;
            if (mark is '\u00AB' or '\u201C' or '\u201E' or '"') return false;
        }

        return false;
    }
}
