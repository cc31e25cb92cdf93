namespace Marsad.Language.Statements;

/// <summary>
/// Gives every statement its speaker: joins short names and descriptions to the speaker met before, and finds who speaks where the verb hides it.
/// A wrong speaker is worse than a missing one, so agreement in gender and number is asked for, and nothing far away is taken.
/// </summary>
internal sealed class SpeakerResolver(Words words, KnownSpeakers known, TopicFinder topics)
{
    private const int FarthestBack = 6;
    private const int ShortestClause = 5;

    public void Resolve(List<Draft> drafts)
    {
        for (var i = 0; i < drafts.Count; i++)
        {
            var draft = drafts[i];
            if (draft.Subject is { } subject) Speak(drafts, i, subject);
            else if ((draft.Speaker = Hidden(drafts, i)) is null && draft.Form.Cue.Has(Frames.Transitive) && draft.Form.Tense != CueTense.Participle) TakeAddressee(draft);
        }
    }

    private void Speak(List<Draft> drafts, int index, Phrase subject)
    {
        var draft = drafts[index];
        if (IsAsked(draft, subject) && !known.Has(subject) && (draft.Speaker = Hidden(drafts, index)) is not null)
        {
            (draft.Subject, draft.Addressee, draft.Source) = (null, subject, SpeakerSource.Elided);
            return;
        }

        if (IsSame(subject) && Follow(draft, Latest(drafts, index), Confidence.Before) is { } same) draft.Speaker = same;
        if (draft.Speaker is not null || IsLatter(subject) && (draft.Speaker = Hidden(drafts, index)) is not null) return;
        (draft.Speaker, draft.Trust) = (known.Named(draft, subject), Confidence.OfNamed(words, draft, subject));
    }

    // "and he called on the parties to", "and he demanded of the state to": where somebody speaks already, a body new to the article that is no person and has no name is asked, and does not ask.
    private bool IsAsked(Draft draft, Phrase subject) =>
        draft is { And: true, Source: SpeakerSource.Behind, IsAttribution: false, Addressee: null, Opener: Opener.Preposition } && draft.Form.Cue.Has(Frames.Addressee) && draft.Form.Tense == CueTense.Past
        && subject is { HasName: false, Head: { Definite: true, IsName: false } } && !subject.Head.Is(WordClass.Person | WordClass.Honorific | WordClass.Medium | WordClass.Document) && !words[subject.First].Is(WordClass.Quantity)
        && !(subject.Head.Plural && words.Folded(subject.First)[^1] == '\u0646');

    // A lone noun phrase was taken for the object; where nobody can be the subject, it was the subject after all.
    private void TakeAddressee(Draft draft)
    {
        if (draft.Addressee is not { } subject) return;
        draft.Addressee = null;
        draft.Subject = subject;
        (draft.Speaker, draft.Trust) = (known.Named(draft, subject), Confidence.Topic);
    }

    // "the latter", "the same source", "his excellency": whoever spoke last.
    private bool IsLatter(Phrase subject) => IsSame(subject) || IsExcellency(subject) || subject.End - subject.First <= 2 && words.Bare(subject.End - 1).StartsWith("\u0627\u0644\u0627\u062E\u064A\u0631");

    // A calling or source that says "the same" and nothing else of itself.
    private bool IsSame(Phrase subject)
    {
        var length = subject.End - subject.First;
        if (length == 2 && words.Bare(subject.First) is ['\u0646', '\u0641', '\u0633'] or ['\u0630', '\u0627', '\u062A']) return IsSource(words[subject.First + 1]);
        return length == 1 && IsSource(subject.Head) && subject.Head.Definite && (words[subject.End].Is(WordClass.Adverb) && words.EndsInPronoun(subject.End) || words.Bare(subject.First - 1) is ['\u0646', '\u0641', '\u0633'] or ['\u0630', '\u0627', '\u062A']);
    }

    // Whoever spoke last by himself, a man or a body.
    private static Draft? Latest(List<Draft> drafts, int index)
    {
        for (var i = index - 1; i >= 0 && i >= index - FarthestBack; i--)
            if (drafts[i] is { Speaker: not null, Within: null }) return drafts[i];
        return null;
    }

    private static bool IsSource(Word head) => head.Is(WordClass.Anaphor) || head.Is(WordClass.Document) && head.Is(WordClass.Person | WordClass.Group);

    private static bool IsExcellency(Phrase subject) => subject.End - subject.First == 1 && subject.Head.Is(WordClass.Honorific) && subject.Head.HasPronoun;

