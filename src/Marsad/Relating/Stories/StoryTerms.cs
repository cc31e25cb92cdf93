using System.IO.Hashing;
using System.Runtime.InteropServices;
using Marsad.Language;
using Marsad.Relating.Entities;

namespace Marsad.Relating.Stories;

/// <summary>One thing an article is about, with how much it says: weights of an article are the coordinates of a unit vector.</summary>
internal readonly record struct StoryTerm(long Term, double Weight);

/// <summary>What an article is about: the names in it, the stems of its headline and of its first sentences, and what happened.</summary>
/// <remarks>News says what it is about at the top; further down stand earlier events, which would join every article of a crisis into one story.</remarks>
internal sealed class StoryTerms
{
    private const int LeadWords = 80;
    private const int Kept = 40;
    private const double NameWorth = 2, PlaceWorth = 1, TitleWorth = 1.5, LeadWorth = 1, EventWorth = 1;

    // A place is shared by many happenings, a person or a body by few.
    // A young store's own counts say little: the common table stands for this many articles beside them.
    private const double PriorArticles = 2000;

    private readonly Dictionary<long, (double Worth, double Share)> _terms = [];

    private StoryTerms()
    {
    }

    /// <summary>All terms, for counting in how many articles each has stood.</summary>
    public IEnumerable<long> All => _terms.Keys;

    public static StoryTerms Of(Record record, ArticleWords title, ArticleWords text)
    {
        var terms = new StoryTerms();
        terms.AddWords(title, title.Count, TitleWorth);
        terms.AddWords(text, Math.Min(text.Count, LeadWords), LeadWorth);
        foreach (var name in record.Names) terms.Add("n:" + NameForm.Of(name.Canonical).Skeleton, name.Type == NameType.Location ? PlaceWorth : NameWorth, name.Type == NameType.Location ? 0.01 : 0.001);
        foreach (var happening in record.Events) terms.Add("e:" + happening.Type, EventWorth, 0.1);
        return terms;
    }

    /// <summary>The heaviest terms as a unit vector.</summary>
    /// <param name="articles">How many articles the store has.</param>
    /// <param name="counts">In how many of them each term stands; a term may be missing.</param>
    public IReadOnlyList<StoryTerm> Weigh(long articles, IReadOnlyDictionary<long, long> counts)
    {
        var heaviest = _terms.Select(term => new StoryTerm(term.Key, term.Value.Worth * Rarity(term.Value.Share, articles, counts.GetValueOrDefault(term.Key))))
            .OrderByDescending(term => term.Weight).ThenBy(term => term.Term).Take(Kept).ToList();
        var length = Math.Sqrt(heaviest.Sum(term => term.Weight * term.Weight));
        return length == 0 ? [] : [.. heaviest.Select(term => term with { Weight = Math.Round(term.Weight / length, 4) })];
    }

    private static double Rarity(double share, long articles, long count) =>
        Math.Max(0, Math.Log((articles + PriorArticles) / (count + (PriorArticles * share) + 1)) - 1);

    private void AddWords(ArticleWords words, int end, double worth)
    {
        for (var i = 0; i < end; i++)
        {
            var stem = words.Stem(i);
            if (stem.Length > 2 && !char.IsAsciiDigit(stem[0])) Add(Hash(stem), worth, CommonStems.ShareOf(stem));
        }
    }

    private void Add(ReadOnlySpan<char> term, double worth, double share) => Add(Hash(term), worth, share);

    // A stem of headline and lead counts for both, once each.
    private void Add(long term, double worth, double share)
    {
        ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_terms, term, out var known);
        if (!known) entry = (worth, share);
        else if (worth != entry.Worth && entry.Worth < TitleWorth + LeadWorth) entry.Worth += worth;
    }

    private static long Hash(ReadOnlySpan<char> text) => (long)XxHash3.HashToUInt64(MemoryMarshal.AsBytes(text));
}
