namespace Marsad.Language.Names;

/// <summary>Gathers what tagger, known names and rules propose for a sentence; where two overlap the longer wins, then the surer.</summary>
internal static class Candidates
{
    public static void Collect(SentenceView sentence, List<NameMention> into)
    {
        var proposals = new List<NameMention>();
        AddKnown(sentence, proposals);
        AddOrganizations(sentence, proposals);
        AddTagged(sentence, proposals);
        var first = into.Count;
        foreach (var proposal in proposals.OrderByDescending(p => p.Length))
            if (!Overlaps(into, first, proposal)) into.Add(Enclosed.Extend(sentence, proposal));
    }

    private static bool Overlaps(List<NameMention> taken, int first, NameMention proposal)
    {
        for (var i = first; i < taken.Count; i++)
            if (taken[i].First < proposal.End && proposal.First < taken[i].End) return true;
        return false;
    }

    private static void AddKnown(SentenceView sentence, List<NameMention> into)
    {
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (KnownNames.Embedded.Longest(sentence.Document, i) is not { } known || known.End > sentence.End) continue;
            into.Add(known);
            i = known.End - 1;
        }
    }

    private static void AddOrganizations(SentenceView sentence, List<NameMention> into)
    {
        for (var i = sentence.First; i < sentence.End; i++)
        {
            var end = OrganizationRule.End(sentence, i);
            if (end < 0) continue;
            into.Add(sentence.Mention(i, end, NameType.Organization));
            i = end - 1;
        }
    }

    private static void AddTagged(SentenceView sentence, List<NameMention> into)
    {
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (!sentence.Tag(i).IsBegin()) continue;
            var end = i + 1;
            while (end < sentence.End && sentence.Tag(end) == sentence.Tag(i) + 1) end++;
            if (Borders.Adapt(sentence, i, end) is { } mention) into.Add(mention);
            i = end - 1;
        }
    }
}
