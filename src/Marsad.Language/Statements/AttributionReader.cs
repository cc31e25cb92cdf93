using Marsad.Language.Text;
using Marsad.Language.Tokens;

namespace Marsad.Language.Statements;

/// <summary>Reads attributions by preposition: "according to the agency", "as the ministry announced", "in the words of the minister".</summary>
internal sealed class AttributionReader(Words words, Quotes quotes, PhraseReader phrases, MediumReader media)
{
    private static readonly CueForm Form = new(new Cue("", StatementType.Assert, Frames.None, [], StatementType.Assert), CueTense.VerbalNoun, Gender.Unknown, false);

    public bool IsAttribution(int token) => words[token].Kind == TokenKind.Word && (words[token].Is(WordClass.Attribution) || IsBasedOn(token) || IsAsSaid(token) || IsInTheWords(token) || IsThisIsWhat(token) || IsUponWhat(token));

    /// <summary>The token behind a closing remark on the same speaker's words ("as he put it") that begins here; 0 where none does.</summary>
    public int ClosingEnd(int token, int limit)
    {
        var at = Link(token, limit);
        if (at == 0 || at >= limit || !words[at].Is(WordClass.Closing)) return 0;
        if (words.EndsInPronoun(at)) return at + 1;
        return 0;
    }

    /// <summary>Reads the attribution that begins at a token; null where it names no speaker ("according to the law").</summary>
    public Draft? Read(int token, int sentence, int sentenceFirst, int sentenceEnd)
    {
        var at = Link(token, sentenceEnd);
        if (at == 0 || at >= sentenceEnd) return null;
        var speaker = Source(at, sentenceEnd);
        if (speaker is not { IsEmpty: false } phrase || !MaySpeak(phrase)) return null;
        if (Relayed(phrase, sentenceEnd) is { } relayed) return Attribution(token, sentence, sentenceFirst, sentenceEnd, relayed.Source, null, relayed.Medium);
        var apposition = Apposition(phrase, sentenceEnd);
        return Attribution(token, sentence, sentenceFirst, sentenceEnd, phrase, apposition, Medium(apposition?.End ?? phrase.End, sentenceEnd));
    }

    private Draft Attribution(int token, int sentence, int sentenceFirst, int sentenceEnd, Phrase phrase, Phrase? apposition, Phrase? medium) =>
        new(Form, token, CueSpan(token, phrase.First))
        {
            IsAttribution = true,
            Sentence = sentence,
            SentenceFirst = sentenceFirst,
            SentenceEnd = sentenceEnd,
            Subject = phrase,
            Source = SpeakerSource.Behind,
            Opener = Opener.Attribution,
            Type = StatementType.Assert,
            Apposition = apposition,
            First = apposition?.End ?? phrase.End,
            Via = medium,
        };

    // "according to what the paper reported from sources": the sources speak.
    private (Phrase Source, Phrase Medium)? Relayed(Phrase phrase, int limit)
    {
        if (!phrase.Head.Is(WordClass.Medium)) return null;
        for (var i = phrase.First + 1; i <= phrase.End && i + 1 < limit; i++)
            if (words.Folded(i) is ['\u0639', '\u0646'] && phrases.Read(i + 1, limit, strict: true) is { IsEmpty: false } source && MaySpeak(source)) return (source, phrase with { End = i });
        return null;
    }

    // "according to what the minister said to the agency".
    private Phrase? Medium(int at, int limit)
    {
        while (at < limit && words[at].Is(WordClass.Adverb | WordClass.Time)) at++;
        if (at >= limit) return null;
        if (words[at].Preposition == '\u0644') return media.At(at, limit);
        var open = words[at].Kind == TokenKind.Word && words.Folded(at) is ['\u0644'] ? at + 1 : at;
        return quotes.Opens(open) && open > at ? media.InMarks(open, quotes.Close(open)) : null;
    }

