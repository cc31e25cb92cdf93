using System.Runtime.InteropServices;

namespace Marsad.Language.Names;

/// <summary>
/// One sense per document (Gale, Church and Yarowsky 1992): after a first reading every word hears how its other occurrences were tagged, and
/// sentences are read again with that.
/// </summary>
internal static class DocumentVote
{
    /// <summary>How much a word's unanimous other occurrences add to a tag's score. Tuned on held-out sentences of ANERcorp's training part.</summary>
    public const float Strength = 2f;

    private const int Types = 5;

    /// <summary>Adds the votes to <paramref name="scores"/> (nine a token), given the tags of a first reading.</summary>
    public static void Add(ReadOnlySpan<WordFacts> facts, ReadOnlySpan<NameTag> tags, Span<float> scores, float strength)
    {
        var votes = Count(facts, tags);
        if (votes.Count == 0) return;
        for (var i = 0; i < facts.Length; i++)
        {
            if (!votes.TryGetValue(facts[i].Stem, out var vote)) continue;
            vote[NameTags.TypeOf(tags[i])]--;
            Add(vote, scores.Slice(i * NameTags.Count, NameTags.Count), strength);
        }
    }

    private static void Add(Votes vote, Span<float> scores, float strength)
    {
        var total = 0;
        for (var type = 0; type < Types; type++) total += vote[type];
        if (total == 0) return;
        for (var tag = 0; tag < NameTags.Count; tag++) scores[tag] += strength * vote[NameTags.TypeOf((NameTag)tag)] / total;
    }

    // Words that were named at least once; words under four letters and marks say nothing.
    private static Dictionary<uint, Votes> Count(ReadOnlySpan<WordFacts> facts, ReadOnlySpan<NameTag> tags)
    {
        var votes = new Dictionary<uint, Votes>();
        for (var i = 0; i < facts.Length; i++)
            if (tags[i] != NameTag.Outside && facts[i].Suffix3 != 0) votes.TryAdd(facts[i].Stem, default);
        if (votes.Count == 0) return votes;
        for (var i = 0; i < facts.Length; i++)
        {
            ref var vote = ref CollectionsMarshal.GetValueRefOrNullRef(votes, facts[i].Stem);
            if (!System.Runtime.CompilerServices.Unsafe.IsNullRef(ref vote)) vote[NameTags.TypeOf(tags[i])]++;
        }

        return votes;
    }

    [System.Runtime.CompilerServices.InlineArray(Types)]
    private struct Votes
    {
        private int _first;
    }
}
