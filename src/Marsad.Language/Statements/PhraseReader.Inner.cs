using Marsad.Language.Tokens;

namespace Marsad.Language.Statements;

// Prepositions that belong to the description of a speaker, not to the clause he stands in.
internal sealed partial class PhraseReader
{
    private const int FarthestOpener = 12;

    // A prepositional phrase inside the description: "the spokesman | in the name of ...", "the observatory | for human rights",
    // "an official | in the ministry". Not after the name, and not where the preposition opens what is reported.
    private bool TakeInner(ref State state, Word word, int length)
    {
        var noun = state.At + length;
        if (noun >= state.Limit || words[noun].Kind != TokenKind.Word) return false;
        if (!state.HasHead || state.HasName && !(length == 1 && IsDelegate(state, words[noun])) || state.At == state.First) return false;
        var host = words[noun];
        if (length == 1 && host.Is(WordClass.Document) && host.Definite && state.Head.Definite && !host.Is(WordClass.Body | WordClass.Medium | WordClass.Person)) return false; // "the group | in the report"
        if (host.Is(WordClass.Venue) && !host.Is(WordClass.Person | WordClass.Body) || host.Is(WordClass.Time | WordClass.Audience | WordClass.PhraseEnd | WordClass.Demonstrative) || host.IsVerb) return false;
        if (length == 0 && noun + 2 < state.Limit && (words[noun + 1].Is(WordClass.Station) || quotes.Opens(noun + 1) && words[noun + 2].Is(WordClass.Station))) return false;
        if (length == 0 && host.Is(WordClass.Correspondent) || words[Math.Min(noun + 1, words.Count - 1)].Kind == TokenKind.Number) return false; // "in the year 2007"
        if (length == 1 && IsFrom(state.At) && state.Head.Definite && !state.Head.Is(WordClass.Person)) return false;
        if (length == 1 && state.Head.Definite && !host.Definite && !host.IsName && !(IsAnnexed(noun) && (state.Head.Is(WordClass.Person) || words[noun + 1] is { IsName: true, NameType: NameType.Location }))) return false; // "the fund | in a summary"
        if (length == 1 && host.HasPronoun && !words.Bare(state.At).SequenceEqual("\u0645\u0646")) return false; // "the paper | in its issue"
        if (length == 1 && host.Is(WordClass.Document | WordClass.Group) && host is { Definite: false, IsName: false } && !host.Is(WordClass.Body | WordClass.Medium) && words.Bare(state.At) is ['\u0641', '\u064A'] && !IsAnnexed(noun)) return false; // "economists | in a survey"
        if (host.Is(WordClass.Medium) && quotes.Opens(noun + 1)) return false; // "the minister | on the programme «X»"
        if (length == 0 && IsInTheNameOf(state.At) && (!words.EndsInPronoun(state.At) || state.Head.Is(WordClass.Anaphor))) return Advance(ref state, state.At + 1) && (words.EndsInPronoun(state.At - 1) || Reopen(ref state));
        if (IsOpener(state, word, length) && !(length == 1 && IsMember(state, host) || length == 1 && IsDelegate(state, host) && (OpensLater(state, noun) || ClauseLater(state, noun)) || length == 0 && state.Head.Is(WordClass.Speaker) && (host.Definite || host.IsName || host.Is(WordClass.Body) || IsAnnexed(noun)) && OpensLater(state, noun, word.Preposition == '\u0628' && !host.IsName && !host.Is(WordClass.Body) ? 3 : FarthestOpener) || length == 0 && (host is { IsName: true, NameType: NameType.Location } || host.Definite && host.Is(WordClass.Body)) && ClauseLater(state, noun) || IsGoverned(state) && (OpensLater(state, noun) || ClauseLater(state, noun)))) return false;
        if (!MayHoldInner(state, word, host, noun, length)) return false;
        state.Closed = host.Definite || host.IsName;
        return Advance(ref state, host.IsName ? Math.Min(host.NameEnd, state.Limit) : noun + 1);
    }

    private static bool Reopen(ref State state)
    {
        state.Closed = false;
        return true;
    }

    private bool IsOpener(in State state, Word word, int length)
    {
        if (state.StopAt is not { } cue) return false;
        return length == 0 ? cue.Preposition([word.Preposition]) is not null : cue.Preposition(words.Bare(state.At)) is not null;
    }

