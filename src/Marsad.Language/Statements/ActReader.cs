namespace Marsad.Language.Statements;

/// <summary>
/// Tells the act where the cue only says that somebody spoke: "stressed the necessity of" calls, "said: I shall" promises, "confirmed that there is no
/// truth in" denies, "said it is expected that" predicts. Only openings that annotators read alike are taken.
/// </summary>
internal sealed class ActReader(Words words)
{
    public StatementType Of(Draft draft)
    {
        if (draft.Type != StatementType.Assert || draft.First + 1 >= words.Count) return draft.Type;
        var first = words.Folded(draft.First);
        var next = words[draft.First + 1];
        if (words[draft.First].Is(WordClass.Obligation)) return StatementType.Call;
        if (first is ['\u0633', '\u0627', _, _, ..] && words[draft.First] is { Class: WordClass.None, IsName: false }) return StatementType.Promise;
        if (first is ['\u0645', '\u0646'] && next.Is(WordClass.Expected)) return StatementType.Predict;
        return first is ['\u0644', '\u0627'] && next.Is(WordClass.Deniable) ? StatementType.Deny : draft.Type;
    }
}
