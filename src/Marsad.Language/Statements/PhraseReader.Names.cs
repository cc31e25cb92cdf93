using Marsad.Language.Tokens;

namespace Marsad.Language.Statements;

// Where a long role passes into the name of whoever bears it.
internal sealed partial class PhraseReader
{
    private const int LongestRole = 16;
    private const int ShortestRole = 2;

    // "the executive director of the system of Nama (the) doctor so-and-so": a rank behind what is definite opens the name, and all before it is the role.
    private int HonorificAhead(in State state)
    {
        var named = false; // the role holds a name of its own: "the spokesman of the King Salman centre"
        for (var i = state.At + 1; i + 1 < state.Limit && i < state.At + LongestRole; i++)
        {
            var word = words[i];
            if (word.Kind != TokenKind.Word || !word.IsName && (word.IsVerb || word.Is(WordClass.That | WordClass.Relative | WordClass.Clause | WordClass.Connector | WordClass.Attribution | WordClass.Time | WordClass.Venue))) return 0;
            if (word.Preposition == '\u0644' && word.Is(WordClass.Person | WordClass.Audience | WordClass.Honorific)) return 0;
            if (IsNameBeforeWords(word, i)) return i;
            if (word.Preposition == '\u0644' && word.Is(WordClass.Medium)) return 0;
            if (named && word is { IsName: true, NameType: NameType.Person, Preposition: '\0', And: false } && IsComplete(i - 1) && !words[i - 1].Is(WordClass.Honorific)) return i;
            named |= word is { IsName: true, NameType: NameType.Person } && words[i - 1].Is(WordClass.Honorific) && !IsComplete(i - 2) && !words[i - 2].Is(WordClass.Person | WordClass.Honorific);
            if (word is { IsName: true, NameType: NameType.Person } && IsComplete(i - 1) && !words[i - 1].Is(WordClass.Honorific)) return 0;
            if (i > state.At + 1 && IsRank(i) && IsComplete(i - 1)) return i;
            if (OpensClause(state, word, i) && !OpensLater(state, i)) return 0;
        }

        return 0;
    }

    // "the spokesman of the body in the region of X so-and-so that": nothing but the words follows the name.
    private bool IsNameBeforeWords(Word word, int token) =>
        word is { IsName: true, NameType: NameType.Person, Preposition: '\0', And: false } && word.NameEnd > token + 1 && IsComplete(token - 1) && !words[token - 1].Is(WordClass.Honorific | WordClass.Kinship) && words[token - 1].Kind == TokenKind.Word
        && (words[word.NameEnd].Is(WordClass.That) || words[word.NameEnd].Mark == ':');

    private bool OpensClause(in State state, Word word, int token) => word.Preposition != '\0' ? IsOpener(state, word, 0) : word.Is(WordClass.Prep) && IsOpener(state with { At = token }, word, 1);

    private bool IsRank(int token) => words[token] is { Preposition: '\0', And: false, Definite: true } word && word.Is(WordClass.Honorific) && (words[token + 1] is { IsName: true, NameType: NameType.Person } || IsGivenName(token + 1));

    // A definite word, or the last of a name.
    private bool IsComplete(int token) => words[token].Definite || words.Folded(token).StartsWith("\u0644\u0644") || words.EndsInPronoun(token) || words[token].NameEnd == token + 1 || words[token - 1].NameEnd == token + 1 || words[token - 2].NameEnd == token + 1;

    // "the secretary of the union Samer Kamal", where the name finder missed him: an indefinite word behind a definite one is no part of the role, and both stand in the lists of names.
    private void FindNameBehind(ref State state)
    {
        if (state.HasName || !state.Head.Is(WordClass.Person) || state.Head.IsName) return;
        if (BinIn(state) is var bin and > 0)
        {
            (state.NameFirst, state.NameEnd) = (bin - 1, state.At);
            return;
        }

        if (IsLoneName(state)) (state.NameFirst, state.NameEnd) = (state.At - 1, state.At);
        for (var i = Math.Max(state.First + ShortestRole, state.At - LongestName); i <= state.At - 2; i++)
        {
            if (words[i].And && words[i].Is(WordClass.Person)) return; // two callings
            if (words[i].And || words[i].Preposition != '\0' && !words[i].IsName || !IsComplete(i - 1) || words[i - 1].Is(WordClass.Honorific | WordClass.Kinship) || !BeginsName(i, state.At) || !AreNames(i + 1, state.At)) continue;
            (state.NameFirst, state.NameEnd) = (i, state.At);
            return;
        }

        FindStranger(ref state);
    }