    // ---- hidden in the verb -------------------------------------------------------------------------------------------------------

    private Speaker? Hidden(List<Draft> drafts, int index)
    {
        var draft = drafts[index];
        if (draft is { Source: SpeakerSource.Elided, ThatHasPronoun: false, Opener: Opener.Object or Opener.Preposition } && words[draft.Cue - 1].Is(WordClass.Relative)) return null; // "the effort that calls for": what is not said to speak does not
        var inSentence = draft.Source == SpeakerSource.Circumstance;
        return inSentence
            ? Follow(draft, InSentence(drafts, index), Confidence.SameSentence) ?? FromTopic(drafts, index) ?? Follow(draft, Back(drafts, index), Confidence.FarBack) ?? Follow(draft, Nearest(drafts, index), Confidence.Disagreeing)
            : FromCarrier(drafts, index) ?? FromClause(drafts, index) ?? FromBetween(drafts, index) ?? Follow(draft, Back(drafts, index), Confidence.Before) ?? FromTopic(drafts, index) ?? FromSentenceBefore(drafts, index);
    }

    // The speaker of another statement, as sure as that one was.
    private static Speaker? Follow(Draft draft, Draft? other, double factor)
    {
        if (other is null) return null;
        draft.Trust = other.Trust * factor * (draft.Sentence - other.Sentence > 2 ? Confidence.FarBack : 1);
        return other.Speaker;
    }

    private Speaker? FromTopic(List<Draft> drafts, int index)
    {
        var draft = drafts[index];
        if (BeginsInside(drafts, index)) return null;
        draft.Trust = Confidence.Topic;
        if (draft.Source == SpeakerSource.Elided && words[draft.Cue - 1].Is(WordClass.Clause) && topics.Find(draft.SentenceFirst, draft.Cue) is { HasName: false } paper && paper.Head.Is(WordClass.Document) && !paper.Head.Is(WordClass.Person)) return null; // "the decision followed a proposal of so-and-so, where he said"
        return Topic(draft, draft.SentenceFirst, draft.Cue);
    }

    // The quotation before holds more than a sentence, so that what looks like the beginning of a sentence is quoted.
    private static bool BeginsInside(List<Draft> drafts, int index) => index > 0 && drafts[index - 1].Sentence < drafts[index].Sentence && drafts[index - 1].End > drafts[index].SentenceFirst;

    // "so-and-so clung to his position, and said": the first cue of a sentence goes on with the clause before it.
    private Speaker? FromClause(List<Draft> drafts, int index)
    {
        var draft = drafts[index];
        if (!draft.And || draft.Cue - draft.SentenceFirst < ShortestClause || index > 0 && drafts[index - 1].End > draft.SentenceFirst) return null;
        if (topics.Find(draft.SentenceFirst, draft.Cue) is not { } phrase || phrase.Head.Is(WordClass.Document | WordClass.Medium) && !phrase.HasName || IsLatter(phrase)) return null;
        draft.Trust = Confidence.Topic;
        return Agreeing(draft.Form, draft.SentenceFirst, phrase);
    }

    // "gave a speech in which he said": whoever the sentence is about.
    private Speaker? FromCarrier(List<Draft> drafts, int index) => drafts[index].HasCarrier ? FromTopic(drafts, index) : null;

    // Between the last statement and this one a sentence was about another person, with title and name: he goes on.
    private Speaker? FromBetween(List<Draft> drafts, int index)
    {
        var draft = drafts[index];
        if (index == 0 || draft.Form.Plural || drafts[index - 1].Sentence >= draft.Sentence - 1) return null;
        var between = words.Document.Sentences[draft.Sentence - 1];
        if (topics.Find(between.First, between.End) is not { HasName: true } phrase || phrase.NameFirst == phrase.First && words[phrase.End].Mark is not ('\u060C' or ',') || !words[phrase.NameFirst].IsName) return null;
        draft.Trust = Confidence.Topic;
        return Agreeing(draft.Form, between.First, phrase);
    }

    // Nobody has spoken yet: the named person whom the sentence before was about.
    private Speaker? FromSentenceBefore(List<Draft> drafts, int index)
    {
        var draft = drafts[index];
        if (draft.Sentence == 0 || BeginsInside(drafts, index)) return null;
        var before = words.Document.Sentences[draft.Sentence - 1];
        if (topics.Find(before.First, before.End) is not { } phrase || !(phrase.HasName && words[phrase.NameFirst].IsName || phrase.Definite && phrase.Head.Is(WordClass.Body) && !phrase.Head.Is(WordClass.Medium) && index == 0) || IsByline(phrase)) return null;
        draft.Trust = Confidence.Topic;
        return Agreeing(draft.Form, before.First, phrase);
    }

