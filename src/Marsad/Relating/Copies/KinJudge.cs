using Marsad.Language;

namespace Marsad.Relating.Copies;

/// <summary>Tells what a later text is to an earlier one that it shares words with, from the two alone.</summary>
internal static class KinJudge
{
    // Words that an editor puts in another way, a credit line and a dateline stand in shorter stretches than a sentence that was added or left out.
    private const int NewSentence = 20;

    // A text of its own has more than half of its words to itself; the passage is long enough that it did not come about by chance, and is ascribed to somebody: most of it is a
    // statement's content, or it is opened or closed by the word that marks one.
    private const double OwnText = 0.5;

    // Of the other text so much may be quoted; what holds more of it is that text with others beside it.
    private const double MostOfOther = 0.6;
    private const int LongPassage = 12;
    private const double MostOfIt = 0.5;
    private const int NearCue = 12;

    // So many of its words follow each other without another between them, and so many are no names or offices: a title, a formula and a fact told again share fewer.
    private const int Unbroken = 10;
    private const int SaidInIt = 9;

    public static Kin Judge(KinText later, KinText earlier)
    {
        var shared = SharedWords.Of(later.Words, earlier.Words);
        var own = Math.Round(1 - shared.Share, 3);
        var kept = SharedWords.Of(earlier.Words, later.Words);
        if (kept.Share < MostOfOther && IsQuotation(later, shared)) return new Kin(KinKind.Quotation, own, []);
        var changes = FigureChanges.Of(later, earlier);
        if (changes.Count > 0 || IsGrown(later, earlier, shared)) return new Kin(KinKind.Update, own, changes);
        return new Kin(PartOf(shared.LongestOwn(), kept.LongestOwn()) ?? (IsRetitled(later, earlier) ? KinKind.Retitled : KinKind.Same), own, []);
    }

    /// <summary>Whether a later text can be a quotation of an earlier one, of which only the runs are at hand.</summary>
    public static bool MayQuote(KinText later, uint[] earlier) => IsQuotation(later, SharedWords.Of(later.Words, earlier));

    private static bool IsQuotation(KinText later, SharedWords shared)
    {
        if (1 - shared.Share <= OwnText) return false;
        var (first, end) = shared.Longest();
        if (end - first < LongPassage || shared.LongestUnbroken(first, end) < Unbroken || later.Record.Statements.All(said => !IsAscribed(later, said, first, end))) return false;
        var named = Named(later);
        return Enumerable.Range(first, end - first).Count(word => !named.Contains(word)) >= SaidInIt;
    }

    // Offices and names are the same in every report that names their holders.
    private static HashSet<int> Named(KinText text)
    {
        var spans = text.Record.Names.SelectMany(name => name.Mentions).Concat(text.Record.Statements.Select(said => said.SpeakerSpan).OfType<Marsad.Language.Text.Span>());
        return [.. spans.Select(text.Words.Within).SelectMany(words => Enumerable.Range(words.First, Math.Max(0, words.End - words.First)))];
    }

    // By the longer of what was added and what was left out.
    private static KinKind? PartOf(int added, int lost) => Math.Max(added, lost) < NewSentence ? null : added >= lost ? KinKind.Merged : KinKind.Cut;

    // Where what was said goes on past the content that was read, it is known by the word that marks it and by what of the passage comes after its beginning.
    private static bool IsAscribed(KinText text, Statement said, int first, int end)
    {
        var (from, to) = text.Words.Within(said.Content);
        if (Math.Min(end, to) - Math.Max(first, from) >= MostOfIt * (end - first)) return true;
        var cue = text.Words.Within(said.Cue).First;
        return cue >= first - NearCue && cue < end && end - Math.Max(first, from) >= LongPassage;
    }

    // Another outlet's additions are its own; the same outlet's are news.
    private static bool IsGrown(KinText later, KinText earlier, SharedWords shared) =>
        later.Outlet is not null && later.Outlet == earlier.Outlet && shared.LongestAdded() >= NewSentence;

    private static bool IsRetitled(KinText later, KinText earlier) =>
        later.Title is { } title && earlier.Title is { } before && !new ArticleWords(title).Folded.SequenceEqual(new ArticleWords(before).Folded);
}
