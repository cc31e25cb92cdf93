using Marsad.Language.Tokens;

namespace Marsad.Language.Statements;

/// <summary>Finds what an attribution by preposition attributes: the clause behind it where it leads, the clause before it where it closes.</summary>
internal sealed class AttributionContents(Words words, Quotes quotes)
{
    private const int FarthestBack = 48;
    private const int LongestContent = 900;
    private const int FarthestResumed = 10;

    public void Close(List<Draft> drafts)
    {
        for (var i = 0; i < drafts.Count; i++)
        {
            if (!drafts[i].IsAttribution) continue;
            if (Leads(drafts[i])) CloseLeading(drafts, i);
            else CloseTrailing(drafts, i);
        }
    }

    private bool Leads(Draft draft)
    {
        var before = draft.Cue - 1;
        while (before >= draft.SentenceFirst && (words[before].Kind == TokenKind.Punctuation && words[before].Mark is not ('\u060C' or ',') || words.Folded(before) is ['\u0648'])) before--;
        if (before < draft.SentenceFirst) return true;
        return words[draft.Cue].And || words[before].Is(WordClass.Clause) && words[before].Kind == TokenKind.Word;
    }

    private void CloseLeading(List<Draft> drafts, int index)
    {
        var draft = drafts[index];
        var first = Resumed(draft);
        while (first < draft.SentenceEnd && (words[first].Mark is '\u060C' or ',' or ':' or '.' || words[first].Is(WordClass.That | WordClass.Time | WordClass.TimeAdj) && words[first].Kind == TokenKind.Word)) first++;
        if (first >= draft.SentenceEnd)
        {
            TakeSentenceBefore(draft);
            return;
        }

        SetFirst(draft, first);
        draft.End = End(drafts, index, Math.Min(draft.SentenceEnd, first + LongestContent));
        draft.Kind = Quoted(draft) ? StatementKind.Mixed : StatementKind.Indirect;
        if (index + 1 < drafts.Count && !drafts[index + 1].IsAttribution && drafts[index + 1].Cue >= draft.First && drafts[index + 1].Cue <= draft.First + 1 && !words[draft.First - 1].Is(WordClass.That)) draft.End = draft.First; // a cue governs: "according to X, Y said"
    }

    // "according to X (in such a place), so it has ...": the clause takes up again with feh.
    private int Resumed(Draft draft)
    {
        for (var i = draft.First; i < draft.SentenceEnd && i < draft.First + FarthestResumed; i++)
        {
            if (words[i].Kind != TokenKind.Word && words[i].Mark is '.' or ':') break;
            if (words[i].Kind == TokenKind.Word && (words.Folded(i).StartsWith("\u0641\u0627\u0646") && words[i].Is(WordClass.That) || words.Folded(i).SequenceEqual("\u0641\u0642\u062F"))) return i;
        }

        return draft.First;
    }

    // ". According to the agency.": the full stop came too early.
    private void TakeSentenceBefore(Draft draft)
    {
        if (draft.Sentence == 0) return;
        var before = words.Document.Sentences[draft.Sentence - 1];
        if (before.End != draft.SentenceFirst || before.End - before.First < 3) return;
        (draft.First, draft.Start, draft.End) = (before.First, StartOf(before.First), TrimBack(before.First, before.End));
        draft.Kind = Quoted(draft) ? StatementKind.Mixed : StatementKind.Indirect;
    }

    // "so", "for" attached to the first word belongs to the attribution: "according to X, (so) it has ...".
    private void SetFirst(Draft draft, int first)
    {
        draft.First = first;
        var folded = words.Folded(first);
        var cut = folded.Length > 2 && folded[0] == '\u0641' && (words[first].And || folded.SequenceEqual("\u0641\u0642\u062F") || folded.SequenceEqual("\u0641\u0633\u0648\u0641")) ? 1 : 0;
        draft.Start = words.Document.Without(first, cut).Start;
    }

    private int End(List<Draft> drafts, int index, int limit)
    {
        var end = limit;
        for (var i = index + 1; i < drafts.Count && i < index + 8; i++)
            if (drafts[i].LeftEdge > drafts[index].First && drafts[i].LeftEdge < end && drafts[i].And && drafts[i].Sentence == drafts[index].Sentence && drafts[i].Opener == Opener.That) end = drafts[i].LeftEdge;
        return TrimBack(drafts[index].First, end);
    }

