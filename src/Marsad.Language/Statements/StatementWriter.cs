using Marsad.Language.Text;

namespace Marsad.Language.Statements;

/// <summary>Makes the statements of the record from what was read.</summary>
internal sealed class StatementWriter(Words words, ActReader acts, SentenceMedia media, IReadOnlyList<Name> names)
{
    public IReadOnlyList<Statement> Write(List<Draft> drafts, SpeakerResolver speakers)
    {
        speakers.Resolve(drafts);
        media.Complete(drafts);
        var statements = new List<Statement>(drafts.Count);
        var numbers = new Dictionary<Draft, int>();
        foreach (var draft in drafts)
        {
            if (draft.IsSilent || IsUnfounded(draft)) continue;
            numbers[draft] = statements.Count + 1;
            statements.Add(Statement(draft, statements.Count + 1, Outer(draft) is { } outer && numbers.TryGetValue(outer, out var number) ? number : 0));
        }

        return statements;
    }

    // Nobody to be named and nothing but a preposition or an object to show for it: most often no statement at all.
    private static bool IsUnfounded(Draft draft) => draft.Speaker is null && (draft.IsNoun || draft.Opener is Opener.Object or Opener.Bare || draft.Opener == Opener.Preposition && !draft.And && draft.Source != SpeakerSource.Circumstance);

    // Ends may have moved since the nesting was seen.
    private Draft? Outer(Draft draft)
    {
        var outer = draft.Within;
        while (outer is not null && !(outer.Start <= draft.CueSpan.Start && draft.CueSpan.End <= words.Document.Tokens[outer.End - 1].End)) outer = outer.Within;
        return outer;
    }

    private Statement Statement(Draft draft, int number, int within)
    {
        var speaker = draft.Speaker;
        return new Statement(
            Id(number),
            draft.CueSpan,
            new Span(draft.Start, words.Document.Tokens[draft.End - 1].End),
            speaker?.Text,
            speaker is { Name: >= 0 } ? names[speaker.Name].Id : null,
            SpeakerSpan(draft),
            speaker?.Role,
            draft.Via is { IsEmpty: false } via ? words.Cover(via.First, via.End).In(words.Text) : null,
            draft.Addressee is { IsEmpty: false } addressee ? words.Cover(addressee.First, addressee.End).In(words.Text) : null,
            draft.Kind,
            acts.Of(draft),
            within > 0 ? Id(within) : null,
            Confidence.Of(draft));
    }

    private Span? SpeakerSpan(Draft draft)
    {
        if (draft.Subject is not { IsEmpty: false } subject) return null;
        return subject.HasName ? words.Cover(subject.NameFirst, subject.NameEnd) : words.Cover(subject.First, subject.End);
    }

    private static string Id(int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"s{number}");
}