    // "the commissioner, so-and-so" and "so-and-so, the commissioner".
    private Phrase? Apposition(Phrase phrase, int limit)
    {
        var at = phrase.End + 1;
        if (at >= limit || !(words.IsMark(at - 1, '\u060C') || words.IsMark(at - 1, ',')) || !phrase.IsPerson) return null;
        var isName = (words[at] is { IsName: true, NameType: NameType.Person, Preposition: '\0' } || words[at].Is(WordClass.Honorific | WordClass.Person)) && !phrase.HasName;
        if (!isName && !(phrase.HasName && words[at].Is(WordClass.Person))) return null;
        return phrases.Read(at, limit, strict: true) is { IsEmpty: false } found && (phrase.HasName || found.HasName) ? found : null;
    }

    private Span CueSpan(int token, int at) => IsAsSaid(token) ? words.Document.Tokens[token + 1].Span : IsThisIsWhat(token) || IsUponWhat(token) ? words.Document.Tokens[token + 2].Span : IsInTheWords(token) ? words.Cover(token, at) : words.Document.Without(token, words[token].Lead is 1 && words[token].And ? 1 : 0);

    /// <summary>"by the tongue of": a spokesman says what his body is reported to say.</summary>
    public bool IsByTheTongueOf(int token) => token + 1 < words.Count && words.Bare(token).SequenceEqual("\u0639\u0644\u064A") && words.Folded(token + 1).SequenceEqual("\u0644\u0633\u0627\u0646");

    // "based upon a source in the ministry".
    private bool IsBasedOn(int token) => words.Bare(token).SequenceEqual("\u0627\u0633\u062A\u0646\u0627\u062F\u0627") && words.Folded(token + 1) is ['\u0627', '\u0644', '\u064A'] && words[token + 2].Is(WordClass.Person | WordClass.Group | WordClass.Medium);

    // "(as the fund says)": nothing but who says it stands behind the verb.
    private bool IsAsSaid(int token)
    {
        if (words.Bare(token) is not ['\u0643', '\u0645', '\u0627'] || words[token].And || words[token - 1] is { Kind: TokenKind.Break } or { Mark: '.' } || !CueLexicon.Words.TryGetValue(words.Folded(token + 1), out var forms) || forms[0].Tense is not (CueTense.Past or CueTense.Present)) return false;
        var end = token + 2 < words.Count && words[token + 2].IsNominal ? phrases.Read(token + 2, words.Count, strict: true).End : 0;
        return end > token + 2 && words[end].Mark is '.' or ')' or '\u060C' or ',' && !quotes.Opens(end + 1) && !words[end + 1].Is(WordClass.That | WordClass.Prep) && words[end + 1].Preposition == '\0';
    }

    // "as the minister put it": upon what he said.
    private bool IsUponWhat(int token) =>
        token > 0 && token + 3 < words.Count && words.Bare(token).SequenceEqual("\u0639\u0644\u064A") && IsWhat(token + 1) && CueLexicon.Words.TryGetValue(words.Folded(token + 2), out var forms) && forms[0].Tense == CueTense.Past;

    // «...» "this is what so-and-so said".
    private bool IsThisIsWhat(int token) =>
        token > 1 && token + 3 < words.Count && words.Bare(token).SequenceEqual("\u0647\u0630\u0627") && IsWhat(token + 1) && (quotes.Closes(token - 1) || quotes.Closes(token - 2))
        && words.Folded(token + 2) is [.., '\u0647'] cue && CueLexicon.Words.TryGetValue(cue[..^1], out _);

    // "'ala hadd" (to the extent of), "'ala lisan" (by the tongue of).
    private bool IsInTheWords(int token)
    {
        if (!words.Bare(token).SequenceEqual("\u0639\u0644\u064A") || token + 1 >= words.Count) return false;
        var next = words.Folded(token + 1);
        return next.SequenceEqual("\u062D\u062F") && token + 2 < words.Count && words[token + 2].Is(WordClass.Closing | WordClass.Venue) || IsByTheTongueOf(token);
    }

    // The first token behind "according to", "according to what", "quoted from".
    private int Link(int token, int limit)
    {
        if (!IsAttribution(token)) return 0;
        var at = IsInTheWords(token) ? token + 2 : token + 1;
        if (IsBasedOn(token) || IsAsSaid(token)) return at + 1;
        while (at < limit && words[at].Kind == TokenKind.Word && (IsWhat(at) || words.Folded(at) is ['\u0644'] || words.Bare(at).SequenceEqual("\u0639\u0646"))) at++;
        return at;
    }