    // "so-and-so - Riyadh" above the text.
    private bool IsByline(Phrase phrase) => phrase.First == words.Document.Sentences[0].First && words[phrase.End].Mark is '-' or '\u2013' or '\u2014' or '/' or '|';

    // The subject of the sentence's first verb: "the protesters waved flags, demanding ...", "the king received the envoy and stressed ...".
    private Speaker? Topic(Draft draft, int first, int end) =>
        topics.Find(first, end) is { } phrase && (!IsLatter(phrase) || IsExcellency(phrase)) ? Agreeing(draft.Form, first, phrase) : null;

    // Whoever a clause is about speaks if he agrees with the verb; the verb teaches nothing of him before.
    private Speaker? Agreeing(CueForm form, int first, Phrase phrase) =>
        known.Named(new Draft(form with { Gender = Gender.Unknown, Plural = false }, first, default) { Subject = phrase }, phrase) is { } speaker && Agrees(form, speaker) ? speaker : null;

    // A participle hangs on the nearest clause of its sentence whose speaker it agrees with.
    private static Draft? InSentence(List<Draft> drafts, int index)
    {
        var draft = drafts[index];
        for (var i = index - 1; i >= 0 && (drafts[i].Sentence == draft.Sentence || drafts[i].End > draft.SentenceFirst); i--)
            if (drafts[i].Speaker is { } speaker && (!drafts[i].IsAttribution || drafts[i].End < draft.Cue || drafts[i].IsSilent) && (IsSameForm(draft, drafts[i]) || Agrees(draft.Form, speaker)) && !Holds(drafts[i], draft)) return drafts[i];
        return null;
    }

    // "the communiqué said (he)" of a ministry (she): the participle agrees with the word at this place.
    private static bool IsSameForm(Draft draft, Draft other) => other is { Source: SpeakerSource.Behind, IsAttribution: false } && other.Form.Gender == draft.Form.Gender && other.Form.Plural == draft.Form.Plural;

    // Of what a medium reports that another said, that other goes on.
    private static bool Holds(Draft inner, Draft draft) => inner.Within is not { Subject.Head: var head } || !head.Is(WordClass.Medium) || inner.Subject is not { HasName: true } ? HoldsBack(inner, draft) : false;

    private static bool HoldsBack(Draft inner, Draft draft) => inner.Within is { } outer && outer.End <= draft.Cue && outer.First <= inner.Cue && inner.Source != SpeakerSource.Circumstance;

    // A participle that agrees with nobody: a slip of the pen.
    private static Draft? Nearest(List<Draft> drafts, int index) => index > 0 && (drafts[index].Opener is Opener.That or Opener.Quote or Opener.Colon || drafts[index].Form.Plural) && drafts[index - 1].Sentence == drafts[index].Sentence && drafts[index - 1].Speaker is not null ? drafts[index - 1] : null;

    private static Draft? Back(List<Draft> drafts, int index) => Back(drafts, index, relayed: false) ?? Back(drafts, index, relayed: true);

    // A medium that only stands behind "according to" goes on last.
    private static Draft? Back(List<Draft> drafts, int index, bool relayed)
    {
        var draft = drafts[index];
        for (var i = index - 1; i >= 0 && i >= index - FarthestBack; i--)
        {
            if (drafts[i].Speaker is not { } speaker) continue;
            if (drafts[i].Within is not null && drafts[i].Within != draft.Within) continue;
            if (drafts[i].IsAttribution && (draft.Sentence != drafts[i].Sentence + 1 || !relayed && IsMedium(drafts[i]))) continue;
            if (Agrees(draft.Form, speaker)) return drafts[i];
        }

        return null;
    }

    private static bool IsMedium(Draft draft) => draft.Subject is { HasName: false } subject && (subject.Head.Is(WordClass.Medium) || subject.Head is { IsName: false, Class: WordClass.Body });

    private static bool Agrees(CueForm form, Speaker speaker)
    {
        if (speaker.IsIssuer) return !form.Plural; // the statement (he) or the ministry (she) says
        if (form.Gender != Gender.Unknown && speaker.Gender != Gender.Unknown && form.Gender != speaker.Gender) return false;
        return form.Plural == speaker.Plural || !form.Plural && form.Gender == Gender.Feminine || form.Gender == Gender.Unknown;
    }
}
