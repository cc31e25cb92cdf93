using Marsad.Language.Text;
using Marsad.Language.Tokens;

namespace Marsad.Language.Statements;

/// <summary>Everybody who has spoken so far, or was introduced: joins short names and descriptions to the speaker met before.</summary>
internal sealed partial class KnownSpeakers(Words words, PhraseReader phrases, IReadOnlyList<Name> names)
{
    private const int MostRemembered = 64; // an article has seldom more than a dozen; a book must not become slow
    private const int MostIntroduced = 200;
    private const int FarthestMention = 250;
    private const int LongDescription = 4;
    private const string Beloved = "\u0645\u0641\u062F\u064A"; // epithets of kings and of the dead tell nobody apart
    private const string Late = "\u0631\u0627\u062D\u0644";

    private readonly List<Speaker> _speakers = [];
    private List<Speaker>? _introduced;

    /// <summary>The speaker that a phrase names or describes at this place.</summary>
    public Speaker? Named(Draft draft, Phrase subject)
    {
        var isText = subject.Head.Is(WordClass.Document);
        if (Issued(WithoutSame(subject)) is { IsEmpty: false } issued) subject = issued;
        isText &= !subject.Head.Is(WordClass.Document);
        var (name, role) = Split(draft, subject);
        if (name.Length <= 0) return null; // a phrase that a mark or its own preposition left empty
        var speaker = Known(name, subject, draft) ?? NamedLater(name, subject) ?? New(name, subject);
        Learn(speaker, name, role, subject, draft);
        speaker.IsIssuer |= isText;
        speaker.IsOffice = speaker.Name < 0 && subject is { HasName: false, Definite: true, Head: { Plural: false } } && subject.Head.Is(WordClass.Person) && !subject.Head.Is(WordClass.Document) && subject.End - subject.First > 1;
        return speaker;
    }

    /// <summary>Whether a description is of somebody who has spoken.</summary>
    public bool Has(Phrase subject)
    {
        var folded = Fold(words.Cover(subject.First, subject.End));
        return _speakers.Exists(speaker => folded.IsSubsetOf(speaker.NameWords) || Describes([.. folded], subject, speaker));
    }

    // "announced the head of the union that ... So-and-so said": the name, first met here and without a calling of its own, is that of the official who spoke just before.
    private Speaker? NamedLater(Span name, Phrase subject)
    {
        if (!subject.IsOnlyName || words[subject.First] is not { IsName: true, NameType: NameType.Person, Name: >= 0 } first || names[first.Name].Mentions[0].Start < words.Document.Tokens[subject.First].Start) return null;
        if (_speakers.Count == 0 || _speakers[^1] is not { Name: < 0, IsOffice: true } official || Introduced().Exists(introduced => introduced.Name == first.Name)) return null;
        (official.Role, official.Text) = (official.Text, name.In(words.Text));
        return official;
    }

    // "the same survey" is the survey.
    private Phrase WithoutSame(Phrase subject) =>
        subject.End - subject.First > 1 && words.Bare(subject.First) is ['\u0646', '\u0641', '\u0633'] or ['\u0630', '\u0627', '\u062A'] ? subject with { First = subject.First + 1, Head = words[subject.First + 1] } : subject;

    // "a statement issued by the presidency": who issued it speaks.
    private Phrase Issued(Phrase subject)
    {
        if (subject is { HasName: false, Head: { Definite: false, HasPronoun: false } } && subject.Head.Is(WordClass.Document))
        {
            if (Publisher(subject) is { } publisher) return publisher;
            var of = subject.First + 1;
            while (of + 1 < subject.End && words[of] is { Definite: false, Preposition: '\0', IsName: false } quality && (quality.Is(WordClass.Adjective) || words.Bare(of)[^1] == '\u064A')) of++; // "a press release"
            if (subject.Head.Is(WordClass.Issued) && of < subject.End && IsIssuer(of)) return phrases.Read(of, subject.End, strict: false);
        }

        if (!subject.Head.Is(WordClass.Document) || subject.End + 2 >= words.Count || !words[subject.End].Is(WordClass.Relative)) return subject;
        var from = subject.End + 1;
        while (from + 1 < words.Count && words[from].Is(WordClass.Time | WordClass.TimeAdj)) from++;
        if (from + 1 >= words.Count || !words.Bare(from).SequenceEqual("\u0639\u0646")) return subject;
        var issuer = phrases.Read(from + 1, words.Count, strict: true);
        return issuer.IsEmpty ? subject : issuer;
    }

