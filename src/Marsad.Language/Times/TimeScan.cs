using Marsad.Language.Figures;
using Marsad.Language.Text;
using Marsad.Language.Tokens;

namespace Marsad.Language.Times;

/// <summary>One document as the time readers see it: every token with its calendar meaning, looked up once.</summary>
internal sealed class TimeScan
{
    private const int LongestMonth = 40;
    private readonly TimeWord[] _words;
    private readonly byte[] _cuts;
    private readonly bool[] _glued;

    public TimeScan(Document document)
    {
        Document = document;
        Count = document.Tokens.Count;
        _words = new TimeWord[Count];
        _cuts = new byte[Count];
        _glued = new bool[Count];
        for (var i = 0; i < Count; i++)
        {
            if (document.Tokens[i].Kind != TokenKind.Word || !TimeWord.Words.TryFind(document.Folded(i), out var stem, out _words[i])) continue;
            _cuts[i] = (byte)(stem.Fused ? stem.Start - 1 : stem.Start);
            _glued[i] = (stem.Proclitics & Proclitics.Conjunction) != 0;
        }
    }

    public Document Document { get; }

    public int Count { get; }

    /// <summary>The calendar meaning of a token; kind None where it has none or the token does not exist.</summary>
    public TimeWord this[int token] => token >= 0 && token < Count ? _words[token] : default;

    public TimeKind Kind(int token) => this[token].Kind;

    public string Code(int token) => this[token].Code ?? "";

    /// <summary>"and" is glued to the token.</summary>
    public bool IsJoined(int token) => token >= 0 && token < Count && _glued[token];

    /// <summary>A preposition is glued to the token.</summary>
    public bool IsCut(int token) => token >= 0 && token < Count && _cuts[token] > 0;

    /// <summary>The token is this one character.</summary>
    public bool Is(int token, char c) => token >= 0 && token < Count && Document.Folded(token) is [var only] && only == c;

    public bool IsWord(int token) => token >= 0 && token < Count && Document.Tokens[token].Kind == TokenKind.Word;

    public bool IsNumber(int token) => token >= 0 && token < Count && Document.Tokens[token].Kind == TokenKind.Number;

    public ReadOnlySpan<char> Folded(int token) => token >= 0 && token < Count ? Document.Folded(token) : default;

    /// <summary>The words of a range of tokens, without what is glued in front.</summary>
    public Span Cover(int first, int end) => new(_cuts[first] > 0 ? Document.Without(first, _cuts[first]).Start : Document.Tokens[first].Start, Document.Tokens[end - 1].End);

    /// <summary>A whole number of digits alone, such as a day or a year; -1 where the token is none.</summary>
    public int Digits(int token)
    {
        if (!IsNumber(token)) return -1;
        var digits = Document.Folded(token);
        return digits.Length <= 4 && int.TryParse(digits, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : -1;
    }

    /// <summary>A month of one or two words, with a second name of the same month behind it ("July/Tammuz", "Tammuz (July)").</summary>
    public bool TryMonth(int token, out int month, out bool hijri, out int end)
    {
        if (!TryOneMonth(token, out month, out hijri, out end)) return false;
        var at = Is(end, '/') || Is(end, '(') || Is(end, '-') ? end + 1 : end;
        if (!TryOneMonth(at, out var again, out _, out var after) || again != month) return true;
        end = at > end && Is(end, '(') && Is(after, ')') ? after + 1 : after;
        return true;
    }

    private bool TryOneMonth(int token, out int month, out bool hijri, out int end)
    {
        if (Kind(token) is TimeKind.Month or TimeKind.HijriMonth && !Letters.HasArticle(Folded(token))) // "the father" is no August
        {
            (month, hijri, end) = (this[token].Number, Kind(token) == TimeKind.HijriMonth, token + 1);
            return true;
        }

        (month, hijri, end) = (0, false, token);
        if (!IsWord(token) || !IsWord(token + 1) || !TimeWord.MonthStarts.TryFind(Folded(token), out _, out _)) return false;
        if (!TryPair(token, out var word)) return false;
        (month, hijri, end) = (word.Number, word.Kind == TimeKind.HijriMonth, token + 2);
        return true;
    }

    private bool TryPair(int token, out TimeWord word)
    {
        word = default;
        Span<char> pair = stackalloc char[LongestMonth];
        var length = Document.Join([token, token + 1], pair);
        return length > 0 && TimeWord.Words.TryFind(pair[..length], out _, out word) && word.Kind is TimeKind.Month or TimeKind.HijriMonth;
    }

    /// <summary>An ordinal from first to thirty-first, with the article: "the fifth", "the fifth and twentieth".</summary>
    public bool TryOrdinal(int token, out int value, out int end)
    {
        (value, end) = (0, token);
        var piece = NumberPiece.At(Document, token);
        if (!piece.Article || piece.Kind is not (NumberKind.Ordinal or NumberKind.OrdinalTeen or NumberKind.Tens)) return false;
        value = (int)piece.Value;
        end = token + 1;
        var next = NumberPiece.At(Document, end);
        if (next is { Kind: NumberKind.Ten, Joined: false } && value < 10) value += 10;
        else if (next is { Kind: NumberKind.Tens, Joined: true, Article: true } && value < 10) value += (int)next.Value;
        else return piece.Kind != NumberKind.OrdinalTeen;
        end++;
        return true;
    }
}
