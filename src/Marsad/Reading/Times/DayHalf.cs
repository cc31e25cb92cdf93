using System.Collections.Frozen;
using Marsad.Language.Data;

namespace Marsad.Reading.Times;

/// <summary>Words that say which half of the day a clock means, and words that name the zone.</summary>
internal static class DayHalf
{
    private static readonly FrozenDictionary<string, string> Words = Table.Rows("pages/clock-words.tsv").ToFrozenDictionary(row => PageWords.Normal(row[0]), row => row[1]);

    /// <summary>True after noon, false before, null where the word says neither.</summary>
    public static bool? Of(string word) => word switch
    {
        "pm" or "p" => true,
        "am" or "a" => false,
        _ => Words.TryGetValue(PageWords.Normal(word), out var half) && half is "am" or "pm" ? half == "pm" : null,
    };

    /// <summary>Whether a printed date says that it is in universal time.</summary>
    public static bool SaysUniversal(string text) =>
        text.Contains("GMT", StringComparison.Ordinal) || text.Contains("UTC", StringComparison.Ordinal) || PageWords.Normal(text).Split(' ').Any(word => Words.TryGetValue(word, out var kind) && kind == "utc");
}