    private bool IsWhat(int token) => words.Folded(token) is ['\u0645', '\u0627'] or ['\u0644', '\u0645', '\u0627'];

    // Behind "what" stands a verb first ("what the agency announced"), behind the bare preposition perhaps "the words of".
    private Phrase? Source(int at, int limit)
    {
        var takesVerb = at > 0 && (IsWhat(at - 1) || words.Folded(at - 1).EndsWith("\u0645\u0627"));
        if (takesVerb)
        {
            at++;
            while (at < limit && words[at].Is(WordClass.Time | WordClass.Adverb | WordClass.Closing) && !words[at].Is(WordClass.Speaker)) at++;
            if (BehindMedium(at, limit) is var behind and > 0) at = behind;
            if (at + 1 < limit && words[at].Kind == TokenKind.Word && !words[at].Is(WordClass.Medium) && (words[at].Is(WordClass.Prep) && words[at + 1].Is(WordClass.Venue) || words[at].Preposition == '\u0644')) return null;
        }
        else if (at + 1 < limit && IsWordsOf(at)) at++;
        return at < limit ? phrases.Read(at, limit, strict: true) : null;
    }

    // "according to what was confirmed to the correspondent of X, the head of": the speaker comes behind the medium.
    private int BehindMedium(int at, int limit)
    {
        if (at >= limit || words[at].Preposition != '\u0644' || media.At(at, limit) is not { } medium) return 0;
        var end = words[medium.End].Mark is '\u060C' or ',' ? medium.End + 1 : quotes.Closes(medium.End) ? medium.End + 1 : medium.End;
        return end < limit && words[end].Is(WordClass.Speaker | WordClass.Honorific) && words[end].Preposition == '\0' && !words[end].And ? end : 0;
    }

    private bool IsWordsOf(int token) => !words[token].Is(WordClass.Issued) && (words[token].Is(WordClass.Closing | WordClass.Venue) || IsVerbalNoun(token)) && !words[token].Definite && !words[token].HasPronoun && !words[token].Is(WordClass.Medium) && words[token + 1].IsNominal;

    // "the confirmation of", "the confirmations of".
    private bool IsVerbalNoun(int token)
    {
        var bare = words.Bare(token);
        if (!CueLexicon.Words.TryGetValue(bare, out var forms) && !(bare.EndsWith("\u0627\u062A") && CueLexicon.Words.TryGetValue(bare[..^2], out forms))) return false;
        return Array.Exists(forms, form => form.Tense == CueTense.VerbalNoun);
    }

    private bool MaySpeak(Phrase phrase)
    {
        if (words[phrase.First].Is(WordClass.Closing) || phrase.End - phrase.First == 1 && words.Bare(phrase.First).EndsWith("\u0646\u0638\u0627\u0645")) return false; // "according to the law"
        if (phrase.HasName && (words[phrase.NameFirst].IsName || phrase.Head.Is(WordClass.Person | WordClass.Honorific) || words.IsKnownName(phrase.NameFirst) || words[phrase.NameFirst - 1].Kind == TokenKind.Punctuation) || words[phrase.First].IsName) return true;
        if (phrase.HasName && words.EndsInPronoun(phrase.First)) return false; // "according to his speciality"
        if (phrase.Head.Is(WordClass.Medium) && phrase.Head.Is(WordClass.Venue) && words[phrase.End - 1].Kind != TokenKind.Punctuation) return false; // a programme is a speaker only under its name
        if (!phrase.Definite || !phrase.Head.Definite && words.Bare(phrase.First).SequenceEqual("\u0646\u0638\u0627\u0645")) return phrase.Head.Is(WordClass.Person | WordClass.Group | WordClass.Medium | WordClass.Document) || phrase.Head.Is(WordClass.Body) && !words.Bare(phrase.First).SequenceEqual("\u0646\u0638\u0627\u0645"); // "a system of" is no regime
        return phrase.Head.Is(WordClass.Person | WordClass.Body | WordClass.Medium | WordClass.Group | WordClass.Document | WordClass.Honorific) || words[phrase.First].Kind == TokenKind.Punctuation && !(words[phrase.First + 1] is { Definite: false, IsName: false } quoted && quoted.Is(WordClass.Noun) && !quoted.Is(WordClass.Speaker));
    }
}
