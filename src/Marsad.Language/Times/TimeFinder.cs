using Marsad.Language.Tokens;

namespace Marsad.Language.Times;

/// <summary>Finds dates and times that a calendar can tell; durations, ages and mere counts of days are none.</summary>
internal static class TimeFinder
{
    /// <summary>In text order; spans do not overlap.</summary>
    public static IReadOnlyList<TimeExpression> Find(Document document, DateOnly? published)
    {
        var scan = new TimeScan(document);
        // A day of publication outside any newspaper's life is a mistake, and its neighbours may not exist.
        var today = published is { Year: > 1700 and < 2300 } day ? Reference.Day(scan, day) : (DateOnly?)null;
        var found = new List<TimeExpression>();
        for (var token = 0; token < scan.Count;)
        {
            if (AnaphoricReader.TryRead(scan, token, found, out var told))
            {
                if (told is not null) found.Add(new TimeExpression(scan.Cover(token, token + 2), told));
                token += 2;
            }
            else if (Read(scan, token, today, out var end) is { } value)
            {
                found.Add(new TimeExpression(scan.Cover(token, end), value));
                token = end;
            }
            else
            {
                token++;
            }
        }

        return found;
    }

    private static string? Read(TimeScan scan, int token, DateOnly? today, out int end)
    {
        end = token + 1;
        if (scan.Kind(token) == TimeKind.None && !scan.IsNumber(token) && !CanBegin(scan, token)) return null;
        if (NameGuard.IsName(scan, token)) return null;
        if (FeastReader.Read(scan, token, today, out end) is { } feast) return feast;
        var said = DayRangeReader.Read(scan, token);
        if (said.Day == 0) said = DayReader.Read(scan, token);
        var day = Means(scan, said) ? DayResolver.Value(said, today, Tense.IsFuture(scan, token)) : null;
        var period = PeriodReader.Read(scan, token, today, out var periodEnd);
        if (day is not null && (period is null || said.End >= periodEnd))
        {
            end = said.End;
            return day;
        }

        if (period is not null)
        {
            end = periodEnd;
            return period;
        }

        return YearReader.Read(scan, token, out end);
    }

    // An ordinal or a month of two words begins with a word that is no calendar word by itself.
    private static bool CanBegin(TimeScan scan, int token) =>
        scan.IsWord(token) && (scan.TryMonth(token, out _, out _, out _) || (Figures.NumberPiece.At(scan.Document, token).Kind != Figures.NumberKind.None && (scan.TryOrdinal(token, out _, out _) || Reference.IsFirst(scan, token) || scan.Kind(token + 1) == TimeKind.Units)) || scan.IsNumber(token + 1) && scan.Folded(token) is [Text.Letters.Yeh, Text.Letters.Waw, Text.Letters.Meem, Text.Letters.Yeh]);

    // "tomorrow" with the article is also a newspaper and a party; a part of the day needs a day.
    private static bool Means(TimeScan scan, in DayExpression said) =>
        !said.IsEmpty && (said.HasDay || said.Month > 0 || said.HasClock) && !(said.Offset == 1 && said.Part is null && said.Weekday == 0 && scan.Folded(said.End - 1) is [Text.Letters.Alef, Text.Letters.Lam, ..]);
}
