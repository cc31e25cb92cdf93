using Marsad.Eval.Gold;

namespace Marsad.Eval.Scoring;

/// <summary>Scores records against gold, with the matching and the measures of tools/score.py (a test holds that both agree).</summary>
internal sealed class ScoreCard
{
    private readonly Tally _statements = new(), _figures = new(), _times = new(), _names = new(), _links = new(), _events = new();
    private readonly Dictionary<string, double> _counts = [];
    private readonly List<double> _contents = [];
    private readonly List<(double Confidence, bool Right)> _confidences = [];

    public int Articles { get; private set; }

    public int Missing { get; private set; }

    /// <summary>Every statement found, with its confidence and whether it is in the gold with the same speaker.</summary>
    public IReadOnlyList<(double Confidence, bool Right)> Confidences => _confidences;

    public void Add(GoldArticle gold, Predicted? found)
    {
        Articles++;
        if (found is null || (found.Text ?? "") != gold.Text)
        {
            Missing++;
            found = new Predicted(gold.Id, null, null, null, null, null, null);
        }

        var variants = VariantsOf(gold);
        AddStatements(gold.Statements, found.Statements ?? [], variants);
        AddFigures(gold.Figures, found.Figures ?? []);
        AddTimes(gold.Times, found.Times ?? []);
        AddNames(gold.Names, found.Names ?? []);
        AddEvents(gold.Events, found.Events ?? [], variants);
    }

    /// <summary>Every measure by its name, such as "figures.f1".</summary>
    public IReadOnlyDictionary<string, double> Measures()
    {
        var all = new Dictionary<string, double>();
        Put(all, "statements", _statements);
        all["statements.speaker"] = Share("speaker", _statements.Hits);
        all["statements.attribution"] = Share("speaker", _statements.Gold);
        all["statements.content_f1"] = _contents.Count > 0 ? _contents.Average() : 0;
        all["statements.kind"] = Share("kind", _statements.Hits);
        all["statements.type"] = Share("type", _statements.Hits);
        all["statements.via"] = Share("via_ok", Count("via_gold"));
        all["statements.role"] = Share("role_ok", Count("role_gold"));
        Put(all, "figures", _figures);
        all["figures.category"] = Share("category", _figures.Hits);
        all["figures.bound"] = Share("bound", _figures.Hits);
        Put(all, "times", _times);
        all["times.value"] = Share("value", _times.Hits);
        Put(all, "names", _names);
        all["names.resolution"] = _links.F1;
        Put(all, "events", _events);
        all["events.roles"] = Share("event_ok", Count("event_roles"));
        return all.ToDictionary(pair => pair.Key, pair => Math.Round(pair.Value, 4));
    }

    private static void Put(Dictionary<string, double> all, string kind, Tally tally) =>
        (all[kind + ".precision"], all[kind + ".recall"], all[kind + ".f1"]) = (tally.Precision, tally.Recall, tally.F1);

    private double Count(string name) => _counts.GetValueOrDefault(name);

    private double Share(string name, double whole) => Tally.Share(Count(name), whole);

    private void Note(string name, bool ok = true) => _counts[name] = Count(name) + (ok ? 1 : 0);

    private static Dictionary<string, HashSet<string>> VariantsOf(GoldArticle gold)
    {
        var variants = new Dictionary<string, HashSet<string>>();
        foreach (var name in gold.Names)
        {
            var forms = name.Variants.Append(name.Canonical).Select(Normal.Of).ToHashSet();
            foreach (var form in forms)
            {
                if (!variants.TryGetValue(form, out var known)) variants[form] = known = [];
                known.UnionWith(forms);
            }
        }

        return variants;
    }

    private void AddStatements(IReadOnlyList<GoldStatement> gold, IReadOnlyList<Predicted.Statement> found, Dictionary<string, HashSet<string>> variants)
    {
        var pairs = Pair.Greedy(StatementPairs(gold, found));
        _statements.Add(pairs.Count, gold.Count, found.Count);
        var right = new HashSet<int>();
        foreach (var pair in pairs)
        {
            var (g, p) = (gold[pair.Gold], found[pair.Found]);
            _contents.Add(ContentF1(g.Content!.Value, p.Content!.Value));
            var speaker = Normal.SameName(g.Speaker, p.Speaker, variants) || Normal.SameName(g.SpeakerText, p.Speaker, variants);
            if (speaker) right.Add(pair.Found);
            Note("speaker", speaker);
            Note("kind", g.Kind == p.Kind);
            Note("type", g.Type == p.Type);
            if (!string.IsNullOrEmpty(g.Via))
            {
                Note("via_gold");
                Note("via_ok", Normal.SameName(g.Via, p.Via, variants));
            }

            if (string.IsNullOrEmpty(g.Role)) continue;
            Note("role_gold");
            Note("role_ok", Normal.Shared(g.Role, p.Role) >= 0.5);
        }

        for (var i = 0; i < found.Count; i++) _confidences.Add((found[i].Confidence, right.Contains(i)));
    }

