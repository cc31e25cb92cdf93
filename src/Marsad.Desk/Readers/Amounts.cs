namespace Marsad.Desk.Readers;

/// <summary>Says how many: "about 2,500", "between 12 and 30".</summary>
internal static class Amounts
{
    /// <param name="bound">The data contract's word, such as "at_least".</param>
    public static string InWords(decimal low, decimal high, string bound, Reader reader) =>
        (reader.Words.Find("bound." + bound) ?? "{0}")
            .Replace("{0}", reader.Number(low), StringComparison.Ordinal)
            .Replace("{1}", reader.Number(high), StringComparison.Ordinal);
}