    // "a statement of the presidency", "of so-and-so".
    private bool IsIssuer(int token) => (words[token].Preposition == '\0' || words[token].Preposition == '\u0644' && (words[token].IsName || _speakers.Exists(body => !body.IsPerson && body.Name >= 0 && body.NameWords.Contains(Stem(token))))) && (words[token].IsName || words[token].Is(WordClass.Person | WordClass.Body | WordClass.Group) && (words[token].Definite || !words[token].Is(WordClass.Adjective)));

    // "a study that the university made": whoever made it speaks; a medium that published it relays.
    private Phrase? Publisher(Phrase subject)
    {
        if (subject.End + 1 >= words.Count || !words[subject.End].Is(WordClass.Publish)) return null;
        var maker = phrases.Read(subject.End + 1, words.Count, strict: true);
        return !maker.IsEmpty && maker.Head.Is(WordClass.Body | WordClass.Person) && !maker.Head.Is(WordClass.Medium) ? maker : null;
    }

    private Speaker? Known(Span name, Phrase subject, Draft draft)
    {
        var id = NameAt(subject, draft);
        var folded = Fold(name);
        for (var i = _speakers.Count - 1; i >= 0; i--)
            if (id >= 0 ? _speakers[i].Name == id : _speakers[i].NameWords.SetEquals(folded)) return _speakers[i];
        var definite = subject.Definite || subject.Head.Definite || subject.Head.Is(WordClass.Honorific);
        for (var i = _speakers.Count - 1; i >= 0; i--)
        {
            var speaker = _speakers[i];
            if (id >= 0 && speaker.Name >= 0 && !(definite && IsShortBody(folded, subject, speaker))) continue;
            if (subject.HasName ? IsShortOf(folded, speaker) : definite && Describes(folded, subject, speaker)) return speaker;
        }

        if (!subject.HasName && subject.Head.Definite && subject.End - subject.First == 1 && !subject.Head.Is(WordClass.Speaker | WordClass.Honorific) && _speakers.FindLast(body => !body.IsPerson && body.NameWords.Count > 1 && folded.IsSubsetOf(body.NameWords)) is { } shortened) return shortened;
        if (!subject.HasName && id < 0 && definite && Introduced().Find(speaker => Describes(folded, subject, speaker)) is { } introduced) return introduced;
        if (!subject.HasName && id < 0 && definite && IsStatement(subject)) return Issuer();
        if (!subject.HasName && id < 0 && subject.Head.Is(WordClass.Honorific) && _speakers.FindLast(speaker => speaker.IsPerson && speaker.NameWords.Contains(Stem(subject.End - 1))) is { } titled) return titled;
        if (!subject.HasName && id < 0 && subject.Head.Is(WordClass.Honorific) && subject.Head is { Definite: true, HasPronoun: false } && Titled(subject, folded) is { } king) return king;
        if (!subject.HasName && id < 0 && subject.Head.Definite && subject.End - subject.First == 1 && subject.Head.Is(WordClass.Person | WordClass.Group) && Mentioned(subject) is { } mentioned) return mentioned;
        if (!subject.HasName && id < 0 && (subject.Head.Definite && subject.Head.Is(WordClass.Anaphor) || IsGuest(subject)) && Latest() is { } latest) return latest;
        if (!subject.HasName && id < 0 && subject.Head.Definite && subject.End - subject.First == 1 && subject.Head.Is(WordClass.Document) && subject.Head.Is(WordClass.Person) && LatestSource() is { } source) return source;
        if (!subject.HasName && id < 0 && subject.Head.Is(WordClass.Honorific) && subject.Head.HasPronoun && NearestPerson(subject.First) is { } excellency) return excellency;
        if (id < 0 && IsFamily(subject) && _speakers.FindLast(person => person.IsPerson && person.Name >= 0 && folded.IsSubsetOf(person.NameWords)) is { } family) return family;
        if (!subject.HasName && id < 0 && IsNisba(subject) && _speakers.Count > 0 && _speakers[^1] is { IsPerson: true, Name: >= 0 } unionist) return unionist;
        return !subject.HasName && id < 0 && subject.Head.Definite && subject.End - subject.First == 1 && subject.Head.Is(WordClass.Body | WordClass.Medium) ? NamedBody(subject) : null;
    }

