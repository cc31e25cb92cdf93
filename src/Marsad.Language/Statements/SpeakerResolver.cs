using Marsad.Language.Text;
using Marsad.Language.Tokens;

namespace Marsad.Language.Statements;

/// <summary>
/// Gives every statement its speaker: joins short names and descriptions to the speaker met before, and finds who speaks where the verb hides it.
/// A wrong speaker is worse than a missing one, so agreement in gender and number is asked for, and nothing far away is taken.
/// </summary>
internal sealed class SpeakerResolver(Words words, PhraseReader phrases, IReadOnlyList<Name> names)
{
    private const int FarthestBack = 6;

    private readonly List<Speaker> _speakers = [];

    public void Resolve(List<Draft> drafts)
    {
        for (var i = 0; i < drafts.Count; i++)
        {
            var draft = drafts[i];
            draft.Speaker = draft.Subject is { } subject ? Named(draft, subject) : Hidden(drafts, i);
        }
    }

    // ---- named here ---------------------------------------------------------------------------------------------------------------

    private Speaker? Named(Draft draft, Phrase subject)
    {
        var (name, role) = Split(draft, subject);
        if (name.Length == 0) return null;
        var speaker = Known(name, subject, draft) ?? New(name, subject);
        Learn(speaker, name, role, subject, draft);
        return speaker;
    }

    /// <summary>What names the speaker at this place, and the role beside it.</summary>
    private static (Span Name, Span Role) Split(Draft draft, Phrase subject, Words words)
    {
        if (subject.HasName) return (words.Cover(subject.NameFirst, subject.NameEnd), RoleBeside(subject, draft.Apposition, words));
        if (draft.Apposition is { HasName: true } named && subject.IsPerson) return (words.Cover(named.NameFirst, named.NameEnd), words.Cover(subject.First, subject.End));
        if (draft.Apposition is { IsEmpty: false } role && role.Head.Is(WordClass.Person)) return (words.Cover(subject.First, subject.End), words.Cover(role.First, role.End));
        return (words.Cover(subject.First, subject.End), default);
    }

    private (Span Name, Span Role) Split(Draft draft, Phrase subject) => Split(draft, subject, words);

    private static Span RoleBeside(Phrase subject, Phrase? apposition, Words words)
    {
        var first = subject.First;
        while (first < subject.NameFirst && words[first].Is(WordClass.Honorific) && !words[first].Is(WordClass.Person)) first++;
        if (first < subject.NameFirst) return words.Cover(first, subject.NameFirst);
        if (subject.NameEnd < subject.End) return words.Cover(subject.NameEnd, subject.End);
        return apposition is { IsEmpty: false, HasName: false } role ? words.Cover(role.First, role.End) : default;
    }

    private Speaker? Known(Span name, Phrase subject, Draft draft)
    {
        var id = NameAt(subject, draft);
        var folded = Fold(name);
        for (var i = _speakers.Count - 1; i >= 0; i--)
            if (id >= 0 ? _speakers[i].Name == id : _speakers[i].NameWords.SetEquals(folded)) return _speakers[i];
        var definite = subject.Head.Definite || subject.Head.Is(WordClass.Honorific);
        for (var i = _speakers.Count - 1; i >= 0; i--)
        {
            var speaker = _speakers[i];
            if (id >= 0 && speaker.Name >= 0) continue;
            if (subject.HasName ? IsShortOf(folded, speaker) : definite && Describes(folded, subject, speaker)) return speaker;
        }

        return !subject.HasName && id < 0 && definite && subject.Head.Is(WordClass.Document) && subject.End - subject.First == 1 ? Issuer() : null;
    }

    // "the statement said": whoever issued it spoke last, if that is a body.
    private Speaker? Issuer() => _speakers.Count > 0 ? _speakers[^1] : null;

    // "Price" for "Ned Price": all words of the shorter are in the longer, and at least the last one is.
    private static bool IsShortOf(HashSet<string> shorter, Speaker speaker) => speaker.IsPerson && (shorter.IsSubsetOf(speaker.NameWords) || speaker.NameWords.IsSubsetOf(shorter));

    private bool Describes(HashSet<string> folded, Phrase subject, Speaker speaker)
    {
        if (speaker.Descriptors.Count == 0 || folded.Count == 0) return false;
        var head = HeadWord(subject);
        return head.Length > 0 && speaker.Descriptors.Contains(head) && folded.IsSubsetOf(speaker.Descriptors);
    }

    private string HeadWord(Phrase subject)
    {
        for (var i = subject.First; i < subject.End; i++)
            if (words[i].Kind == TokenKind.Word && !words[i].Is(WordClass.Quantity | WordClass.Demonstrative | WordClass.Inner)) return Stem(i);
        return "";
    }

    private int NameAt(Phrase subject, Draft draft)
    {
        var first = subject.HasName ? subject.NameFirst : draft.Apposition is { HasName: true } named && subject.IsPerson ? named.NameFirst : subject.First;
        return words[first].IsName && (subject.HasName || words[first].NameType != NameType.Location || subject.End == words[first].NameEnd) ? words[first].Name : -1;
    }

    private Speaker New(Span name, Phrase subject)
    {
        var speaker = new Speaker(name.In(words.Text)) { IsPerson = subject.IsPerson, Plural = subject.Head.Plural };
        _speakers.Add(speaker);
        return speaker;
    }