    private static IEnumerable<Pair> StatementPairs(IReadOnlyList<GoldStatement> gold, IReadOnlyList<Predicted.Statement> found)
    {
        for (var i = 0; i < gold.Count; i++)
        {
            for (var j = 0; j < found.Count; j++)
            {
                if (gold[i].Content is not { } content || found[j].Content is not { } other) continue;
                var overlap = content.Iou(other);
                var cue = gold[i].Cue is { } said && found[j].Cue is { } saying && said.Overlap(saying) > 0;
                if (overlap >= 0.5 || (cue && overlap > 0)) yield return new Pair(overlap + (cue ? 0.5 : 0), i, j);
            }
        }
    }

    private static double ContentF1(Spot gold, Spot found)
    {
        double shared = gold.Overlap(found);
        if (shared == 0) return 0;
        double precision = shared / (found.End - found.Start), recall = shared / (gold.End - gold.Start);
        return 2 * precision * recall / (precision + recall);
    }

    private void AddFigures(IReadOnlyList<GoldFigure> gold, IReadOnlyList<Predicted.Figure> found)
    {
        var pairs = Pair.Greedy(
            from i in Enumerable.Range(0, gold.Count)
            from j in Enumerable.Range(0, found.Count)
            let fit = gold[i].Text?.Iou(new Spot(found[j].Start, found[j].End)) ?? 0
            where fit > 0 && SameValue(gold[i], found[j])
            select new Pair(fit, i, j));
        _figures.Add(pairs.Count, gold.Count, found.Count);
        foreach (var pair in pairs)
        {
            Note("category", gold[pair.Gold].Category == found[pair.Found].Category);
            Note("bound", gold[pair.Gold].Bound == found[pair.Found].Bound);
        }
    }

    private static bool SameValue(GoldFigure gold, Predicted.Figure found) =>
        new HashSet<double> { gold.Low, gold.High }.SetEquals(new[] { found.Low, found.High }.OfType<double>());

    private void AddTimes(IReadOnlyList<GoldTime> gold, IReadOnlyList<Predicted.Time> found)
    {
        var pairs = Pair.Greedy(
            from i in Enumerable.Range(0, gold.Count)
            from j in Enumerable.Range(0, found.Count)
            let fit = gold[i].Text?.Iou(new Spot(found[j].Start, found[j].End)) ?? 0
            where fit > 0
            select new Pair(fit, i, j));
        _times.Add(pairs.Count, gold.Count, found.Count);
        foreach (var pair in pairs) Note("value", gold[pair.Gold].Value == found[pair.Found].Value);
    }

    private void AddNames(IReadOnlyList<GoldName> gold, IReadOnlyList<Predicted.Name> found)
    {
        var wanted = gold.SelectMany(name => name.Variants.Append(name.Canonical).Select(form => (name.Type, Normal.Of(form)))).ToHashSet();
        var given = found.SelectMany(name => (name.Variants ?? []).Append(name.Canonical).Select(form => (name.Type, Normal.Of(form)))).ToHashSet();
        _names.Add(wanted.Intersect(given).Count(), wanted.Count, given.Count);
        var links = gold.SelectMany(name => Links(name.Variants.Append(name.Canonical))).ToHashSet();
        var joined = found.SelectMany(name => Links((name.Variants ?? []).Append(name.Canonical))).ToHashSet();
        _links.Add(links.Intersect(joined).Count(), links.Count, joined.Count);
    }

    private static IEnumerable<(string, string)> Links(IEnumerable<string> forms)
    {
        var distinct = forms.Select(Normal.Of).Distinct().Order(StringComparer.Ordinal).ToList();
        return distinct.SelectMany((form, i) => distinct.Skip(i + 1).Select(other => (form, other)));
    }

    private void AddEvents(IReadOnlyList<GoldEvent> gold, IReadOnlyList<Predicted.Event> found, Dictionary<string, HashSet<string>> variants)
    {
        var pairs = Pair.Greedy(
            from i in Enumerable.Range(0, gold.Count)
            from j in Enumerable.Range(0, found.Count)
            where gold[i].Type == found[j].Type && gold[i].Anchor is not null && found[j].Anchor is not null
            let fit = gold[i].Anchor!.Value.Iou(found[j].Anchor!.Value)
            where fit > 0
            select new Pair(fit, i, j));
        _events.Add(pairs.Count, gold.Count, found.Count);
        foreach (var pair in pairs)
        {
            var (g, p) = (gold[pair.Gold], found[pair.Found]);
            AddRole(g.Actor, p.Actor, variants);
            AddRole(g.Recipient, p.Recipient, variants);
            AddRole(g.Place, p.Place, variants);
        }
    }

    private void AddRole(string? gold, string? found, Dictionary<string, HashSet<string>> variants)
    {
        if (string.IsNullOrEmpty(gold) && string.IsNullOrEmpty(found)) return;
        Note("event_roles");
        Note("event_ok", !string.IsNullOrEmpty(gold) && !string.IsNullOrEmpty(found) && (Normal.SameName(gold, found, variants) || Normal.Shared(gold, found) >= 0.5));
    }
}
