using Marsad.Language.Text;
using Marsad.Language.Tokens;

namespace Marsad.Train;

/// <summary>The words of a corpus as numbers: folded, most frequent first, rare ones as one unknown word.</summary>
internal sealed class WordCounts
{
    /// <summary>Stands between sentences.</summary>
    public const int Boundary = 0;

    /// <summary>Any word below the smallest count.</summary>
    public const int Unknown = 1;

    private WordCounts(List<string> words, List<int> counts, int[] stream)
    {
        Words = words;
        Counts = counts;
        Stream = stream;
    }

    public List<string> Words { get; }

    public List<int> Counts { get; }

    /// <summary>The whole corpus as numbers.</summary>
    public int[] Stream { get; }

    public static WordCounts Of(IEnumerable<string> texts, int smallest)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var bySpan = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        var raw = new List<int>();
        var counts = new List<int>();
        foreach (var text in texts)
        {
            var folded = new FoldedText(text);
            foreach (var token in Tokenizer.Tokenize(folded))
            {
                var word = token.Kind switch { TokenKind.Word => folded.Slice(token.FoldedStart, token.FoldedLength), TokenKind.Number => "0", TokenKind.Break => "\n", _ => folded.Slice(token.FoldedStart, token.FoldedLength) };
                if (!bySpan.TryGetValue(word, out var number))
                {
                    number = numbers.Count;
                    numbers.Add(word.ToString(), number);
                    counts.Add(0);
                }

                counts[number]++;
                raw.Add(number);
            }
        }

        return Renumber(numbers, counts, raw, smallest);
    }

    public static WordCounts OfWords(IEnumerable<string> words, int smallest)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var (raw, counts) = (new List<int>(), new List<int>());
        foreach (var word in words)
        {
            ref var number = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(numbers, word, out var known);
            if (!known)
            {
                number = counts.Count;
                counts.Add(0);
            }

            counts[number]++;
            raw.Add(number);
        }

        return Renumber(numbers, counts, raw, smallest);
    }

    /// <summary>The same corpus with every word replaced by its class: clusters of clusters.</summary>
    public WordCounts AsClasses(int[] classOf, int classes) =>
        new([.. Enumerable.Range(0, classes).Select(i => $"{i}")], [.. new int[classes]], [.. Stream.Select(word => classOf[word])]);

    private static WordCounts Renumber(Dictionary<string, int> numbers, List<int> counts, List<int> raw, int smallest)
    {
        var order = numbers.Where(pair => pair.Key != "\n" && counts[pair.Value] >= smallest)
            .OrderByDescending(pair => counts[pair.Value]).ThenBy(pair => pair.Key, StringComparer.Ordinal).ToList();
        var map = new int[numbers.Count];
        Array.Fill(map, Unknown);
        if (numbers.TryGetValue("\n", out var line)) map[line] = Boundary;
        var words = new List<string> { "\n", "\uFFFD" };
        var kept = new List<int> { 0, 0 };
        foreach (var (word, number) in order)
        {
            map[number] = words.Count;
            words.Add(word);
            kept.Add(counts[number]);
        }

        var stream = new int[raw.Count];
        for (var i = 0; i < stream.Length; i++) stream[i] = map[raw[i]];
        return new WordCounts(words, kept, stream);
    }
}