    // "the secretary of the union (two words that no list knows)", where the article lets the last of them speak alone: a name.
    private void FindStranger(ref State state)
    {
        for (var last = state.At - 1; last > state.First + 1; last--)
        {
            if (!words.SpeaksAlone(last) || last + 1 < state.At && !words[last + 1].Is(WordClass.Person)) continue;
            var first = last;
            while (first - 1 > state.First && last - first < LongestQuotedName && words[first - 1] is { Kind: TokenKind.Word, Class: WordClass.None, And: false, IsName: false } given && (!given.Definite || words.IsKnownName(first - 1))) first--;
            if (first <= state.First + 1 || !IsComplete(first - 1)) continue;
            (state.NameFirst, state.NameEnd) = (first, last + 1);
            return;
        }
    }

    // "the member of the council so-and-so bin so-and-so": what stands round "bin" is a name, known or not.
    private int BinIn(in State state)
    {
        for (var i = state.First + ShortestRole; i + 1 < state.At; i++)
            if (words.Folded(i) is ['\u0628', '\u0646'] && words[i - 1] is { Kind: TokenKind.Word, Definite: false, Preposition: '\0', IsName: false } given && !given.Is(WordClass.Speaker | WordClass.Prep)) return i;
        return 0;
    }

    // "the chief of the local police Saif": an indefinite given name closes a definite role.
    private bool IsLoneName(in State state) =>
        state.At - state.First > ShortestRole && words[state.At - 1] is { Kind: TokenKind.Word, Definite: false, And: false, Preposition: '\0' } word && !word.Is(WordClass.Adjective | WordClass.Speaker | WordClass.Time)
        && words[state.At - 2].Definite && !words[state.At - 2].Is(WordClass.Honorific | WordClass.Kinship) && words.IsGivenName(state.At - 1) && words.IsKnownName(state.At - 1);

    private bool BeginsName(int token, int end) =>
        words[token].Definite ? token + 2 == end && words.IsNamePair(token) && words.IsGivenName(token) : IsGivenName(token) || IsRareName(token, end);

    private bool IsGivenName(int token) => words[token] is { Kind: TokenKind.Word } word && !word.Is(WordClass.Honorific) && words.IsGivenName(token);

    // A calling that is a given name too, with a family name that no text knows.
    private bool IsRareName(int token, int end) => token + 2 == end && (words.IsKnownName(token) || words.IsGivenName(token) || words[token].Is(WordClass.Person) && words.MayName(token)) && words[token + 1] is { Definite: true } family && family.Class == WordClass.None && words.MayName(token + 1);

    private bool AreNames(int first, int end)
    {
        for (var i = first; i < end; i++)
            if (words[i] is not { Kind: TokenKind.Word, And: false } word || !word.Is(WordClass.Kinship) && !words.IsLaterName(i)) return false;
        return true;
    }

    private bool IsLatin(int token) => words[token].Kind == TokenKind.Word && words.Folded(token)[0] < '\u0590';

    // "an alliance known by the name of X", "a leader called so-and-so": the name behind is his.
    private bool TakeNaming(ref State state)
    {
        var at = state.At + 1;
        if (at < state.Limit && (IsInTheNameOf(at) || words.Folded(at) is ['\u0628'])) at++;
        if (at >= state.Limit) return false;
        var end = quotes.Opens(at) && quotes.Close(at) - at <= LongestQuotedName + 1 ? quotes.Close(at) : words[at].IsName ? Math.Min(words[at].NameEnd, state.Limit) : IsLatin(at) ? at + 1 : 0;
        if (end == 0) return false;
        (state.NameFirst, state.NameEnd) = (quotes.Opens(at) ? at + 1 : at, end);
        state.Closed = true;
        return Advance(ref state, quotes.Opens(at) ? end + 1 : end);
    }

