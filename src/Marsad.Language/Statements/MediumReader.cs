using Marsad.Language.Tokens;

namespace Marsad.Language.Statements;

/// <summary>
/// Finds the medium that a speaker talked to: "in a statement to the X", "to the correspondent of X", "to «X»". Media have too many names for a
/// list, so the place tells: what an interview is given to is a medium unless it is somebody who speaks himself.
/// </summary>
internal sealed class MediumReader(Words words, Quotes quotes, PhraseReader phrases)
{
    private const char Lam = '\u0644';
    private const char Beh = '\u0628';
    private const int LongestName = 4;
    private const int FarthestPublished = 3;

    /// <summary>The medium whose name begins at <paramref name="host"/>, behind a preposition; null where none does.</summary>
    public Phrase? At(int host, int limit)
    {
        if (words[host].Is(WordClass.Correspondent)) return Employer(host, limit);
        if (words[host].Is(WordClass.Quantity)) return SomeOf(host, limit);
        var phrase = phrases.Read(host, limit, strict: true);
        if (phrase.IsEmpty || words[host].HasPronoun || IsAffiliation(host) || IsPlace(host)) return null;
        if (StationEnd(host, limit) is var end and > 0) return phrase with { End = end };
        if (words[host].Is(WordClass.Medium)) return IsPlatform(host) ? NameAlone(host, phrase) : phrase;
        return IsGivenTo(host) && MayBeMedium(host) ? phrase : null;
    }

    /// <summary>The medium that begins here by its kind, its last word or quotation marks; null for none.</summary>
    public Phrase? Named(int token, int limit)
    {
        if (quotes.Opens(token)) return quotes.Close(token) <= token + LongestName + 1 ? new Phrase(token + 1, quotes.Close(token), token, token, default) : null;
        if (!words[token].IsNominal || words[token].HasPronoun) return null;
        if (StationEnd(token, limit) is var end and > 0) return new Phrase(token, end, token, token, words[token]);
        if (!words[token].Is(WordClass.Medium) || phrases.Read(token, limit, strict: true) is not { IsEmpty: false } phrase) return null;
        return IsPlatform(token) ? NameAlone(token, phrase) : phrase;
    }

    /// <summary>A site or programme by its name, any other medium as it stands.</summary>
    public Phrase Alone(Phrase medium) => words[medium.First].Is(WordClass.Medium) && IsPlatform(medium.First) ? NameAlone(medium.First, medium) ?? medium : medium;

    /// <summary>Who published or got the words, behind a verb of publishing: "a statement that X published", "of which X got a copy".</summary>
    public Phrase? Publisher(int verb, int limit)
    {
        for (var i = verb + 1; i < limit && i <= verb + FarthestPublished; i++)
        {
            if (words[i].Is(WordClass.Quantity) && SomeOf(i, limit) is { } some) return some;
            if (quotes.Opens(i) ? words[i - 1].Is(WordClass.Publish | WordClass.Time | WordClass.Adverb) || words[i + 1].Is(WordClass.Medium) : words[i].IsNominal)
                if (Named(i, limit) is { } medium) return medium;
        }

        return null;
    }

    /// <summary>The programme or station that has somebody for its guest: 'the guest of "X"', "the guest of the programme X".</summary>
    public Phrase? Inviting(int guest, int limit)
    {
        if (quotes.Opens(guest + 1) || words[guest + 1].Is(WordClass.Medium)) return Named(guest + 1, limit) is { } named ? Alone(named) : null;
        return words[guest + 1].IsUnknown && words[guest + 2].Is(WordClass.Time | WordClass.Adverb) ? new Phrase(guest + 1, guest + 2, guest + 1, guest + 1, words[guest + 1]) : null;
    }

    // "some papers", "a number of the media".
    private Phrase? SomeOf(int host, int limit)
    {
        var at = words.Folded(host + 1) is ['\u0645', '\u0646'] ? host + 2 : host + 1;
        return words[at].Is(WordClass.Medium) && phrases.Read(at, limit, strict: true) is { IsEmpty: false } media ? media with { First = host } : null;
    }

    // "an official in the agency", "his visit to the agency": they work there or went there.
    private bool IsAffiliation(int host)
    {
        var before = words[host].Preposition == '\0' ? host - 2 : host - 1;
        if (words[before].Kind != TokenKind.Word || words[before].Is(WordClass.Interview)) return false;
        if (words[host].Preposition == '\0') return !words[host].Is(WordClass.Venue) && words[host - 1].Is(WordClass.Inner) && words[before].Is(WordClass.Person) && !words[before].IsName;
        if (words[host].Preposition != Lam) return false;
        return words[before].Is(WordClass.Venue) && !words[before].Is(WordClass.Adjective);
    }

    // "the canal of Suez" is written like a channel.
    private bool IsPlace(int host) => words[host] is { IsName: true, NameType: NameType.Location } || words[host].Is(WordClass.Medium) && words[host + 1] is { IsName: true, NameType: NameType.Location, Definite: true } place && place.NameEnd == host + 2 && words.Bare(host) is ['\u0642', '\u0646', '\u0627', '\u0647'];

    // A site or a programme is known by its name, a newspaper or an agency by its kind and name.
    private bool IsPlatform(int host) => words[host].Is(WordClass.Venue) || words.Bare(host) is [.., '\u0645', '\u0648', '\u0642', '\u0639'] or [.., '\u0645', '\u0648', '\u0627', '\u0642', '\u0639'];

