using Marsad.Relating.Copies;

namespace Marsad.Store;

/// <summary>Compares articles again whose record or text has become another: what was a copy may be an update now, and the other way round. Within a write.</summary>
internal sealed class KinAnew(StationStore store)
{
    /// <summary>The later articles of pairs that were compared with another analyzer's records, or of all pairs, in order.</summary>
    public IReadOnlyList<long> Stale(bool all, string analyzer, long after, int most) => store.Write(_ =>
        store.Prepared("SELECT article_id FROM kin WHERE article_id > $1 AND ($2 OR analyzer <> $3) ORDER BY article_id LIMIT $4").Rows(row => row.GetInt64(0), after, all ? 1 : 0, analyzer, most));

    /// <summary>Compares an article with the earlier one that it was compared with before.</summary>
    public void Judge(long later)
    {
        if (store.Prepared("SELECT of_id FROM kin WHERE article_id = $1").Value(later) is long earlier) Settle(Read(later), Read(earlier));
    }

    /// <summary>After an article was edited: compares with it what was folded under it or updates it. What its old words were copied by stays together, under the first of those.</summary>
    public void AfterEdit(long edited)
    {
        var now = Read(edited);
        var parted = new List<KinArticle>();
        foreach (var other in Related(edited).Select(Read))
        {
            var isFolded = HeadOf(other.Id) == edited;
            if (isFolded && Compare(other, now) is not { IsFolded: true }) parted.Add(other);
            else Settle(other, now);
        }

        if (parted is not [var first, .. var rest]) return;
        store.Kinships.Forget(first.Id);
        Unfold(first.Id);
        foreach (var other in rest) Settle(other, first);
        // The words of the edit are younger than the copies of the words before it.
        if (KindOf(edited) is null && Compare(now, first) is { IsFolded: false } kin) store.Kinships.Put(now, first, kin);
    }

    private void Settle(KinArticle later, KinArticle earlier)
    {
        var kin = Compare(later, earlier);
        if (kin is null) store.Kinships.Forget(later.Id);
        else store.Kinships.Put(later, earlier, kin);
        if (kin is { IsFolded: true }) Fold(later.Id, HeadOf(earlier.Id) ?? earlier.Id);
        else Unfold(later.Id);
    }

    private Kin? Compare(KinArticle later, KinArticle earlier) =>
        CopyJudge.MayBeCopy(Sketch.Of(later.Text.Words), Sketch.Of(earlier.Text.Words), KindOf(later.Id) == "quotation")
            ? KinJudge.Judge(later.Text, earlier.Text)
            : KinJudge.JudgeApart(later.Text, earlier.Text);

    // The first that was published, first.
    private IReadOnlyList<long> Related(long article) => store.Prepared(
        """
        SELECT id FROM article WHERE current = 1 AND id <> $1 AND (copy_of = $1 OR id IN (SELECT article_id FROM kin WHERE of_id = $1)) ORDER BY published_at, id
        """).Rows(row => row.GetInt64(0), article);

    private KinArticle Read(long article) => new(article, store.Kinships.TextOf(article));

    private long? HeadOf(long article) => store.Prepared("SELECT copy_of FROM article WHERE id = $1").Value(article) as long?;

    private string? KindOf(long article) => store.Prepared("SELECT kind FROM kin WHERE article_id = $1").Value(article) as string;

    private void Fold(long article, long head)
    {
        if (head != article) store.Prepared("UPDATE article SET copy_of = $2 WHERE id = $1 OR copy_of = $1").Run(article, head);
    }

    private void Unfold(long article) => store.Prepared("UPDATE article SET copy_of = NULL WHERE id = $1").Run(article);
}
