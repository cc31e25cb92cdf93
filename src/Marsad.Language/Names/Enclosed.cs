using Marsad.Language.Text;
using Marsad.Language.Tokens;

namespace Marsad.Language.Names;

/// <summary>What stands in brackets or quotation marks with an organisation's name is a name of it too: an acronym after it, its title inside it.</summary>
internal static class Enclosed
{
    private const int LongestAcronym = 4;
    private const int LongestTitle = 8;

    /// <summary>The mention with the acronym that follows it, and with its other names.</summary>
    public static NameMention Extend(SentenceView sentence, NameMention mention)
    {
        if (mention.Type != NameType.Organization) return mention;
        var inner = Inner(sentence, mention);
        var close = Marks.AfterClose(sentence, mention.End, LongestAcronym);
        if (inner is not null || close < 0 || !IsAcronym(sentence, mention, close)) return inner is null ? mention : mention with { Aliases = [inner.Value] };
        var whole = mention.Span with { End = sentence.Document.Tokens[close - 1].End };
        return mention with { End = close, Span = whole, Aliases = [mention.Span, sentence.Document.Cover(mention.End + 1, close - 1)] };
    }

    // The words between the quotation marks of: agency "X", organisation «X».
    private static Span? Inner(SentenceView sentence, NameMention mention)
    {
        var close = Marks.AfterClose(sentence, mention.First + 1, LongestTitle);
        return close > 0 && close <= mention.End ? sentence.Document.Cover(mention.First + 2, close - 1) : null;
    }

    private static bool IsAcronym(SentenceView sentence, NameMention mention, int close)
    {
        if (close > sentence.End || mention.Length < 2) return false;
        var letters = 0;
        for (var i = mention.End + 1; i < close - 1; i++)
        {
            if (sentence.Document.Tokens[i].Kind is TokenKind.Number) return false;
            if (sentence.IsWord(i)) letters += sentence.Document.Tokens[i].FoldedLength;
        }

        return letters is > 1 and <= 8 && sentence[mention.End + 1].Particles == 0 && (sentence[mention.End + 1].Roles & WordRoles.Nationality) == 0;
    }
}
