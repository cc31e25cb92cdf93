namespace Marsad.Language.Names;

/// <summary>Gathers what tagger, known names and rules propose for a sentence; where two overlap the longer wins, then the surer.</summary>
internal static class Candidates
{
    public static void Collect(SentenceView sentence, List<NameMention> into)
    {
        var proposals = new List<NameMention>();
        AddKnown(sentence, proposals);
        AddRuled(sentence, proposals);
        AddTagged(sentence, proposals);
        var first = into.Count;
        foreach (var proposal in proposals.OrderByDescending(p => p.Length + (p.Tagged || (p.Key is not null && p.Length == 1) ? 0 : 2)))
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
            if (!known.Sure && sentence.Tag(i) == NameTag.Outside) continue;
            into.Add(known);
            i = known.End - 1;
        }
    }

    private static void AddRuled(SentenceView sentence, List<NameMention> into)
    {
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (Ruled(sentence, i) is not { } mention) continue;
            into.Add(mention);
            i = mention.End - 1;
        }
    }

    private static NameMention? Ruled(SentenceView sentence, int i)
    {
        if (sentence[i].Roles == WordRoles.None) return PlaceRule.IsListed(sentence, i) ? sentence.Mention(i, i + 1, NameType.Location) : null;
        if (OrganizationRule.End(sentence, i) is > 0 and var end) return sentence.Mention(i, end, NameType.Organization);
        if (PersonRule.AfterTitle(sentence, i) is > 0 and var after) return sentence.Mention(i + 1, after, NameType.Person);
        if (IsQuotedOutlet(sentence, i)) return sentence.Mention(i, i + 1, NameType.Organization);
        return PlaceRule.Find(sentence, i);
    }

    private static bool IsQuotedOutlet(SentenceView sentence, int i) =>
        (sentence[i].Roles & WordRoles.Outlet) != 0 && Marks.Opens(sentence.Mark(i - 1)) && sentence.Mark(i - 1) != '(' && Marks.Closes(sentence.Mark(i - 1), sentence.Mark(i + 1));

    private static void AddTagged(SentenceView sentence, List<NameMention> into)
    {
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (!sentence.Tag(i).IsBegin()) continue;
            var end = i + 1;
            while (end < sentence.End && sentence.Tag(end) == sentence.Tag(i) + 1) end++;
            if (Borders.Adapt(sentence, i, end) is { } mention) into.Add(mention with { Tagged = true });
            i = end - 1;
        }
    }
}