    private Phrase? NameAlone(int host, Phrase phrase)
    {
        var end = phrase.End;
        if (quotes.Closes(end - 1)) return quotes.Around(end - 2) is var open and >= 0 ? phrase with { First = open + 1, End = end - 1 } : null;
        if (end - 1 > host && words[end - 1].Is(WordClass.Medium) && !words[end - 1].Definite) return phrase with { First = end - 1 };
        if (words[phrase.First].Is(WordClass.Venue)) return Programme(host, phrase);
        return quotes.Opens(end) && quotes.Close(end) - end <= LongestName ? phrase with { First = end + 1, End = quotes.Close(end) } : words[end].Is(WordClass.Medium) ? phrase with { First = end, End = end + 1 } : phrase.Definite && words[end - 1].Preposition == '\0' ? phrase : null;
    }

    // "his contribution to the programme Politica": its name in one word, or two that no lexicon knows.
    private Phrase? Programme(int host, Phrase phrase)
    {
        var at = words[host - 1].Is(WordClass.Prep) ? host - 2 : host - 1;
        while (words[at].Is(WordClass.Time | WordClass.Adverb | WordClass.Adjective) && !words[at].Is(WordClass.Interview)) at--;
        if (!words[at].Is(WordClass.Interview) || words[host + 1] is not { Kind: TokenKind.Word, Preposition: '\0' } name || name.Is(WordClass.Adjective | WordClass.Time | WordClass.PhraseEnd)) return null;
        return phrase with { First = host + 1, End = words[host + 2].IsUnknown && words.IsRare(host + 2) ? host + 3 : host + 2 };
    }

    /// <summary>The medium in the quotation or bracket that opens at <paramref name="open"/>: "to «X»", "(to X)".</summary>
    public Phrase? InMarks(int open, int close)
    {
        if (close <= open + 1 || close - open > LongestName + 1 || words[open + 1].Kind != TokenKind.Word) return null;
        var before = open > 0 && words[open - 1].Kind == TokenKind.Word;
        if (words[open + 1] is { IsName: true, NameType: NameType.Person }) return null;
        if (words[open + 1].Is(WordClass.Medium) || before && (IsBareTo(open - 1) && !IsTitle(open, close) || IsTalkWith(open - 1)) || (words.IsMark(open, '(') || before && words[open - 1].Is(WordClass.Interview)) && words[open + 1].Preposition == Lam && words[open + 1].Definite)
            return new Phrase(open + 1, close, open, open, default);
        return null;
    }

    // "to the correspondent of": his medium relays.
    private Phrase? Employer(int host, int limit)
    {
        if (host + 1 >= limit || words[host].HasPronoun) return null;
        if (quotes.Opens(host + 1) && quotes.Close(host + 1) < limit) return new Phrase(host + 2, quotes.Close(host + 1), host + 2, host + 2, default);
        if (!words[host + 1].IsNominal || phrases.Read(host + 1, limit, strict: true) is not { IsEmpty: false } found) return null;
        return StationEnd(host + 1, limit) is var end and > 0 ? found with { End = end } : found;
    }

    // 'the coordinator of "X", so-and-so'.
    private bool IsTitle(int open, int close) => words[close + 1] is { IsName: true, NameType: NameType.Person } && words[open - 2].Is(WordClass.Person | WordClass.Adjective);

    // "in a talk with «X»", "in statements to «X»", "in a call with «X»".
    private bool IsTalkWith(int token) =>
        words.Folded(token) is [Beh] or ['\u0645', '\u0639'] or ['\u0627', '\u0644', '\u064A'] && (words[token - 1].Is(WordClass.Interview) || words[token - 1].Is(WordClass.Adjective) && words[token - 2].Is(WordClass.Interview));

    private bool IsBareTo(int token) => words.Folded(token) is [Lam] or ['\u0648', Lam];

    // The word that media alone bear, somewhere behind the first: "... FM", "... news", "... press"; in quotation marks or not.
    private int StationEnd(int host, int limit)
    {
        if (words[host].Is(WordClass.Venue | WordClass.Interview) && !words[host].Is(WordClass.Medium)) return 0;
        for (var i = host + 1; i < limit && i <= host + LongestName; i++)
        {
            if (words[i].Is(WordClass.Station) && quotes.Around(i) is var open && open > host) return quotes.Close(open) + 1 <= limit ? quotes.Close(open) + 1 : 0;
            if (words[i].Is(WordClass.Station)) return i + 1 < limit && (words[i + 1].Is(WordClass.Station) || words.Folded(i + 1).SequenceEqual("\u0627\u0645")) ? AfterMark(i + 2, limit) : AfterMark(i + 1, limit);
            if (words[i].Kind == TokenKind.Word ? words[i].Preposition != '\0' || words[i].Is(WordClass.That | WordClass.Prep) : !quotes.Opens(i)) return 0;
        }

        return 0;
    }

    private int AfterMark(int token, int limit) => token < limit && quotes.Closes(token) ? token + 1 : token;

    // Behind "statement", "interview", "call", with an adjective between or not.
    private bool IsGivenTo(int host)
    {
        var at = host - 1;
        if (at >= 0 && words[host].Preposition == '\0') at--;
        while (at >= 0 && words[at].Kind == TokenKind.Word && words[at].Is(WordClass.Adjective) && !words[at].Is(WordClass.Interview)) at--;
        return at >= 0 && words[at].Is(WordClass.Interview) && words[host].Preposition is Lam or Beh;
    }

    private bool MayBeMedium(int host) =>
        words[host] is { NameType: not NameType.Location } word && !(word.IsName && word.NameType == NameType.Person)
        && !word.Is(WordClass.Audience | WordClass.Venue | WordClass.Time | WordClass.Person | WordClass.Body | WordClass.Group | WordClass.Document | WordClass.Prep) && (word.Definite || word.IsName);
}
