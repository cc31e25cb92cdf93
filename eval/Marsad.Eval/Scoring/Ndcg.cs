namespace Marsad.Eval.Scoring;

/// <summary>How near a ranking comes to the best one, the first answers counting most (Järvelin and Kekäläinen 2002), with gains 2^grade - 1.</summary>
/// <param name="answers">Each answer with the ids of its copies, which are one answer.</param>
internal sealed class Ndcg(IReadOnlyList<(int Grade, IReadOnlyList<string> Ids)> answers)
{
    private readonly Dictionary<string, int> _answerOf = answers.SelectMany((answer, number) => answer.Ids.Select(id => (id, number))).ToDictionary(one => one.id, one => one.number);

    /// <summary>Of the first <paramref name="first"/> answers; an id that was not judged counts as no answer, and a copy of one that was given is passed over.</summary>
    public double Of(IEnumerable<string> ranking, int first)
    {
        var seen = new HashSet<int>();
        var grades = ranking.Where(id => !_answerOf.TryGetValue(id, out var answer) || seen.Add(answer)).Select(id => _answerOf.TryGetValue(id, out var answer) ? answers[answer].Grade : 0);
        return Gain(grades, first) / Gain(answers.Select(answer => answer.Grade).OrderDescending(), first);
    }

    private static double Gain(IEnumerable<int> grades, int first) => grades.Take(first).Select((grade, place) => ((1 << grade) - 1) / Math.Log2(place + 2)).Sum();
}