    // A definite word that no lexicon knows: a last name.
    private static bool IsFamily(Phrase subject) => subject.End - subject.First == 1 && subject.Head is { Definite: true, IsName: false, Class: WordClass.None };

    // "the unionist": an adjective that stands alone takes up the man who spoke last.
    private bool IsNisba(Phrase subject) => subject.Head is { Definite: true, IsName: false } && subject.End - subject.First == 1 && !subject.Head.Is(WordClass.Noun | WordClass.Body | WordClass.Group) && words.IsNisba(subject.First);

    // "his excellency": the person named last before.
    private Speaker? NearestPerson(int token)
    {
        if (_speakers.Count > 0 && _speakers[^1] is { IsPerson: true, Name: >= 0 } latest) return latest;
        var honour = words.Folded(token)[..^1].ToString();
        if (Introduced().FindLast(person => person.Descriptors.Contains(honour)) is { } titled) return titled;
        for (var i = token - 1; i >= 0 && i >= token - FarthestMention; i--)
            if (words[i] is { IsName: true, NameType: NameType.Person, Name: >= 0 } person) return OfName(person.Name);
        return null;
    }

    private string Canonical(int name) => words.Canonical(name, names[name].Canonical);

    private Speaker OfName(int name)
    {
        if (_speakers.Find(speaker => speaker.Name == name) is { } known) return known;
        var speaker = new Speaker(Canonical(name)) { Name = name, IsPerson = names[name].Type == NameType.Person };
        speaker.NameWords.UnionWith(Fold(Canonical(name)));
        return speaker;
    }

    // "the king", "the beloved king": the one person whom the article introduces with this title.
    private Speaker? Titled(Phrase subject, HashSet<string> folded)
    {
        if (folded.Count(word => word is not (Beloved or Late)) > 1) return null;
        var found = Introduced().FindAll(speaker => speaker.Descriptors.Contains(Stem(subject.First)));
        return found.Count > 0 && found.TrueForAll(speaker => speaker == found[0]) ? found[0] : null;
    }

    // "the guest of (the programme)": whoever spoke last.
    private bool IsGuest(Phrase subject) =>
        subject is { HasName: false, Head.Definite: false } && subject.Head.Is(WordClass.Anaphor) && (words[subject.First + 1].Is(WordClass.Medium) || words[subject.First + 1].Kind == TokenKind.Punctuation || words[subject.First + 1] is { IsName: true, NameType: NameType.Organization, Preposition: '\0' });

    // "the fan": a fan of the club, whom the text spoke of before without letting him speak.
    private Speaker? Mentioned(Phrase subject)
    {
        var head = Stem(subject.First);
        for (var i = subject.First - 2; i >= 0 && i >= subject.First - FarthestMention; i--)
        {
            if (!words[i].Is(WordClass.Person | WordClass.Group) || words[i].Definite || words[i].IsName || Stem(i) != head) continue;
            var phrase = phrases.Read(i, subject.First, strict: true);
            if (phrase.HasName || phrase.End - phrase.First < 2) return null;
            var speaker = New(words.Cover(phrase.First, phrase.End), phrase);
            speaker.NameWords.UnionWith(Fold(words.Cover(phrase.First, phrase.End)));
            Describe(speaker, phrase.First, phrase.End);
            return speaker;
        }

        return null;
    }

    // "the organisation": the last one named before whose name begins with that word.
    private Speaker? NamedBody(Phrase subject)
    {
        var (head, at) = (Stem(subject.First), words.Document.Tokens[subject.First].Start);
        var (best, latest) = (-1, -1);
        for (var n = 0; n < names.Count && n < MostIntroduced; n++)
        {
            if (names[n].Type != NameType.Organization || !BeginsWith(Folding.Fold(names[n].Canonical), head)) continue;
            var before = names[n].Mentions.TakeWhile(mention => mention.Start < at).Take(MostIntroduced).LastOrDefault();
            if (before.Length > 0 && before.Start > latest) (best, latest) = (n, before.Start);
        }

        return best < 0 ? null : OfName(best);
    }

