namespace Marsad.Language.Statements;

/// <summary>How likely a statement and its speaker are right, from what they were read by.</summary>
internal static class Confidence
{
    public static double Of(Draft draft)
    {
        if (draft.Speaker is null) return 0.4;
        return Math.Round(ByOpener(draft.Opener) * BySource(draft.Source), 2);
    }

    private static double ByOpener(Opener opener) => opener switch
    {
        Opener.That => 0.97,
        Opener.Quote => 0.95,
        Opener.Colon => 0.93,
        Opener.Preposition => 0.88,
        Opener.Attribution => 0.85,
        Opener.Bare => 0.7,
        _ => 0.75,
    };

    private static double BySource(SpeakerSource source) => source switch
    {
        SpeakerSource.Behind => 0.97,
        SpeakerSource.Circumstance => 0.95,
        SpeakerSource.Before => 0.9,
        _ => 0.88,
    };
}
