namespace Marsad.Language.Statements;

/// <summary>Finds who said what in a document: cues first, then what stands around them, then where the words end, then who the speakers are.</summary>
internal static class StatementFinder
{
    public static IReadOnlyList<Statement> Find(Reading reading, IReadOnlyList<Name> names)
    {
        if (reading.Words.Count == 0) return [];
        var drafts = reading.Drafts();
        reading.Contents.Close(drafts);
        new AttributionContents(reading.Words, reading.Quotes).Close(drafts);
        drafts.RemoveAll(draft => draft.End <= draft.First);
        return new StatementWriter(reading.Words, new ActReader(reading.Words), reading.Media, names).Write(drafts, new SpeakerResolver(reading.Words, new KnownSpeakers(reading.Words, reading.Phrases, names), new TopicFinder(reading.Words, reading.Phrases)));
    }
}
