using Marsad.Language.Text;

namespace Marsad.Relating.Copies;

/// <summary>Tells what a later text is to an earlier one that it shares words with, from the two alone.</summary>
internal static class KinJudge
{
    // Words that an editor puts in another way, a credit line and a dateline stand in shorter stretches than a sentence that was added or left out.
    private const int NewSentence = 20;

    // Two texts of their own share less than six tenths of either: what has more of the other is that text, cut or with others beside it.
    private const double MostShared = 0.6;

    // Of one that shares enough to be a copy more than half must be its own.
    private const double OwnText = 0.5;

    // A passage of so many words, of which so many follow each other without another between them, does not come about by chance; and so many of them say something: who holds which
    // office, in full and with his titles, stands in every report that names him.
    private const int LongPassage = 12;
    private const int Unbroken = 10;
    private const int SaidInIt = 9;

    public static Kin Judge(KinText later, KinText earlier)
    {
        var shared = SharedWords.Of(later.Words, earlier.Words);
        var own = Math.Round(1 - shared.Share, 3);
        var kept = SharedWords.Of(earlier.Words, later.Words);
        if (shared.Share < OwnText && kept.Share < MostShared && QuotationIn(later, earlier, shared) is { } quotation) return quotation;
        var changes = FigureChanges.Of(later, earlier);
        if (changes.Count > 0 || IsGrown(later, earlier, shared)) return new Kin(KinKind.Update, own, changes);
        return new Kin(PartOf(shared.LongestOwn(), kept.LongestOwn()) ?? (IsRetitled(later, earlier) ? KinKind.Retitled : KinKind.Same), own, []);
    }

    /// <summary>What a text is to an earlier one that it is no copy of; null where it repeats nothing of it.</summary>
    public static Kin? JudgeApart(KinText later, KinText earlier) => QuotationIn(later, earlier, SharedWords.Of(later.Words, earlier.Words));

    /// <summary>Whether a later text can be a quotation of an earlier one, of which only the runs are at hand.</summary>
    public static bool MayQuote(KinText later, uint[] earlier) => PassageIn(later, SharedWords.Of(later.Words, earlier)) is not null;

    // What an outlet prints again of its own is its form or its archive.
    private static Kin? QuotationIn(KinText later, KinText earlier, SharedWords shared) =>
        (later.Outlet is null || later.Outlet != earlier.Outlet) && PassageIn(later, shared) is { } passage
            ? new Kin(KinKind.Quotation, Math.Round(1 - shared.Share, 3), []) { Passage = passage }
            : null;

    private static Span? PassageIn(KinText later, SharedWords shared)
    {
        if (shared.Share >= MostShared) return null;
        var (first, end) = shared.Longest();
        var isLong = end - first >= LongPassage && shared.LongestUnbroken(first, end) >= Unbroken && SaidWithin(later, first, end) >= SaidInIt;
        return isLong ? later.Words.Cover(first, end) : null;
    }

    // What is repeated within the passage counts once.
    private static int SaidWithin(KinText text, int first, int end)
    {
        var named = Named(text);
        var said = Enumerable.Range(first, end - first).Where(word => !named.Contains(word) && char.IsLetter(text.Words[word][0]) && !Offices.Has(text.Words.Stem(word)));
        return said.Select(word => text.Words.Stem(word).ToString()).Distinct(StringComparer.Ordinal).Count();
    }

    private static HashSet<int> Named(KinText text)
    {
        var spans = text.Record.Names.SelectMany(name => name.Mentions).Concat(text.Record.Statements.Select(said => said.SpeakerSpan).OfType<Span>());
        return [.. spans.Select(text.Words.Within).SelectMany(words => Enumerable.Range(words.First, Math.Max(0, words.End - words.First)))];
    }

    // By the longer of what was added and what was left out.
    private static KinKind? PartOf(int added, int lost) => Math.Max(added, lost) < NewSentence ? null : added >= lost ? KinKind.Merged : KinKind.Cut;

    // Another outlet's additions are its own; the same outlet's are news.
    private static bool IsGrown(KinText later, KinText earlier, SharedWords shared) =>
        later.Outlet is not null && later.Outlet == earlier.Outlet && shared.LongestAdded() >= NewSentence;

    private static bool IsRetitled(KinText later, KinText earlier) =>
        later.Title is { } title && earlier.Title is { } before && !new ArticleWords(title).Folded.SequenceEqual(new ArticleWords(before).Folded);
}