    private static bool BeginsWith(string name, string head) => (name.StartsWith("\u0627\u0644", StringComparison.Ordinal) ? name.AsSpan(2) : name).StartsWith(head + " ");

    private static bool IsStatement(Phrase subject) => subject.Head.Is(WordClass.Document) && subject.Head.Is(WordClass.Venue) && subject.End - subject.First == 1;

    // "the statement said": whoever issued one, or spoke last, if that is a body.
    private Speaker? Issuer() => _speakers.FindLast(speaker => speaker.IsIssuer) ?? (_speakers.Count > 0 && !_speakers[^1].IsPerson ? _speakers[^1] : null);

    // "the source": whoever spoke last, if it is a person, or a body without a name.
    private Speaker? LatestSource() => _speakers.Count > 0 && (_speakers[^1].IsPerson || _speakers[^1].Name < 0) ? _speakers[^1] : null;

    // "the official": the person with name and role who spoke last.
    private Speaker? Latest() => _speakers.Count > 0 && _speakers[^1] is { IsPerson: true, Name: >= 0, Role: not null } latest ? latest : null;

    // "the Italian ministry" for "the Italian ministry of the interior".
    private bool IsShortBody(HashSet<string> folded, Phrase subject, Speaker speaker) => !subject.HasName && !speaker.IsPerson && subject.Head.Definite && folded.Count < speaker.NameWords.Count && folded.IsSubsetOf(speaker.NameWords) && speaker.Heads.Contains(HeadWord(subject));

    // "Price" for "Ned Price": all words of the shorter are in the longer, and at least the last one is.
    private static bool IsShortOf(HashSet<string> shorter, Speaker speaker) => speaker.IsPerson && speaker.NameWords.Count > 0 && (shorter.IsSubsetOf(speaker.NameWords) || speaker.NameWords.IsSubsetOf(shorter));

    private bool Describes(HashSet<string> folded, Phrase subject, Speaker speaker)
    {
        if (speaker.Descriptors.Count == 0 || folded.Count == 0) return false;
        var head = HeadWord(subject);
        if (folded.Count > 1) folded.RemoveWhere(word => word is Beloved or Late);
        return head.Length > 0 && speaker.Heads.Contains(head) && (folded.IsSubsetOf(speaker.Descriptors) || speaker.IsPerson && folded.Count >= LongDescription && folded.Count(speaker.Descriptors.Contains) >= folded.Count - 1 || speaker.IsPerson && subject.End - subject.First == 2 && words[subject.End - 1].Definite && words.Bare(subject.End - 1) is [.., '\u064A'] or [.., '\u064A', '\u0647'] || subject.End - subject.First > 1 && speaker.NameWords.IsSubsetOf(folded));
    }

    private string HeadWord(Phrase subject)
    {
        for (var i = subject.First; i < subject.End; i++)
            if (words[i].Kind == TokenKind.Word && !words[i].Is(WordClass.Quantity | WordClass.Demonstrative | WordClass.Inner) && (!words[i].Is(WordClass.Honorific) || words[i].Is(WordClass.Person) || subject.End - i == 1)) return Stem(i);
        return "";
    }

    /// <summary>Everybody whom the article introduces with title and name, speaking or not, so that "the minister" can be looked up.</summary>
    private List<Speaker> Introduced()
    {
        if (_introduced is not null) return _introduced;
        _introduced = [];
        for (var i = 0; i < words.Count && _introduced.Count < MostIntroduced; i++)
        {
            if (words[i] is { IsName: true, NameType: NameType.Person, Name: >= 0 }) IntroduceBehind(i);
            if (!words[i].Is(WordClass.Person | WordClass.Honorific) || words[i].IsName) continue;
            var phrase = phrases.Read(i, words.Count, strict: true);
            if (Set(phrase) is { } apart) phrase = apart;
            if (!phrase.HasName || phrase.NameFirst == phrase.First || !words[phrase.NameFirst].IsName || words[phrase.NameFirst].Name < 0) continue;
            _introduced.Add(Introduce(phrase, phrase with { End = words[phrase.NameFirst - 1].Kind == TokenKind.Punctuation ? phrase.NameFirst - 1 : phrase.NameFirst }));
            i = phrase.End - 1;
        }

        return _introduced;
    }