    // A name in quotation marks or brackets behind its kind: channel "X", movement (Y).
    private bool TakeQuotedName(ref State state)
    {
        var at = state.At;
        if (words[at].Mark is '\u060C' or ',' && state is { Personal: true, HasName: false } && words[at - 1].Is(WordClass.Honorific) && words[at + 1] is { IsName: true, NameType: NameType.Person, Preposition: '\0' }) return Advance(ref state, at + 1); // "the sheikh, so-and-so"
        if (words.IsMark(at, '.') && at > state.First && words.Folded(at - 1).Length == 1 && words[at - 1].Is(WordClass.Honorific)) return Advance(ref state, at + 1);
        if (!state.HasHead && !state.HasName && !quotes.Opens(at)) return false;
        if (words.IsMark(at, '(') && at + 1 < state.Limit && words[at + 1].Preposition == '\u0644') return false; // "(to the X)": the medium spoken to
        var end = quotes.Opens(at) ? quotes.Close(at) + 1 : words.IsMark(at, '(') ? CloseBracket(at, state.Limit) : 0;
        if (end <= at || end > state.Limit || end - at > 9) return false;
        if (quotes.Opens(at) && state.Head is { Definite: false, Plural: true } && state.Head.Is(WordClass.Group) && (words[at + 1].Is(WordClass.Medium) || words[at + 1] is { IsName: true, NameType: NameType.Organization })) return false; // "sources informed «the paper»"
        if (quotes.Opens(at) && state is { Personal: true, HasName: false } && IsQuotedName(at + 1, end - 1))
        {
            (state.NameFirst, state.NameEnd) = (at + 1, end - 1);
            return Advance(ref state, end);
        }

        if (quotes.Opens(at) && state is { Personal: true, Closed: true, HasName: false } && end - at <= LongestQuotedName + 1 && words[end].Kind == TokenKind.Word && state.StopAt?.Has(Frames.Quote) == true)
        {
            (state.NameFirst, state.NameEnd) = (at + 1, end - 1); // so short a quotation, and the sentence runs on: his name
            return Advance(ref state, end);
        }

        if (quotes.Opens(at) && IsUnknownBody(state, end)) (state.InName, state.NameFirst, state.NameEnd) = (false, state.First, state.First);
        if (state.StopAt?.Has(Frames.Quote) == true && quotes.Opens(at) && !NamesBefore(at) && !words[at - 1].Is(WordClass.Correspondent) && !IsUnknownBody(state, end) && !(state.Head.Is(WordClass.Body | WordClass.Medium) && end - at <= LongestQuotedName + 1 && ClauseLater(state, end - 1))) return false;
        if (!state.HasHead) SetHead(ref state, new Word { Kind = TokenKind.Word, Class = WordClass.Body });
        state.Closed = true;
        return Advance(ref state, end);
    }

    // "announced studios «X» (the release of)": a plural that no lexicon knows right behind the verb, and the sentence runs on.
    private bool IsUnknownBody(in State state, int end) =>
        state.At == state.First + 1 && words[state.First] is { Class: WordClass.None, IsName: false, Definite: false } && words.Folded(state.First).EndsWith("\u0627\u062A") && end - state.At <= LongestQuotedName + 1 && words[end].Kind == TokenKind.Word;

    /// <summary>Whether the few words in quotation marks are a person's name ("engineer «so-and-so»"), as some newsrooms print it.</summary>
    public bool IsQuotedName(int first, int end)
    {
        if (end <= first || end - first > LongestQuotedName) return false;
        if (words[first] is { IsName: true, NameType: NameType.Person }) return true;
        for (var i = first; i < end; i++)
            if (words[i].Kind != TokenKind.Word || !words.IsKnownName(i)) return false;
        return true;
    }

    // The word before is of the kind that carries a proper name in quotation marks.
    private bool NamesBefore(int at) => at > 0 && words[at - 1] is { Kind: TokenKind.Word } before && before.Is(WordClass.Body | WordClass.Medium | WordClass.Document | WordClass.Venue);

    private int CloseBracket(int open, int limit)
    {
        for (var i = open + 1; i < limit && i < open + 9; i++)
            if (words.IsMark(i, ')')) return i + 1;
        return 0;
    }
}
