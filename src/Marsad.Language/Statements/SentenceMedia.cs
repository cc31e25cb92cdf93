using Marsad.Language.Tokens;

namespace Marsad.Language.Statements;

/// <summary>
/// A medium that a sentence names outside all reported words relays what is said in it, wherever it stands: "according to the X, so-and-so said",
/// "..., a source told the correspondent of X". The readers of clauses see only what stands between a cue and its words.
/// </summary>
internal sealed class SentenceMedia(Words words, Quotes quotes, AttributionReader attributions, MediumReader media)
{
    private const int FarthestPage = 4;
    private const int FarthestDraft = 10;
    private const int Farthest = 100;
    private const char Lam = '\u0644';
    private const char Beh = '\u0628';

    /// <summary>Gives each statement without a medium the one that its sentence names, and each speaker's one medium to all that he says there.</summary>
    public void Complete(List<Draft> drafts)
    {
        for (var i = 0; i < drafts.Count; i++)
            if (drafts[i] is { Via: null, IsSilent: false } draft && Around(drafts, i) is { } medium && !Speaks(draft, medium)) draft.Via = medium;
        for (var i = 0; i < drafts.Count; i++) drafts[i].Via ??= Shared(drafts, i);
        foreach (var draft in drafts) draft.Via = draft.Via is { IsEmpty: false } via ? Unquoted(media.Alone(WithoutSeat(via))) : null;
    }

    // What the speaker says elsewhere in the sentence went through the same medium.
    private static Phrase? Shared(List<Draft> drafts, int index)
    {
        for (var i = index - 1; i >= 0 && i >= index - FarthestDraft && drafts[i].Sentence == drafts[index].Sentence; i--)
            if (AreOfOne(drafts[i], drafts[index]) && drafts[i].Via is { } before) return before;
        for (var i = index + 1; i < drafts.Count && i <= index + FarthestDraft && drafts[i].Sentence == drafts[index].Sentence; i++)
            if (AreOfOne(drafts[i], drafts[index]) && drafts[i].Via is { } behind) return behind;
        return null;
    }

    private static bool AreOfOne(Draft first, Draft second) => first.Within != second && second.Within != first && first.Speaker is not null && first.Speaker == second.Speaker;

    // "the agency (in the region)".
    private Phrase WithoutSeat(Phrase medium)
    {
        for (var i = medium.First + 1; i < medium.End; i++)
            if (words[i].Preposition == Beh) return medium with { End = i };
        return medium;
    }

    private Phrase Unquoted(Phrase medium) =>
        quotes.Opens(medium.First) && quotes.Close(medium.First) == medium.End - 1 ? medium with { First = medium.First + 1, End = medium.End - 1 } : medium;

    private static bool Speaks(Draft draft, Phrase medium) => draft.Subject is { } subject && medium.First <= subject.First && subject.First < medium.End;

    // Before its words back to those of the statement before; behind them if no other statement follows.
    private Phrase? Around(List<Draft> drafts, int index)
    {
        var draft = drafts[index];
        var (first, end) = draft.Within is { } outer ? (outer.First, outer.End) : (draft.SentenceFirst, draft.SentenceEnd);
        var isLast = true;
        for (var i = index - 1; i >= 0 && i >= index - FarthestDraft && drafts[i].Sentence == draft.Sentence; i--)
            if (drafts[i].Within == draft.Within) first = Math.Max(first, Math.Max(drafts[i].End, drafts[i].Cue + 1));
        for (var i = index + 1; i < drafts.Count && i <= index + FarthestDraft && drafts[i].Sentence == draft.Sentence; i++)
            isLast &= drafts[i].Within != draft.Within;
        var opened = draft.IsAttribution ? draft.Cue : draft.First;
        first = Math.Max(first, opened - Farthest); // a sentence may never end
        return (draft.IsAttribution ? null : Between(first, opened, end)) ?? (isLast ? Between(Math.Max(draft.End, draft.Cue + 1), end, end) : null) ?? OnOwnPage(draft);
    }

    // "announced (that) in a film which she put on her account on X": words without a mark take their place in.
    private Phrase? OnOwnPage(Draft draft)
    {
        if (ClosingEnd(draft) is var closing and > 0) return Between(closing, draft.End, draft.SentenceEnd);
        if (draft.Opener is not (Opener.Object or Opener.Preposition)) return null;
        for (var i = draft.First + 1; i < draft.End && i < draft.First + Farthest; i++)
            if (words[i].Kind == TokenKind.Word && IsUpon(i - 1) && words[i].Is(WordClass.Medium) && HasPage(i, draft.First) && media.At(i, draft.SentenceEnd) is { } medium) return medium;
        return null;
    }

    // "..., as he put it in a statement to X".
    private int ClosingEnd(Draft draft)
    {
        for (var i = draft.First + 1; i < draft.End && i < draft.First + Farthest; i++)
            if (quotes.Around(i) < 0 && attributions.IsAttribution(i) && attributions.ClosingEnd(i, draft.End) is var end and > 0) return end;
        return 0;
    }

    private Phrase? Between(int first, int last, int limit)
    {
        for (var i = first; i < last && i < first + Farthest; i++)
            if (words[i].Kind == TokenKind.Word && At(i, first, limit) is { IsEmpty: false } medium) return medium;
        return null;
    }

    private Phrase? At(int token, int first, int limit)
    {
        var word = words[token];
        if (word.Is(WordClass.Guest)) return media.Inviting(token, limit);
        if (word.Is(WordClass.Publish)) return media.Publisher(token, limit);
        if (attributions.IsAttribution(token) && attributions.Read(token, 0, first, limit) is { Subject: { } source } && source.Head.Is(WordClass.Medium)) return source;
        if (word.Preposition == Lam) return IsGift(token) ? null : media.At(token, limit);
        if (quotes.Opens(token + 1)) return (IsBareTo(token) || word.Is(WordClass.Interview) || HasPage(token, first)) ? media.InMarks(token + 1, quotes.Close(token + 1)) : null;
        return (word.Preposition == Beh || IsUpon(token - 1)) && HasPage(token, first) && media.Named(token, limit) is not null ? media.At(token, limit) : null;
    }

    private bool IsBareTo(int token) => words.Folded(token) is [Lam] or ['\u0648', Lam];

    // "in", "on", "by way of".
    private bool IsUpon(int token) => words.Bare(token) is ['\u0641', '\u064A'] or ['\u0639', '\u0644', '\u064A'] or ['\u0639', '\u0628', '\u0631'];

    // "kisses to the media", "the director general of the television": what goes there, or who belongs there.
    private bool IsGift(int token) => words[token - 1] is { Kind: TokenKind.Word, IsName: false } before && before.Is(WordClass.Noun | WordClass.Body) && !before.Is(WordClass.Interview | WordClass.Person | WordClass.Group | WordClass.Adjective | WordClass.Time | WordClass.Adverb)
        || words[token].Definite && !words[token + 1].IsNominal && words[token - 1] is { Definite: true } office && office.Is(WordClass.Adjective | WordClass.Interview);

    // "on his page on the site X", "in his talk in the programme X": what was posted or given there stands before.
    private bool HasPage(int token, int first)
    {
        for (var i = token - 1; i >= first && i >= token - FarthestPage; i--)
            if (words[i].Is(WordClass.Interview) || words[i].Is(WordClass.Venue) && words.EndsInPronoun(i)) return true;
        return false;
    }
}
