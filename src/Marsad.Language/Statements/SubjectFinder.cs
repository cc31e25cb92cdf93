using Marsad.Language.Tokens;

namespace Marsad.Language.Statements;

/// <summary>Finds the speaker that stands before the cue: "but Tehran says", "the Zamili who announced", "had the lawyer ... announced".</summary>
internal sealed class SubjectFinder(Words words, Quotes quotes, PhraseReader phrases, ClauseReader clauses)
{
    private const int Farthest = 45;
    private const int FarthestAntecedent = 12;
    private const int FarthestAsFor = 24;
    private const int FarthestAnnounced = 6;

    public Phrase? Before(CueMatch cue, int token, int sentenceFirst)
    {
        if (words.IsEmphatic(token)) return Announcing(cue.Form, token, sentenceFirst);
        if (cue.And && words.Folded(token)[0] == '\u0641') return AsFor(cue.Form, token, sentenceFirst);
        if (cue.And || token == sentenceFirst || words.Folded(token - 1) is ['\u0648']) return null;
        if (HasCarrier(token, sentenceFirst, words.Count)) return null;
        if (words[token - 1].Is(WordClass.Relative)) return cue.HasObject || IsSubjectBehind(token + 1) ? null : Antecedent(cue.Form, token - 1, sentenceFirst);
        var start = ClauseStart(token, sentenceFirst);
        return (start < token ? Reaching(cue.Form, start, token) : null) ?? Indefinite(cue.Form, token, sentenceFirst);
    }

    // "the ministry, as (idh) it announces that, stresses".
    private Phrase? Announcing(CueForm form, int token, int sentenceFirst)
    {
        for (var i = token - 1; i > sentenceFirst && i >= token - FarthestAnnounced; i--)
            if (words.Folded(i) is ['\u0627', '\u0630']) return Reaching(form, ClauseStart(i, sentenceFirst), i);
        return null;
    }

    // "the team that the prince ordered": behind the verb stands a title with a name, and nobody is spoken to.
    private bool IsSubjectBehind(int token) => words[token] is { Definite: true, Preposition: '\0' } word && word.Is(WordClass.Honorific) && words[token + 1] is { IsName: true, NameType: NameType.Person };

    // "as for so-and-so, (so) he held that".
    private Phrase? AsFor(CueForm form, int token, int sentenceFirst)
    {
        for (var i = token - 2; i >= sentenceFirst && i >= token - FarthestAsFor; i--)
        {
            if (words.Folded(i) is not ['\u0627', '\u0645', '\u0627'] and not ['\u0648', '\u0627', '\u0645', '\u0627']) continue;
            var phrase = phrases.Read(i + 1, token, strict: false);
            return !phrase.IsEmpty && IsPlausible(phrase) && Agrees(form, phrase) ? phrase : null;
        }

        return null;
    }

    /// <summary>"(a speech) in which he said": the cue has "in it" behind, and before it the noun that this points to.</summary>
    public bool HasCarrier(int token, int sentenceFirst, int sentenceEnd) =>
        token > sentenceFirst && token + 1 < sentenceEnd && words[token + 1].Kind == TokenKind.Word && words[token + 1].Is(WordClass.Carrier) && words[token - 1].Kind == TokenKind.Word && !words[token - 1].Is(WordClass.Relative | WordClass.Clause);

    private int ClauseStart(int token, int sentenceFirst)
    {
        var first = Math.Max(sentenceFirst, token - Farthest);
        for (var i = token - 1; i >= first; i--)
        {
            if (words[i].Is(WordClass.Clause | WordClass.That) && words[i].Kind == TokenKind.Word) return i + 1;
            if (words[i].And && i > first && words[i - 1].Mark is '\u060C' or ',' && (words[i].IsName || words[i].Definite && words[i].Is(WordClass.Honorific | WordClass.Person))) return i; // ", and the prince said"
            if (words[i].Mark is ':' or '\u061B' || quotes.Opens(i) && quotes.Close(i) > token) return i + 1;
        }

        return first;
    }

    // The phrase must run up to the verb, but for circumstances, appositions and relative clauses between.
    private Phrase? Reaching(CueForm form, int start, int token)
    {
        var at = SkipFrontMatter(start, token);
        if (at + 1 < token && words[at].IsUnknown && (words[at + 1].Definite || words[at + 1].IsName || words[at + 1].Is(WordClass.Speaker | WordClass.Quantity))) return null; // a verb that no lexicon knows
        if (at >= token || words[at].IsVerb && !words[at].IsName || words[at].Preposition != '\0') return null;
        var phrase = phrases.Read(at, token, strict: false);
        if (phrase.IsEmpty || !IsPlausible(phrase) || !Agrees(form, phrase)) return null;
        var end = phrase.End;
        while (end < token && words[end].Is(WordClass.Time | WordClass.Adverb | WordClass.Auxiliary | WordClass.TimeAdj)) end++;
        if (end == token) return phrase;
        if (words.Folded(token - 1).SequenceEqual("\u0642\u062F") && at > start && words[at - 1].Is(WordClass.Auxiliary)) return phrase; // "so-and-so had ... said": nobody else can stand between
        while (token > end && words[token - 1].Is(WordClass.Auxiliary | WordClass.Time | WordClass.Adverb)) token--;
        return token == end || Bridges(end, token) ? phrase : null;
    }

