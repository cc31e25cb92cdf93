namespace Marsad.Language.Statements;

/// <summary>
/// How likely a statement and its speaker are right. The figures were set by counting, on annotated articles and on others read by eye, how often
/// statements opened and attributed in each way are right; docs/rooms/language.md says how well they hold.
/// </summary>
internal static class Confidence
{
    /// <summary>A speaker taken from another clause of the sentence, from a sentence before, from far before, or from what the sentence is about.</summary>
    public const double SameSentence = 0.98;

    public const double Before = 0.94;

    public const double FarBack = 0.85;

    public const double Topic = 0.78;

    public const double Disagreeing = 0.6;

    private const double NobodyKnown = 0.4;

    public static double Of(Draft draft) => draft.Speaker is null ? NobodyKnown : Math.Round(ByOpener(draft) * draft.Trust, 2);

    /// <summary>How likely a speaker named at this place was read right.</summary>
    public static double OfNamed(Words words, Draft draft, Phrase subject)
    {
        var trust = draft.Source == SpeakerSource.Before ? 0.9 : 0.97;
        if (subject.HasName) return words[subject.NameFirst].IsName ? trust : trust * 0.94;
        if (words[subject.First].IsName || subject.Head.Is(WordClass.Speaker)) return trust;
        return trust * (subject.End - subject.First > 6 ? 0.8 : 0.88);
    }

    private static double ByOpener(Draft draft) => draft.Opener switch
    {
        Opener.That => 0.98,
        Opener.Quote => 0.97,
        Opener.Colon => 0.95,
        Opener.Preposition => 0.92,
        Opener.Attribution => 0.87,
        Opener.Bare => 0.7,
        _ => draft.Source == SpeakerSource.Elided ? 0.78 : 0.86,
    };
}
