using Marsad.Language.Names;

namespace Marsad.Corpora;

/// <summary>Counts exact spans of the right type, as conlleval does (Tjong Kim Sang and De Meulder 2003).</summary>
internal sealed class SpanScore
{
    private static readonly string[] Types = ["", "PERS", "LOC", "ORG", "MISC"];
    private readonly int[] _right = new int[5];
    private readonly int[] _found = new int[5];
    private readonly int[] _gold = new int[5];

    public double F1 => Of(_right.Sum(), _found.Sum(), _gold.Sum()).F1;

    public void Add(ReadOnlySpan<NameTag> gold, ReadOnlySpan<NameTag> found)
    {
        var goldSpans = Spans(gold);
        var foundSpans = Spans(found);
        foreach (var span in goldSpans) _gold[span.Type]++;
        foreach (var span in foundSpans) _found[span.Type]++;
        foreach (var span in foundSpans.Intersect(goldSpans)) _right[span.Type]++;
    }

    /// <summary>The tags of corpus words from the tags of our tokens: a word is what its first named token is.</summary>
    public static NameTag[] ToWords(int words, int[] owners, ReadOnlySpan<NameTag> tags)
    {
        var result = new NameTag[words];
        for (var i = 0; i < owners.Length; i++)
            if (result[owners[i]] == NameTag.Outside) result[owners[i]] = tags[i];
        return result;
    }

    /// <summary>Every measure by its name: of all types, then F1 of each type that the corpus has.</summary>
    public IReadOnlyDictionary<string, double> Measures()
    {
        var all = Of(_right.Sum(), _found.Sum(), _gold.Sum());
        var measures = new Dictionary<string, double> { ["names.precision"] = all.Precision, ["names.recall"] = all.Recall, ["names.f1"] = all.F1 };
        for (var type = 1; type < Types.Length; type++)
            if (_gold[type] > 0) measures["names." + Types[type].ToLowerInvariant()] = Of(_right[type], _found[type], _gold[type]).F1;
        return measures.ToDictionary(pair => pair.Key, pair => Math.Round(pair.Value, 4));
    }

    public override string ToString()
    {
        var lines = Enumerable.Range(1, 4).Select(type => Line(Types[type], _right[type], _found[type], _gold[type]))
            .Append(Line("all", _right.Sum(), _found.Sum(), _gold.Sum()));
        return string.Join(Environment.NewLine, lines);
    }

    private static string Line(string type, int right, int found, int gold)
    {
        var (precision, recall, f1) = Of(right, found, gold);
        return FormattableString.Invariant($"{type,-5} precision {precision:F4}  recall {recall:F4}  F1 {f1:F4}  gold {gold}  found {found}");
    }

    private static (double Precision, double Recall, double F1) Of(int right, int found, int gold)
    {
        var precision = found == 0 ? 0 : (double)right / found;
        var recall = gold == 0 ? 0 : (double)right / gold;
        return (precision, recall, right == 0 ? 0 : 2 * precision * recall / (precision + recall));
    }

    private static List<(int Start, int End, int Type)> Spans(ReadOnlySpan<NameTag> tags)
    {
        var spans = new List<(int, int, int)>();
        for (var i = 0; i < tags.Length; i++)
        {
            if (tags[i] == NameTag.Outside) continue;
            var start = i;
            while (i + 1 < tags.Length && tags[i + 1].IsInside() && NameTags.TypeOf(tags[i + 1]) == NameTags.TypeOf(tags[start])) i++;
            spans.Add((start, i + 1, NameTags.TypeOf(tags[start])));
        }

        return spans;
    }
}