    // Between a comma and the next, or a bracket: an apposition, a circumstance or a relative clause may stand.
    private bool Bridges(int from, int token)
    {
        if (words[from].Mark is ',' or '\u060C' or '-' or '(' && words[token - 1].Mark is ',' or '\u060C' or '-' or ')') return true;
        if (words[from].Is(WordClass.Relative)) return words[token - 1].Mark is ',' or '\u060C' || token - from < 12 && !HasCue(from, token);
        return (words[from].Is(WordClass.Prep) || words[from].Preposition != '\0') && token - from < 8 && !HasMark(from, token) && !HasCue(from, token);
    }

    private bool HasMark(int from, int token)
    {
        for (var i = from; i < token; i++)
            if (words[i].Kind == TokenKind.Punctuation) return true;
        return false;
    }

    private bool HasCue(int from, int token)
    {
        for (var i = from; i < token; i++)
            if (words[i].Kind == TokenKind.Word && CueLexicon.Words.TryGetValue(words.Bare(i), out _)) return true;
        return false;
    }

    private int SkipFrontMatter(int at, int token)
    {
        while (at < token && (words[at].Kind != TokenKind.Word || words[at].Is(WordClass.Auxiliary | WordClass.Time | WordClass.TimeAdj | WordClass.Adverb) && !words[at].IsName)) at++;
        return at;
    }

    private bool IsNamed(Phrase phrase) => phrase.HasName && (words[phrase.NameFirst].IsName || phrase.Head.Is(WordClass.Person | WordClass.Honorific));

    private bool IsPlausible(Phrase phrase)
    {
        if (IsNamed(phrase) || phrase.Head.Is(WordClass.Speaker | WordClass.Honorific) || words[phrase.First].IsName) return true;
        return phrase.Head.Definite && !phrase.Head.Is(WordClass.Noun);
    }

    // A subject before its verb agrees with it in gender and number.
    private bool Agrees(CueForm form, Phrase phrase)
    {
        if (form.Plural) return phrase.Head.Plural || phrase.End - phrase.First > 1 || phrase.Head.Definite;
        if (phrase.Head.Plural && phrase.Head.Is(WordClass.Group) && phrase.Head.Gender == Gender.Masculine && !words[phrase.First].Is(WordClass.Quantity)) return false; // one of them may be meant
        var gender = clauses.GenderOf(HeadOf(phrase));
        return gender == Gender.Unknown || form.Gender == Gender.Unknown || gender == form.Gender;
    }

    private int HeadOf(Phrase phrase)
    {
        for (var i = phrase.First; i < phrase.End; i++)
            if (words[i].Kind == TokenKind.Word && !words[i].Is(WordClass.Quantity | WordClass.Inner | WordClass.Demonstrative)) return i;
        return phrase.First;
    }

    // "a draft resolution (that) condemns": behind an indefinite noun the relative clause has no pronoun.
    private Phrase? Indefinite(CueForm form, int token, int sentenceFirst) =>
        words[token - 1].IsNominal && !words[token - 1].Is(WordClass.Time) && Antecedent(form, token, sentenceFirst) is { } phrase && !phrase.Head.Definite && !phrase.Head.Is(WordClass.Venue) ? phrase : null;

    // The longest phrase that ends right before the relative pronoun.
    private Phrase? Antecedent(CueForm form, int relative, int sentenceFirst)
    {
        var end = words.IsMark(relative - 1, '\u060C') || words.IsMark(relative - 1, ',') ? relative - 1 : relative;
        for (var start = Math.Max(sentenceFirst, end - FarthestAntecedent); start < end; start++)
        {
            if (!Begins(start, sentenceFirst)) continue;
            var phrase = phrases.Read(start, end, strict: false);
            if (phrase.End == end && (IsNamed(phrase) || phrase.Head.Is(WordClass.Person | WordClass.Group | WordClass.Body | WordClass.Document)) && Agrees(form, phrase)) return phrase;
        }

        return null;
    }

    private bool Begins(int start, int sentenceFirst)
    {
        var word = words[start];
        if (!word.IsNominal || word.IsVerb || word.IsUnknown && words.Folded(start)[0] == '\u0648') return false;
        if (word.Is(WordClass.Document) && !word.Definite && !words[start - 1].Is(WordClass.Document)) return true; // "in favour of a draft resolution (that) condemns"
        if (word.IsName || start == sentenceFirst || word.And || word.Preposition != '\0') return true;
        var before = words[start - 1];
        return before.Kind == TokenKind.Punctuation || before.Is(WordClass.Prep | WordClass.Clause | WordClass.That | WordClass.Time) || before.IsVerb || word.Is(WordClass.Person | WordClass.Honorific) && !before.Is(WordClass.Person | WordClass.Honorific);
    }
}
