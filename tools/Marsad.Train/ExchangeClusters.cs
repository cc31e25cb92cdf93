namespace Marsad.Train;

/// <summary>
/// Word classes by the exchange algorithm (Kneser and Ney 1993; Martin, Liermann and Ney 1998): words move, one at a time, to the class that
/// makes the class-bigram model of the corpus most likely, until few move. The same objective as Brown clustering, reached faster.
/// </summary>
internal sealed class ExchangeClusters
{
    private readonly int _classes;
    private readonly int[] _classOf;
    private readonly int[] _bigrams;
    private readonly long[] _unigrams;
    private readonly (int Word, int Count)[][] _after;
    private readonly (int Word, int Count)[][] _before;
    private readonly int[] _counts;
    private readonly double[] _logs = new double[1 << 20];
    private readonly int[] _afterClass;
    private readonly int[] _beforeClass;

    private ExchangeClusters(WordCounts corpus, int classes)
    {
        _classes = classes;
        _bigrams = new int[classes * classes];
        _unigrams = new long[classes];
        _afterClass = new int[classes];
        _beforeClass = new int[classes];
        for (var i = 1; i < _logs.Length; i++) _logs[i] = i * Math.Log(i);
        (_after, _before, _counts) = Neighbours(corpus);
        _classOf = new int[corpus.Words.Count];
        for (var word = 0; word < _classOf.Length; word++) _classOf[word] = word % classes;
        for (var word = 0; word < _classOf.Length; word++) CountFirst(word);
    }

    /// <summary>The class of each word, 0 to <paramref name="classes"/> - 1.</summary>
    public static int[] Run(WordCounts corpus, int classes, int rounds, TextWriter log)
    {
        var clusters = new ExchangeClusters(corpus, classes);
        for (var round = 1; round <= rounds; round++)
        {
            var moved = clusters.Round();
            log.WriteLine($"clusters {classes}: round {round}, {moved} words moved");
            if (moved < clusters._classOf.Length / 500) break;
        }

        return clusters._classOf;
    }

    private int Round()
    {
        var moved = 0;
        for (var word = 2; word < _classOf.Length; word++)
        {
            var old = _classOf[word];
            Take(word);
            var best = Best(word);
            Place(word, best);
            if (best != old) moved++;
        }

        return moved;
    }

    private int Best(int word)
    {
        var after = Gather(_after[word], _afterClass, out var self);
        var before = Gather(_before[word], _beforeClass, out _);
        var best = 0;
        var bestGain = double.NegativeInfinity;
        for (var candidate = 0; candidate < _classes; candidate++)
        {
            var gain = Gain(candidate, after, before, self, _counts[word]);
            if (gain <= bestGain) continue;
            best = candidate;
            bestGain = gain;
        }

        foreach (var c in after) _afterClass[c] = 0;
        foreach (var c in before) _beforeClass[c] = 0;
        return best;

        List<int> Gather((int Word, int Count)[] neighbours, int[] sums, out int own)
        {
            own = 0;
            var classes = new List<int>();
            foreach (var (neighbour, count) in neighbours)
            {
                if (neighbour == word)
                {
                    own = count;
                    continue;
                }

                var c = _classOf[neighbour];
                if (sums[c] == 0) classes.Add(c);
                sums[c] += count;
            }

            return classes;
        }
    }

    private double Gain(int candidate, List<int> after, List<int> before, int self, int count)
    {
        var gain = 0.0;
        foreach (var c in after)
        {
            if (c == candidate) continue;
            var now = _bigrams[(candidate * _classes) + c];
            gain += XLogX(now + _afterClass[c]) - XLogX(now);
        }

        foreach (var c in before)
        {
            if (c == candidate) continue;
            var now = _bigrams[(c * _classes) + candidate];
            gain += XLogX(now + _beforeClass[c]) - XLogX(now);
        }

        var own = _bigrams[(candidate * _classes) + candidate];
        gain += XLogX(own + _afterClass[candidate] + _beforeClass[candidate] + self) - XLogX(own);
        return gain - (2 * (XLogX(_unigrams[candidate] + count) - XLogX(_unigrams[candidate])));
    }

    private double XLogX(long n) => n < _logs.Length ? _logs[n] : n * Math.Log(n);

    private void Take(int word) => Count(word, _classOf[word], -1);

    private void Place(int word, int into)
    {
        _classOf[word] = into;
        Count(word, into, 1);
    }

    private void CountFirst(int word)
    {
        _unigrams[_classOf[word]] += _counts[word];
        foreach (var (next, count) in _after[word]) _bigrams[(_classOf[word] * _classes) + _classOf[next]] += count;
    }

    private void Count(int word, int own, int sign)
    {
        _unigrams[own] += sign * _counts[word];
        foreach (var (next, count) in _after[word]) _bigrams[(own * _classes) + (next == word ? own : _classOf[next])] += sign * count;
        foreach (var (previous, count) in _before[word])
            if (previous != word) _bigrams[(_classOf[previous] * _classes) + own] += sign * count;
    }

    private static ((int, int)[][] After, (int, int)[][] Before, int[] Counts) Neighbours(WordCounts corpus)
    {
        var size = corpus.Words.Count;
        var pairs = new Dictionary<long, int>(1 << 22);
        var counts = new int[size];
        for (var i = 0; i + 1 < corpus.Stream.Length; i++)
        {
            var key = ((long)corpus.Stream[i] * size) + corpus.Stream[i + 1]; // no shift: long hashes as one half xor the other
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(pairs, key, out _)++;
            counts[corpus.Stream[i]]++;
        }

        var after = new List<(int, int)>[size];
        var before = new List<(int, int)>[size];
        for (var i = 0; i < size; i++) (after[i], before[i]) = ([], []);
        foreach (var (key, count) in pairs)
        {
            var (first, second) = ((int)(key / size), (int)(key % size));
            after[first].Add((second, count));
            before[second].Add((first, count));
        }

        return ([.. after.Select(list => list.ToArray())], [.. before.Select(list => list.ToArray())], counts);
    }
}