    // "so-and-so, the prime minister": the description behind the name.
    private void IntroduceBehind(int token)
    {
        var first = words[token].NameEnd + 1;
        if (words[first - 1].Mark is not ('\u060C' or ',') || words[first] is not { IsName: false, And: false, Preposition: '\0' } word || !word.Is(WordClass.Person)) return;
        var role = phrases.Read(first, words.Count, strict: true);
        if (role.HasName || role.End - role.First < 2 || !role.Definite && words[role.End].Mark is not ('\u060C' or ',')) return;
        _introduced!.Add(Introduce(role with { NameFirst = token, NameEnd = words[token].NameEnd }, role));
    }

    // "the first delegate, so-and-so,": the name between pauses.
    private Phrase? Set(Phrase phrase)
    {
        if (phrase.HasName || !phrase.Definite || !phrase.IsPerson || words[phrase.End].Mark is not ('\u060C' or ',')) return null;
        var first = phrase.End + 1;
        if (words[first] is not { IsName: true, NameType: NameType.Person, Preposition: '\0', And: false } name) return null;
        return words[name.NameEnd].Mark is '\u060C' or ',' or '.' || words[name.NameEnd].Is(WordClass.Auxiliary | WordClass.That) ? phrase with { NameFirst = first, NameEnd = name.NameEnd, End = name.NameEnd } : null;
    }

    private Speaker Introduce(Phrase phrase, Phrase role)
    {
        var id = words[phrase.NameFirst].Name;
        var name = words.Cover(phrase.NameFirst, phrase.NameEnd);
        var speaker = _speakers.Find(known => known.Name == id) ?? _introduced!.Find(known => known.Name == id)
            ?? new Speaker(Canonical(id).Length > name.Length ? Canonical(id) : name.In(words.Text)) { Name = id, IsPerson = true };
        speaker.NameWords.UnionWith(Fold(name));
        if (role.Head.Is(WordClass.Person) && Calling(role.First, role.End, words) is { Length: > 0 } calling) speaker.Role ??= calling.In(words.Text);
        Describe(speaker, role.First, role.End);
        if (phrase.HasName && phrase.NameEnd < phrase.End) Describe(speaker, phrase.NameEnd, phrase.End);
        return speaker;
    }

    private int NameAt(Phrase subject, Draft draft)
    {
        var first = subject.HasName ? subject.NameFirst : draft.Apposition is { HasName: true } named && subject.IsPerson ? named.NameFirst : subject.First;
        if (IsJoint(subject)) return -1;
        return words[first].IsName && (subject.HasName || words[first].NameType != NameType.Location || subject.End == words[first].NameEnd) ? words[first].Name : -1;
    }

    // "the observatory and a commander": neither of them alone.
    private bool IsJoint(Phrase subject)
    {
        for (var i = subject.First + 1; i < subject.End; i++)
            if (words[i].And && (i >= words[subject.First].NameEnd || !words[subject.First].IsName)) return words[subject.First].IsName;
        return false;
    }

    private Speaker New(Span name, Phrase subject)
    {
        var speaker = new Speaker(name.In(words.Text)) { IsPerson = subject.IsPerson, Plural = subject.Head.Plural, Gender = subject.Head.Is(WordClass.Group) ? Gender.Unknown : subject.Head.Gender };
        _speakers.Add(speaker);
        return speaker;
    }

