using Marsad.Language;
using Marsad.Relating;

namespace Marsad.Watching;

/// <summary>Looks whether an article meets a watch.</summary>
internal static class Lookout
{
    /// <summary>What the first condition that is met found, in the order of the file; null where none is.</summary>
    public static Finding? Look(Watch watch, Record record, ArticleWords words) =>
        watch.Conditions.Select(condition => Look(watch.Name, condition, record, words)).FirstOrDefault(finding => finding is not null);

    private static Finding? Look(string watch, WatchCondition condition, Record record, ArticleWords words) => condition switch
    {
        WatchCondition.Happening happening => LookFor(watch, happening, record, words),
        WatchCondition.Said said => LookFor(watch, said, record, words),
        WatchCondition.Count count => LookFor(watch, count, record, words),
        WatchCondition.Near near => NearWords.Find(near, words) is { } hits ? Found(watch, near, words, hits) : null,
        _ => throw new InvalidOperationException(condition.GetType().Name),
    };

    private static Finding? LookFor(string watch, WatchCondition.Happening wanted, Record record, ArticleWords words)
    {
        foreach (var happening in record.Events.Where(happening => Meets(wanted, happening)))
        {
            var (first, end) = words.Around(happening.Anchor, reach: 15);
            if (wanted.About is null) return new Finding(watch, wanted.Name, [happening.Anchor.In(words.Text)], words.Cover(first, end));
            if (wanted.About.In(words, first, end) is [var hit, ..])
                return new Finding(watch, wanted.Name, [happening.Anchor.In(words.Text), words.Cover(hit.First, hit.End).In(words.Text)], words.Cover(first, end));
        }

        return null;
    }

    private static bool Meets(WatchCondition.Happening wanted, Event happening) =>
        wanted.Types.Contains(happening.Type)
        && (wanted.Modes.Count == 0 || (happening.Mode is { } mode && wanted.Modes.Contains(mode)))
        && (wanted.Statuses.Count == 0 ? happening.Status != EventStatus.Denied : wanted.Statuses.Contains(happening.Status));

    private static Finding? LookFor(string watch, WatchCondition.Said wanted, Record record, ArticleWords words)
    {
        foreach (var statement in record.Statements.Where(statement => wanted.Types.Contains(statement.Type)))
        {
            var (first, end) = words.Within(statement.Content);
            if (wanted.About.In(words, first, end) is [var hit, ..])
                return new Finding(watch, wanted.Name, [statement.Cue.In(words.Text), words.Cover(hit.First, hit.End).In(words.Text)], statement.Content);
        }

        return null;
    }

    private static Finding? LookFor(string watch, WatchCondition.Count wanted, Record record, ArticleWords words)
    {
        foreach (var figure in record.Figures.Where(figure => wanted.Categories.Contains(figure.Category) && figure.High >= wanted.AtLeast))
        {
            var (first, end) = words.Around(figure.Span, reach: 6);
            if (wanted.Of is null) return new Finding(watch, wanted.Name, [figure.Span.In(words.Text)], words.Cover(first, end));
            if (wanted.Of.In(words, first, end) is [var hit, ..])
                return new Finding(watch, wanted.Name, [figure.Span.In(words.Text), words.Cover(hit.First, hit.End).In(words.Text)], words.Cover(first, end));
        }

        return null;
    }

    private static Finding Found(string watch, WatchCondition condition, ArticleWords words, List<TermHit> hits)
    {
        var evidence = words.Cover(hits.Min(hit => hit.First), hits.Max(hit => hit.End));
        return new Finding(watch, condition.Name, [.. hits.OrderBy(hit => hit.First).Select(hit => words.Cover(hit.First, hit.End).In(words.Text))], evidence);
    }
}