    // "a citizen of the people of X".
    private bool IsMember(in State state, Word host) => IsFrom(state.At) && state.Head is { Definite: false } && state.Head.Is(WordClass.Person | WordClass.Group) && state.At - state.First == 1 && host.Is(WordClass.Group);

    // "a representative of (an) the union".
    private bool IsDelegate(in State state, Word host) => !state.InName && words.Bare(state.At) is ['\u0639', '\u0646'] && words[state.At - 1] is { Definite: false, IsName: false } calling && calling.Is(WordClass.Person) && (host.Definite || host.IsName);

    // Another preposition of the cue, or a that, comes before the clause ends: then this one belongs to the description.
    private bool OpensLater(in State state, int from, int farthest = FarthestOpener)
    {
        for (var i = from + 1; i < state.Limit && i < from + farthest && words[i].Kind != TokenKind.Punctuation; i++)
        {
            if (words[i].Is(WordClass.That)) return true;
            if (state.StopAt is { } cue && (words[i].Preposition != '\0' ? cue.Preposition([words[i].Preposition]) : cue.Preposition(words.Bare(i))) is not null) return true;
        }

        return false;
    }

    // "the supervisor of", "the officials in charge of": callings that are said of something.
    private bool IsGoverned(in State state) => state.Head.Is(WordClass.Charge) && state.At - state.First <= 2;

    // A "that" behind the next pauses, before another verb of saying.
    private bool ClauseLater(in State state, int from)
    {
        if (state.StopAt?.Has(Frames.Clause) != true) return false;
        for (var i = from + 1; i < state.Limit; i++)
        {
            if (words[i].Is(WordClass.That)) return words[i].Preposition == '\0' ? !words[i - 1].Is(WordClass.Prep | WordClass.Noun) : state.StopAt?.Preposition([words[i].Preposition]) is not null;
            if (words[i].Mark is '.' or ':' || words[i].Is(WordClass.Clause | WordClass.Relative) || CueLexicon.Words.TryGetValue(words.Bare(i), out _) && !words[i].Is(WordClass.Noun | WordClass.Speaker)) return false;
        }

        return false;
    }

    private bool MayHoldInner(in State state, Word word, Word host, int noun, int length)
    {
        if (length == 0 && word.Preposition == '\u0644' && host is { IsName: true, NameType: NameType.Organization } && state.Head is { Definite: false } head && head.Is(WordClass.Document) && !head.Is(WordClass.Person | WordClass.Group | WordClass.Venue)) return true; // "a survey by X"
        if (length == 0 && word.Preposition == '\u0644' && host is { Plural: true, IsName: false } && host.Is(WordClass.Group) && (state.Head.Is(WordClass.Person) || state.At == state.First + 1 && state.Head.Definite)) return false; // "the governor | to the people"
        if (length == 0 && word.Preposition == '\u0644') return !host.Is(WordClass.Medium) && (host.Definite || host.IsName || host.Is(WordClass.Body) || host.Is(WordClass.Noun) && IsAnnexed(state.At)) && state.Head.Is(WordClass.Speaker);
        if (state.Quantified && (host.Definite || host.IsName)) return length == 1 || word.Preposition == '\u0628'; // "one of the employees in the bank"
        if (state.Strict && !state.Head.Is(WordClass.Speaker)) return false;
        if (length == 0) return word.Preposition == '\u0628' && state.Head.Is(WordClass.Speaker) && (host.Is(WordClass.Body) || host.IsName && host.NameType != NameType.Person || host.Definite && (state.Head.Is(WordClass.Person) || words[noun + 1].Definite));
        return state.Head.Is(WordClass.Person | WordClass.Group | WordClass.Document | WordClass.Body) && (host.Definite || host.IsName || host.Is(WordClass.Body | WordClass.Noun) || host.Class == WordClass.None);
    }

    // An indefinite noun with a definite one behind it.
    private bool IsAnnexed(int token) => IsMemberOf(token + 1) || words[token + 1] is { Kind: TokenKind.Word, Definite: false, And: false, Preposition: '\0' } next && next.Is(WordClass.Noun) && !next.Is(WordClass.Prep | WordClass.Time) && IsMemberOf(token + 2);

    private bool IsMemberOf(int token) => (words[token].Definite || words[token].IsName) && words[token].Preposition == '\0';

    // "b-ism": in the name of.
    private bool IsInTheNameOf(int token) => words.Folded(token) is ['\u0628', '\u0627', '\u0633', '\u0645'] or ['\u0628', '\u0627', '\u0633', '\u0645', '\u0647', ..];
}
