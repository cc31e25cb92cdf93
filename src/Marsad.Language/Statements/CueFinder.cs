using Marsad.Language.Text;
using Marsad.Language.Tokens;

namespace Marsad.Language.Statements;

/// <summary>A form of a cue that may stand at a token.</summary>
/// <param name="And">A conjunction is attached.</param>
/// <param name="HasObject">A pronoun is attached as object ("described him").</param>
internal readonly record struct CueMatch(CueForm Form, Span Span, bool And, bool HasObject);

/// <summary>Finds the words that may be cues. Whether they are is settled by what stands around them.</summary>
internal sealed class CueFinder(Words words)
{
    private const char Waw = '\u0648';
    private const char Feh = '\u0641';
    private const char Heh = '\u0647';
    private const char Beh = '\u0628';
    private const char Lam = '\u0644';
    private const char Damma = '\u064F';
    private const char TehMarbuta = '\u0629';
    private const int Stem = 4;

    public void At(int token, List<CueMatch> found)
    {
        found.Clear();
        var word = words[token];
        if (word.Is(WordClass.Connector) && (word.Preposition != '\0' || words.Folded(token)[0] == Beh)) AddSaying(token, found);
        if (words.IsEmphatic(token)) Collect(token, words.Folded(token)[1..], 1, found);
        if (word.Kind != TokenKind.Word || word.Preposition != '\0' || word.Definite && !word.Is(WordClass.Connector) && !HasHamza(token) || StandsAsNoun(token)) return;
        var folded = words.Folded(token);
        Collect(token, folded, 0, found);
        if (folded.Length > 3 && folded[0] is Waw or Feh) Collect(token, folded[1..], 1, found);
    }

    // "by saying": where no other cue has taken it, it reports by itself.
    private void AddSaying(int token, List<CueMatch> found)
    {
        if (CueLexicon.Words.TryGetValue("\u0642\u0627\u0626\u0644\u0627", out var forms)) found.Add(new CueMatch(forms[0] with { Gender = Gender.Unknown }, words.Document.Tokens[token].Span, false, false));
    }

    private void Collect(int token, ReadOnlySpan<char> folded, int cut, List<CueMatch> found)
    {
        if (CueLexicon.Words.TryGetValue(folded, out var forms)) Add(token, forms, cut, 0, found);
        var pronoun = Pronoun(token, folded);
        if (pronoun > 0 && CueLexicon.Words.TryGetValue(folded[..^pronoun], out forms)) Add(token, forms, cut, pronoun, found);
    }

    private void Add(int token, CueForm[] forms, int cut, int pronoun, List<CueMatch> found)
    {
        foreach (var form in forms)
        {
            if (form.Tense == CueTense.VerbalNoun || form.Tense == CueTense.Participle && words[token - 1].Kind == TokenKind.Number && words[token].Is(WordClass.Person)) continue; // "20 students"
            if (form is { Tense: CueTense.Participle, Gender: Gender.Feminine, Plural: false } && words.Text[words.Document.Tokens[token].End - 1] != TehMarbuta) continue;
            if (form.Cue.Has(Frames.Circumstance) && !(words[token + 1] is { Preposition: '\0' } host && (host.Definite || host.IsName || host.Is(WordClass.Demonstrative)))) continue; // "usually"
            if (form.Tense == CueTense.Past && (IsClub(form.Cue, token) || IsDuring(form.Cue, token, cut))) continue;
            if (form.Tense == CueTense.Past && (IsPassive(token, cut) && !form.Cue.Has(Frames.Relay) || IsFirstPerson(form.Cue, token, cut))) continue;
            if (form.Tense == CueTense.Present && (IsDependent(token) || IsCalled(token))) continue;
            if (pronoun > 0 && (form.Tense == CueTense.Participle || !form.Cue.Has(Frames.Addressee | Frames.Describe))) continue;
            found.Add(new CueMatch(form, words.Document.Without(token, cut), cut > 0 && words.Folded(token)[0] != Lam, pronoun > 0));
        }
    }

    // The pronouns his, her, their: the only objects that news text attaches to these verbs.
    private int Pronoun(int token, ReadOnlySpan<char> folded)
    {
        if (folded.Length < 4) return 0;
        if (folded.EndsWith("\u0647\u0645\u0627")) return 3;
        if (folded.EndsWith("\u0647\u0627") || folded.EndsWith("\u0647\u0645")) return 2;
        return folded[^1] == Heh && words.Text[words.Document.Tokens[token].End - 1] != TehMarbuta ? 1 : 0;
    }

    // A verb whose hamza and lam look like the article once folded ("alluded", "insisted").
    private bool HasHamza(int token) => words.Text[words.Document.Without(token, words[token].And ? 1 : 0).Start] == '\u0623';

    // Behind a preposition a word is a noun, whatever else it can be.
    private bool StandsAsNoun(int token)
    {
        if (token == 0 || words.Folded(token - 1) is ['\u062D', '\u062A', '\u064A']) return false; // "until (he) said"
        var before = words[token - 1];
        return before.Kind == TokenKind.Word && before.Is(WordClass.Prep) && !before.Is(WordClass.Clause | WordClass.Attribution | WordClass.Noun | WordClass.Time)
            && (CueLexicon.Words.TryGetValue(words.Folded(token), out _) || !words[token].And && words.Folded(token)[0] != Waw);
    }

    // "to announce", "did not announce", "will announce" report nothing.
    private bool IsDependent(int token) => token > 0 && words[token - 1].Kind == TokenKind.Word && (words[token - 1].Is(WordClass.That | WordClass.Negation) || words.Folded(token - 1).SequenceEqual("\u0633\u0648\u0641"));

    // "is called", which folding makes "claims".
    private bool IsCalled(int token) => words.Text[words.Document.Tokens[token].End - 1] == '\u0649' && words.Folded(token) is [.., '\u062F', '\u0639', '\u064A'];

    // A verb in alef maqsura written with yeh, where the lexicon knows a noun in yeh ("club" for "called").
    private bool IsClub(Cue cue, int token) => cue.Lemma[^1] == '\u0649' && words[token].Is(WordClass.Noun) && words.Text[words.Document.Tokens[token].End - 1] == '\u064A';

    // "during" for "explained": a verb with a hamza on its alef never has it below.
    private bool IsDuring(Cue cue, int token, int cut) => cue.Lemma[0] == '\u0623' && words.Text[words.Document.Without(token, cut).Start] == '\u0625';

    // "I suggest" for "suggested": a verb that begins with a bare alef carries a hamza only in the first person.
    private bool IsFirstPerson(Cue cue, int token, int cut) => cue.Lemma[0] == '\u0627' && words.Text[words.Document.Without(token, cut).Start] == '\u0623';

    // Where the newsroom writes the vowel of the passive on the first letter, nobody is named as speaker.
    private bool IsPassive(int token, int cut)
    {
        var start = words.Document.Without(token, cut).Start;
        return words.Text.AsSpan(start, Math.Min(words.Folded(token)[cut] == '\u0627' ? Stem : 2, words.Text.Length - start)).Contains(Damma);
    }
}
