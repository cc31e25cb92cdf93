using Marsad.Language.Tokens;

namespace Marsad.Language.Statements;

/// <summary>
/// Finds where reported words end and whether they stand in quotation marks. Indirect speech runs to the end of its sentence unless the same
/// speaker goes on under another cue ("adding that", "and said"), a closing remark comes ("as he put it"), or the newsroom's background.
/// </summary>
internal sealed class ContentReader(Words words, Quotes quotes, AttributionReader attributions)
{
    private const int LongestContent = 900;
    private const int FarthestSibling = 64;
    private const int LongestRemark = 10;

    /// <summary>Sets end and kind of every draft; drafts are in the order of their cues.</summary>
    public void Close(List<Draft> drafts)
    {
        for (var i = 0; i < drafts.Count; i++)
        {
            var draft = drafts[i];
            if (draft.IsAttribution) continue;
            if (draft.IsSilent)
            {
                draft.End = draft.First + 1;
                continue;
            }

            var parent = Parent(drafts, i);
            draft.Within = parent;
            if (draft.Opener == Opener.Quote) CloseQuotation(drafts, i);
            else CloseClause(drafts, i, draft.First);
            if (parent is not null && parent.End > draft.First) draft.End = Math.Min(draft.End, parent.End);
        }
    }

    private static Draft? Parent(List<Draft> drafts, int index)
    {
        Draft? parent = null;
        for (var i = index - 1; i >= 0 && i >= index - FarthestSibling; i--)
        {
            var other = drafts[i];
            if (other.IsAttribution || other.IsSilent || other.First > drafts[index].Cue || other.End <= drafts[index].Cue) continue;
            if (parent is null || other.End - other.First < parent.End - parent.First) parent = other;
        }

        return parent;
    }

    private void CloseQuotation(List<Draft> drafts, int index)
    {
        var draft = drafts[index];
        var close = quotes.IsUnclosed(draft.First) && index + 1 < drafts.Count && IsLeft(draft, drafts[index + 1]) ? drafts[index + 1].LeftEdge : quotes.Close(draft.First);
        var behind = quotes.IsUnclosed(draft.First) ? close : close + 1;
        if (!words.IsMark(close - 1, '.') && GoesOn(behind))
        {
            CloseClause(drafts, index, behind);
            draft.Kind = StatementKind.Mixed;
            return;
        }

        draft.First++;
        draft.Start = words.Document.Tokens[draft.First].Start;
        draft.End = NextQuotation(behind) is var next and > 0 ? quotes.Close(next) : close < quotes.Close(draft.First - 1) ? Trim(draft.First, close) : close;
        draft.Kind = StatementKind.Direct;
    }

    // Where the closing mark was forgotten, the newsroom's ", adding that" shows that it stood before.
    private bool IsLeft(Draft draft, Draft next) => next.Source == SpeakerSource.Circumstance && quotes.Around(next.Cue) == draft.First && words[next.Cue - 1].Kind == TokenKind.Punctuation;

    private bool IsWhoIs(int token) => words.Folded(token) is ['\u0648', '\u0647', '\u0648' or '\u064A'];

    // "...". "...": a second quotation that makes a sentence of its own goes on with the first; -1 for none.
    private int NextQuotation(int behind)
    {
        if (behind + 1 >= words.Count || !words.IsMark(behind, '.') || !quotes.Opens(behind + 1) || quotes.IsUnclosed(behind + 1)) return -1;
        var end = quotes.Close(behind + 1) + 1;
        return end >= words.Count || words[end].Kind == TokenKind.Break || words.IsMark(end, '.') || words.IsMark(end - 2, '.') ? behind + 1 : -1;
    }

    // Reported words run on behind the closing mark only where a plain word follows in the same breath.
    private bool GoesOn(int token)
    {
        if (token >= words.Count || words[token].Kind != TokenKind.Word) return false;
        var word = words[token];
        if (attributions.IsAttribution(token) || word.Is(WordClass.Clause | WordClass.Background | WordClass.Connector | WordClass.Closing)) return false;
        if (CueLexicon.Words.TryGetValue(words.Bare(token), out _) || IsCircumstance(token)) return false;
        if (word.Is(WordClass.Inner) && token + 1 < words.Count && words.Folded(token + 1).SequenceEqual("\u0627\u0634\u0627\u0631\u0647")) return false; // "in allusion to": the newsroom explains
        return !word.And || !words[token].IsVerb;
    }

    // "refusing", "calm": behind a closing mark an indefinite accusative says how he spoke.
    private bool IsCircumstance(int token) => words[token] is { Definite: false, Preposition: '\0' } word && !word.Is(WordClass.Adverb | WordClass.Time) && words.Folded(token) is [_, _, _, .., '\u0627'];

    private void CloseClause(List<Draft> drafts, int index, int from)
    {
        var draft = drafts[index];
        var end = ClauseEnd(drafts, index, from);
        draft.End = Trim(draft.First, end);
        draft.Kind = KindOf(draft);
    }