    private void Learn(Speaker speaker, Span name, Span role, Phrase subject, Draft draft)
    {
        _speakers.Remove(speaker);
        _speakers.Add(speaker); // the latest speaker stands last
        if (_speakers.Count > MostRemembered) _speakers.RemoveAt(0);
        var id = NameAt(subject, draft);
        if (id >= 0 && speaker.Name < 0) speaker.Name = id;
        var folded = Fold(name);
        if (folded.Count > speaker.NameWords.Count && (speaker.NameWords.Count == 0 || speaker.NameWords.IsSubsetOf(folded)) && (subject.HasName || speaker.Name < 0)) speaker.Text = name.In(words.Text);
        if (subject.HasName || speaker.NameWords.Count == 0 || speaker.NameWords.IsSubsetOf(folded)) speaker.NameWords.UnionWith(folded);
        if (speaker.Name >= 0) speaker.Text = Fullest(speaker, Canonical(speaker.Name));
        if (!subject.HasName) Describe(speaker, subject.First, subject.End);
        if (role.Length > 0 && (speaker.Role is null || speaker.Role.Length < role.Length)) speaker.Role = role.In(words.Text);
        if (subject.HasName) Describe(speaker, subject.First, subject.NameFirst);
        if (subject.HasName) Describe(speaker, subject.NameEnd, subject.End);
        if (draft.Apposition is { } apposition) Describe(speaker, apposition.First, apposition.End);
        if (draft is { Source: SpeakerSource.Behind, IsAttribution: false, Form.Gender: not Gender.Unknown } && (speaker.Gender == Gender.Unknown || speaker.IsPerson)) speaker.Gender = draft.Form.Gender;
        if (draft.Form.Plural) speaker.Plural = true;
        if (speaker is { Role: null, Name: >= 0, IsPerson: true }) speaker.Role = Introduced().Find(introduced => introduced.Name == speaker.Name)?.Role;
    }

    private static string Fullest(Speaker speaker, string canonical) => canonical.Length >= speaker.Text.Length ? canonical : speaker.Text;

    private void Describe(Speaker speaker, int first, int end)
    {
        var head = true;
        for (var i = first; i < end; i++)
        {
            if (words[i].Kind != TokenKind.Word || words[i].Is(WordClass.Inner | WordClass.Prep)) continue;
            speaker.Descriptors.Add(Stem(i));
            if (head && !words[i].Is(WordClass.Quantity)) speaker.Heads.Add(Stem(i));
            head = words[i].Is(WordClass.Quantity) || i + 1 < end && words[i + 1] is { And: true } other && other.Is(WordClass.Person) || words[i].Is(WordClass.Honorific) && !words[i].Is(WordClass.Person);
        }
    }

    private string Stem(int token)
    {
        var bare = words.Bare(token);
        if (bare.StartsWith("\u0627\u0644\u0627\u0645\u064A\u0631\u0643")) return "\u0627\u0645\u0631\u064A\u0643" + bare[7..].ToString();
        if (bare.Length > 4 && bare.StartsWith("\u0627\u0644")) bare = bare[2..];
        else if (bare.Length > 3 && words[token].Preposition == '\u0644' && bare[0] == '\u0644') bare = bare[1..];
        return bare.SequenceEqual("\u0645\u0635\u0627\u062F\u0631") ? "\u0645\u0635\u062F\u0631" : bare.ToString(); // sources, source: newsrooms go from one to the other
    }

    private static HashSet<string> Fold(ReadOnlySpan<char> text)
    {
        var found = new HashSet<string>();
        foreach (var range in text.SplitAny(" \n\u060C,\"\u00AB\u00BB\u201C\u201D()"))
        {
            var word = Folding.Fold(text[range]);
            if (word.Length > 5 && word.StartsWith("\u0648\u0627\u0644", StringComparison.Ordinal)) word = word[1..]; // "the minister of industry and trade" is that of trade, too
            if (word.Length > 4 && (word.StartsWith("\u0627\u0644", StringComparison.Ordinal) || word.StartsWith("\u0644\u0644", StringComparison.Ordinal))) word = word[2..];
            if (word.StartsWith("\u0627\u0645\u064A\u0631\u0643", StringComparison.Ordinal)) word = "\u0627\u0645\u0631\u064A\u0643" + word[5..];
            if (word == "\u0645\u0635\u0627\u062F\u0631") word = "\u0645\u0635\u062F\u0631";
            if (word.Length > 1) found.Add(word);
        }

        return found;
    }

    private HashSet<string> Fold(Span span) => Fold(span.Of(words.Text));
}