    private void CloseTrailing(List<Draft> drafts, int index)
    {
        var draft = drafts[index];
        var governor = Governor(drafts, index);
        var middle = draft.First < draft.SentenceEnd && words[draft.First].Mark is '\u060C' or ',';
        var source = draft.First;
        draft.End = draft.First;
        if (governor >= 0 && drafts[governor].Source != SpeakerSource.Circumstance && drafts[governor].First < draft.Cue)
        {
            Relay(drafts[governor], draft);
            return;
        }

        var first = ClauseFirst(drafts, index);
        if (first >= draft.Cue || draft.Cue - first > LongestContent || words[first].Kind == TokenKind.Punctuation && !quotes.Opens(first)) return;
        draft.First = first;
        draft.Start = StartOf(first);
        if (IsThat(first, draft.Cue)) draft.IsSilent = true;
        draft.End = middle && GoesOn(source + 1, draft.SentenceEnd) ? TrimBack(first, Math.Min(draft.SentenceEnd, first + LongestContent)) : TrimBack(first, draft.Cue);
        draft.Kind = Quoted(draft) ? StatementKind.Mixed : StatementKind.Indirect;
        if (draft.End <= first + 1 && !draft.IsSilent) draft.End = draft.First;
    }

    private static int Governor(List<Draft> drafts, int index)
    {
        for (var i = index - 1; i >= 0 && i > index - FarthestBack && drafts[i].Sentence == drafts[index].Sentence; i--)
            if (!drafts[i].IsAttribution) return i;
        return -1;
    }

    // A verb governs the clause already: the source that closes it is at most the medium that relays.
    private void Relay(Draft governor, Draft attribution)
    {
        if (governor.Via is null && attribution.Subject is { } source && source.Head.Is(WordClass.Medium) && !(source.End - source.First == 1 && governor.Subject?.Head.Is(WordClass.Medium) == true)) governor.Via = source;
        if (governor.End > attribution.Cue) governor.End = TrimBack(governor.First, attribution.Cue);
    }

    // "these barrels caused, according to the network, damage": the clause runs on unless a new one begins.
    private bool GoesOn(int token, int limit) => token < limit && words[token].Kind == TokenKind.Word && !words[token].And && !words[token].Is(WordClass.Clause | WordClass.Background | WordClass.Person | WordClass.Honorific | WordClass.Prep) && !CueLexicon.Words.TryGetValue(words.Folded(token), out _);

    // "this comes according to": the words are in the sentence before.
    private bool IsThat(int first, int end) => end - first <= 3 && first + 1 < end && words.Bare(first + 1).SequenceEqual("\u0630\u0644\u0643");

    private int ClauseFirst(List<Draft> drafts, int index)
    {
        var draft = drafts[index];
        var first = draft.SentenceFirst;
        for (var i = index - 1; i >= 0 && i > index - FarthestBack && drafts[i].Sentence == draft.Sentence; i--)
        {
            if (drafts[i].End > first && drafts[i].End < draft.Cue) first = drafts[i].End;
            if (drafts[i].IsAttribution && drafts[i].Subject is { } subject && subject.End > first) first = Math.Min(subject.End, draft.Cue);
        }

        return SkipFront(first, draft.Cue);
    }

    // The place and agency line, a closing mark left over, "likewise", "in parallel to that,".
    private int SkipFront(int first, int limit)
    {
        var from = first;
        for (var i = from; i < limit && i < from + 14; i++)
            if (words[i].Mark == ':') first = i + 1;
        while (first < limit && words[first].Kind == TokenKind.Punctuation && !quotes.Opens(first)) first++;
        if (first < limit && words[first].Is(WordClass.Clause) && words[first].Kind == TokenKind.Word) first++;
        if (first >= limit || !IsCircumstance(first)) return first;
        for (var i = first; i < limit && i < first + 8; i++)
            if (words[i].Mark is '\u060C' or ',' && i + 1 < limit) return i + 1;
        return first;
    }

    private bool IsCircumstance(int token) => words[token].Is(WordClass.Prep) && words[token].Kind == TokenKind.Word;

    private int StartOf(int token) => words.Document.Without(token, words[token].And || IsAnd(token) ? 1 : 0).Start;

    // A verb with waw in front, which no lexicon need know, at the beginning of a sentence.
    private bool IsAnd(int token) => words[token] is { Kind: TokenKind.Word, Class: WordClass.None, IsName: false } && words.Folded(token) is ['\u0648', _, _, _, ..];

    private int TrimBack(int first, int end)
    {
        while (end > first + 1 && (words[end - 1].Kind == TokenKind.Punctuation && !quotes.Closes(end - 1) && words[end - 1].Mark is not (')' or ']') || words.Folded(end - 1).SequenceEqual("\u0648\u0630\u0644\u0643"))) end--; // ", and that according to"
        return end;
    }

    private bool Quoted(Draft draft)
    {
        for (var t = draft.First; t < draft.End; t++)
            if (quotes.Opens(t) && quotes.Close(t) - t > 3) return true;
        return false;
    }
}