    private int ClauseEnd(List<Draft> drafts, int index, int from)
    {
        var draft = drafts[index];
        var limit = Math.Min(draft.SentenceEnd, draft.First + LongestContent);
        for (var i = index - 1; i >= 0 && i >= index - 2; i--)
            if (drafts[i].Cue < draft.Cue && drafts[i].First > draft.First && drafts[i].First - 1 < limit && !drafts[i].IsAttribution) limit = drafts[i].First - 1; // "the group, which they call the worst, called for": it stands before the other's words
        var next = index + 1;
        for (var t = from; t < limit; t++)
        {
            while (next < drafts.Count && drafts[next].LeftEdge < t) next++;
            if (t > draft.First && next < drafts.Count && drafts[next].LeftEdge == t && next - index < FarthestSibling && IsSibling(draft, drafts[next])) return t;
            if (quotes.Opens(t))
            {
                t = quotes.Close(t);
                limit = Math.Max(limit, Math.Min(t + 1, words.Count));
                if (t >= limit) return limit;
                continue;
            }

            if (t > draft.First && (Stops(t, draft.First, limit) || draft.Opener is Opener.Preposition or Opener.Object && (words[t].And && words[t].IsVerb || IsWhoIs(t)))) return t; // what is a noun phrase goes on with no clause
        }

        return limit;
    }

    private bool Stops(int token, int first, int limit)
    {
        if (words[token].Kind != TokenKind.Word) return false;
        var closing = attributions.ClosingEnd(token, limit);
        if (closing > 0) return IsFinal(closing, limit);
        if (!words.IsMark(token - 1, '\u060C') && !words.IsMark(token - 1, ',')) return false;
        if (token > first + 2 && words.Bare(token).SequenceEqual("\u0628\u0639\u062F")) return true; // ", after ...": the newsroom's background
        if (words.Folded(token) is ['\u0641', '\u0627', '\u0646', ..] && words[token].Is(WordClass.That) && words[first - 1] is var opener && !opener.Is(WordClass.That)) return true; // "while they announced ..., an expert": the main clause
        if (token > first + 2 && attributions.IsAttribution(token) && IsLast(token, limit)) return true; // ", according to what came in its page"
        return words[token].Is(WordClass.Background) && (!IsAndThat(token) || token + 1 < limit && words[token + 1].Is(WordClass.Prep));
    }

    // Nothing but a short remark to the end of the sentence.
    private bool IsLast(int token, int limit)
    {
        for (var i = token + 1; i < limit; i++)
            if (i > token + LongestRemark || words[i].Kind == TokenKind.Punctuation && words[i].Mark != '.') return false;
        return true;
    }

    // "and that (was) ..." is background only where circumstances follow.
    private bool IsAndThat(int token) => words.Folded(token).SequenceEqual("\u0648\u0630\u0644\u0643");

    // Behind the closing remark the sentence ends, or another cue takes over; else it stood in the middle ("not hasty, as he put it, but ...").
    private bool IsFinal(int token, int limit)
    {
        while (token < limit && words[token].Kind == TokenKind.Punctuation) token++;
        if (token >= limit) return true;
        return words[token].Is(WordClass.Background) || CueLexicon.Words.TryGetValue(words.Bare(token), out _);
    }

    private bool IsSibling(Draft draft, Draft next)
    {
        if (quotes.Around(next.Cue) is var quote and >= 0 && quote >= draft.First && !quotes.IsUnclosed(quote)) return false;
        if (next.IsNoun) return false;
        if (next.IsAttribution) return true;
        if (next.Source == SpeakerSource.Circumstance) return true;
        if (next.LeftEdge < next.Cue && words[next.LeftEdge].Kind == TokenKind.Word) return true; // "while she confirmed"
        if (!next.And) return false;
        if (next.Opener is Opener.That or Opener.Quote or Opener.Colon) return true;
        if (next.Source == SpeakerSource.Behind && draft.Opener is Opener.Preposition && next.Form.Cue == draft.Form.Cue) return true; // "some demanded ... and others demanded"
        return next.Source == SpeakerSource.Elided && next.Form.Gender == draft.Form.Gender && next.Form.Plural == draft.Form.Plural;
    }

    private int Trim(int first, int end)
    {
        while (end > first + 1 && words[end - 1].Kind == TokenKind.Punctuation && words[end - 1].Mark is '.' or ',' or '\u060C' or ':' or '\u061B' or '!' or '\u061F' or '\u2026' or '-' or '\u2013') end--;
        return end;
    }

    // Quoted words are somebody's speech unless they are a name: behind the kind of thing that bears names, or known as a name.
    private bool IsSpeech(Draft draft, int open)
    {
        var length = quotes.Close(open) - open - 1;
        if (length < 1 || words[open + 1].IsName && length < 6) return false;
        if (open == draft.First || length > 6) return true;
        var before = words[open - 1];
        if (before.Kind != TokenKind.Word || words.Folded(open - 1).Length < 2) return length > 1 && !IsListed(open);
        return length > 1 && !before.Is(WordClass.Body | WordClass.Medium | WordClass.Document | WordClass.Group | WordClass.Venue | WordClass.Person) && !before.IsName;
    }

    // "X" and "Y": a name goes on as names.
    private bool IsListed(int open) => open >= 2 && quotes.Closes(open - 2) || open >= 3 && quotes.Closes(open - 3);

    private StatementKind KindOf(Draft draft)
    {
        for (var t = draft.First; t < draft.End; t++)
        {
            if (!quotes.Opens(t)) continue;
            if (quotes.Close(t) <= draft.End && IsSpeech(draft, t)) return StatementKind.Mixed;
            t = quotes.Close(t);
        }

        return StatementKind.Indirect;
    }
}
