namespace Marsad.Flow;

/// <summary>What an ingest has done so far.</summary>
/// <param name="Done">Items dealt with, those of earlier runs among them.</param>
/// <param name="Before">Items that an earlier run dealt with.</param>
/// <param name="Filed">New articles and new versions, copies among them.</param>
/// <param name="Unchanged">Articles whose words were filed before.</param>
/// <param name="Parked">Items set aside with their reason.</param>
public sealed record IngestCount(long Done, long Before, long Filed, long Copies, long Unchanged, long Parked, long Alerts)
{
    public static IngestCount None { get; } = new(0, 0, 0, 0, 0, 0, 0);

    internal IngestCount Skip() => this with { Done = Done + 1, Before = Before + 1 };

    internal IngestCount Add(WalkEnd end)
    {
        var next = this with { Done = Done + 1 };
        return end switch
        {
            WalkEnd.Filed filed => next with { Filed = Filed + 1, Copies = Copies + (filed.IsCopy ? 1 : 0), Alerts = Alerts + filed.Alerts },
            WalkEnd.Unchanged => next with { Unchanged = Unchanged + 1 },
            WalkEnd.NoArticle => next,
            _ => next with { Parked = Parked + 1 },
        };
    }
}