    private void Learn(Speaker speaker, Span name, Span role, Phrase subject, Draft draft)
    {
        _speakers.Remove(speaker);
        _speakers.Add(speaker); // the latest speaker stands last
        var id = NameAt(subject, draft);
        if (id >= 0 && speaker.Name < 0) speaker.Name = id;
        var folded = Fold(name);
        if (folded.Count > speaker.NameWords.Count && (speaker.NameWords.Count == 0 || speaker.NameWords.IsSubsetOf(folded))) speaker.Text = name.In(words.Text);
        if (subject.HasName || speaker.NameWords.Count == 0) speaker.NameWords.UnionWith(folded);
        if (speaker.Name >= 0) speaker.Text = Fullest(speaker, names[speaker.Name].Canonical);
        if (!subject.HasName) Describe(speaker, subject.First, subject.End);
        if (role.Length > 0 && (speaker.Role is null || speaker.Role.Length < role.Length)) speaker.Role = role.In(words.Text);
        if (subject.HasName) Describe(speaker, subject.First, subject.NameFirst);
        if (subject.HasName) Describe(speaker, subject.NameEnd, subject.End);
        if (draft.Apposition is { } apposition) Describe(speaker, apposition.First, apposition.End);
        if (draft is { Source: SpeakerSource.Behind, IsAttribution: false } && speaker.Gender == Gender.Unknown) speaker.Gender = draft.Form.Gender;
        if (draft.Form.Plural) speaker.Plural = true;
    }

    private static string Fullest(Speaker speaker, string canonical) => canonical.Length >= speaker.Text.Length || speaker.IsPerson ? canonical : speaker.Text;

    private void Describe(Speaker speaker, int first, int end)
    {
        for (var i = first; i < end; i++)
            if (words[i].Kind == TokenKind.Word && !words[i].Is(WordClass.Inner | WordClass.Prep)) speaker.Descriptors.Add(Stem(i));
    }

    private string Stem(int token)
    {
        var bare = words.Bare(token);
        if (bare.Length > 4 && bare.StartsWith("\u0627\u0644")) bare = bare[2..];
        else if (bare.Length > 3 && words[token].Preposition == '\u0644' && bare[0] == '\u0644') bare = bare[1..];
        return bare.ToString();
    }

    private static HashSet<string> Fold(ReadOnlySpan<char> text)
    {
        var found = new HashSet<string>();
        foreach (var range in text.SplitAny(" \n\u060C,\"\u00AB\u00BB\u201C\u201D()"))
        {
            var word = Folding.Fold(text[range]);
            if (word.Length > 4 && word.StartsWith("\u0627\u0644", StringComparison.Ordinal)) word = word[2..];
            if (word.Length > 1) found.Add(word);
        }

        return found;
    }

    private HashSet<string> Fold(Span span) => Fold(span.Of(words.Text));

    // ---- hidden in the verb -------------------------------------------------------------------------------------------------------

    private Speaker? Hidden(List<Draft> drafts, int index)
    {
        var draft = drafts[index];
        var before = draft.Source == SpeakerSource.Circumstance ? InSentence(drafts, index) : null;
        if (before is not null) return before;
        if (draft.Source == SpeakerSource.Circumstance) return Topic(draft) ?? Back(drafts, index);
        return Back(drafts, index) ?? Topic(draft);
    }

    // A participle hangs on the nearest clause of its sentence whose speaker it agrees with.
    private static Speaker? InSentence(List<Draft> drafts, int index)
    {
        var draft = drafts[index];
        for (var i = index - 1; i >= 0 && drafts[i].Sentence == draft.Sentence; i--)
            if (drafts[i].Speaker is { } speaker && !drafts[i].IsAttribution && Agrees(draft.Form, speaker) && !Holds(drafts[i], draft)) return speaker;
        return null;
    }

    private static bool Holds(Draft inner, Draft draft) => inner.Within is { } outer && outer.End <= draft.Cue && outer.First <= inner.Cue && inner.Source != SpeakerSource.Circumstance;

    private static Speaker? Back(List<Draft> drafts, int index)
    {
        var draft = drafts[index];
        for (var i = index - 1; i >= 0 && i >= index - FarthestBack; i--)
        {
            if (drafts[i].Speaker is not { } speaker) continue;
            if (drafts[i].Within is not null && drafts[i].Within != draft.Within) continue;
            if (drafts[i].IsAttribution && draft.Sentence != drafts[i].Sentence + 1) continue;
            if (Agrees(draft.Form, speaker)) return speaker;
        }

        return null;
    }

    private static bool Agrees(CueForm form, Speaker speaker)
    {
        if (form.Gender != Gender.Unknown && speaker.Gender != Gender.Unknown && form.Gender != speaker.Gender) return false;
        return !form.Plural || speaker.Plural || !speaker.IsPerson;
    }

    // The subject of the sentence's first verb: "the protesters waved flags, demanding ...", "the king received the envoy and stressed ...".
    private Speaker? Topic(Draft draft)
    {
        var at = draft.SentenceFirst;
        while (at < draft.Cue && (words[at].Kind != TokenKind.Word || words[at].Is(WordClass.Time | WordClass.Adverb | WordClass.Clause | WordClass.Auxiliary))) at++;
        if (at + 1 >= draft.Cue) return null;
        if (!words[at].IsName && !words[at].Definite && !words[at].Is(WordClass.Speaker | WordClass.Honorific)) at++;
        if (!words[at].IsNominal) return null;
        var phrase = phrases.Read(at, draft.Cue, strict: true);
        if (phrase.IsEmpty || !phrase.HasName && !phrase.Head.Is(WordClass.Speaker)) return null;
        var subject = new Draft(draft.Form, at, default) { Subject = phrase };
        return Named(subject, phrase);
    }
}
