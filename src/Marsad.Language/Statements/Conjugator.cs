namespace Marsad.Language.Statements;

/// <summary>
/// Makes the third-person forms of a verb that news text uses from its principal parts (past, present, active participle), spelled out
/// because the weak and doubled roots behind half of the verbs of saying make forms that no root-and-pattern rule of reasonable size gets right.
/// </summary>
internal static class Conjugator
{
    private const char Alef = '\u0627';
    private const char HamzaAlef = '\u0623';
    private const char AlefMaqsura = '\u0649';
    private const char Teh = '\u062A';
    private const char TehMarbuta = '\u0629';
    private const char Noon = '\u0646';
    private const char Waw = '\u0648';
    private const char Yeh = '\u064A';

    public readonly record struct Form(string Word, CueTense Tense, Gender Gender, bool Plural);

    /// <summary>A dual counts as plural: what matters is that one speaker alone does not agree with it.</summary>
    public static IEnumerable<Form> Past(string he)
    {
        var weak = he[^1] is Alef or AlefMaqsura;
        var stem = weak ? he[..^1] : he;
        yield return new(he, CueTense.Past, Gender.Masculine, false);
        yield return new(stem + Teh, CueTense.Past, Gender.Feminine, false);
        yield return new(stem + Waw + Alef, CueTense.Past, Gender.Masculine, true);
        yield return new(stem + Teh + Alef, CueTense.Past, Gender.Feminine, true);
        if (he.Length > 3 || he[0] == HamzaAlef) yield return new((weak ? stem + (he[^1] == Alef ? Waw : Yeh) : stem) + Alef, CueTense.Past, Gender.Masculine, true);
        if (!weak) yield return new(stem + Noon, CueTense.Past, Gender.Feminine, true);
    }

    public static IEnumerable<Form> Present(string he)
    {
        var rest = he[1..];
        var weak = he[^1] is Waw or Yeh or AlefMaqsura;
        var plural = weak ? rest[..^1] : rest;
        yield return new(he, CueTense.Present, Gender.Masculine, false);
        yield return new(Teh + rest, CueTense.Present, Gender.Feminine, false);
        yield return new(Yeh + plural + Waw + Noon, CueTense.Present, Gender.Masculine, true);
        yield return new(Yeh + plural + Waw + Alef, CueTense.Present, Gender.Masculine, true);
        yield return new(Yeh + (he[^1] == AlefMaqsura ? plural + Yeh : rest) + Alef + Noon, CueTense.Present, Gender.Masculine, true);
        yield return new(Teh + (he[^1] == AlefMaqsura ? plural + Yeh : rest) + Alef + Noon, CueTense.Present, Gender.Feminine, true);
    }

    /// <summary>The participle as circumstance ("adding that"): always in the accusative; a weak one is given with its yeh.</summary>
    public static IEnumerable<Form> Participle(string he)
    {
        var plural = he[^1] == Yeh ? he[..^1] : he;
        yield return new(he + Alef, CueTense.Participle, Gender.Masculine, false);
        yield return new(he + TehMarbuta, CueTense.Participle, Gender.Feminine, false);
        yield return new(plural + Yeh + Noon, CueTense.Participle, Gender.Masculine, true);
        yield return new(he + Teh + Yeh + Noon, CueTense.Participle, Gender.Feminine, true);
    }
}
