namespace Marsad.Language.Names;

/// <summary>Gathers what tagger, known names and rules propose for a sentence; where two overlap the longer wins, then the surer.</summary>
internal static class Candidates
{
    private const int OnStack = 256;

    public static void Collect(SentenceView sentence, List<NameMention> into)
    {
        var proposals = new List<NameMention>();
        AddKnown(sentence, proposals);
        AddRuled(sentence, proposals);
        AddTagged(sentence, proposals);
        Span<bool> covered = sentence.End - sentence.First <= OnStack ? stackalloc bool[OnStack] : new bool[sentence.End - sentence.First];
        covered.Clear();
        foreach (var proposal in proposals.OrderByDescending(p => p.Length + (p.Tagged || (p.Key is not null && p.Length == 1) ? 0 : 2)))
        {
            if (covered[(proposal.First - sentence.First)..(proposal.End - sentence.First)].Contains(true)) continue;
            var mention = Enclosed.Extend(sentence, proposal);
            into.Add(mention);
            covered[(mention.First - sentence.First)..(Math.Min(mention.End, sentence.End) - sentence.First)].Fill(true);
            if (mention.Type != NameType.Person) AddSeat(sentence, proposal, into);
        }
    }

    private static void AddSeat(SentenceView sentence, NameMention body, List<NameMention> into)
    {
        var split = Seat.Split(sentence, body);
        if (OrganizationRule.Owner(sentence, body.First, split?.End ?? body.End) is > 0 and var owner)
            into.Add(Enclosed.Extend(sentence, sentence.Mention(owner, split?.End ?? body.End, NameType.Organization)) with { Inner = true });
        if (split is null && TownOfBody.Find(sentence, body) is { } town) into.Add(town with { Inner = true });
        if (split is not { Place: var place }) return;
        into.Add(Enclosed.Extend(sentence, place) with { Inner = true });
        AddSeat(sentence, place, into);
    }

    private static void AddKnown(SentenceView sentence, List<NameMention> into)
    {
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (KnownNames.Embedded.Longest(sentence.Document, i) is not { } known || known.End > sentence.End) continue;
            if (!known.Sure && sentence.Tag(i) == NameTag.Outside) continue;
            if (known.Type == NameType.Location && Outlet.End(sentence, i) >= known.End) continue;
            if (known.Length == 1 && Borders.IsAdjective(sentence, i)) continue;
            into.Add(PersonRule.EndOfNamesake(sentence, known) is > 0 and var end ? sentence.Mention(i, end, NameType.Person) : WithSeat(sentence, known));
            i = known.End - 1;
        }
    }

    // "the civil defence in X".
    private static NameMention WithSeat(SentenceView sentence, NameMention known)
    {
        if (known.Type != NameType.Organization) return known;
        var end = Seat.End(sentence, known.First, known.End);
        return end == known.End ? known : known with { End = end, Span = known.Span with { End = sentence.Document.Tokens[end - 1].End } };
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
        if (CompoundPlace.End(sentence, i) is > 0 and var place) return sentence.Mention(i, place, NameType.Location);
        if (OrganizationRule.End(sentence, i) is > 0 and var end) return sentence.Mention(i, end, NameType.Organization);
        if (PersonRule.AfterTitle(sentence, i) is > 0 and var after) return sentence.Mention(i + 1, after, NameType.Person);
        if (Outlet.End(sentence, i) is > 0 and var outlet) return sentence.Mention(i, outlet, NameType.Organization);
        if (sentence[i].Roles == WordRoles.None && PlaceRule.IsListed(sentence, i)) return sentence.Mention(i, i + 1, NameType.Location);
        if ((sentence[i].Roles & WordRoles.OrganizationBefore) != 0) return Team(sentence, i);
        return PlaceRule.Find(sentence, i);
    }

    // "team X": whatever the tagger takes X for.
    private static NameMention? Team(SentenceView sentence, int head)
    {
        var first = head + 1;
        if (!sentence.IsWord(first) || sentence[first].Particles > 0 || sentence.Tag(first) == NameTag.Outside) return null;
        var end = first + 1;
        while (end < sentence.End && sentence.Tag(end).IsInside() && (sentence[end].Roles & WordRoles.Nationality) == 0) end++;
        return (sentence[first].Roles & (WordRoles.AnyOrganization | WordRoles.Nationality)) == 0 ? sentence.Mention(head, end, NameType.Organization) : null;
    }

    // "the governor of X, Y": the tagger reads place and person as one where no word parts them.
    private static int AfterPlace(SentenceView sentence, int first, int end) =>
        NameTags.TypeOf(sentence.Tag(first)) == 1 && CompoundPlace.End(sentence, first) is > 0 and var place && place + 1 < end ? place : first;

    // "X and Y" are two people or two places, "X known as Y" two names; the name of an organisation may hold an "and", but not before another ministry or party.
    private static bool OpensAnother(SentenceView sentence, int i) => NameTags.TypeOf(sentence.Tag(i)) switch
    {
        1 => IsJoined(sentence, i) || (i > sentence.First && IsAlias(sentence, i - 1)),
        2 => IsJoined(sentence, i),
        3 => IsJoined(sentence, i) && !sentence[i].HasArticle && (sentence[i].Roles & WordRoles.AnyOrganization) != 0,
        _ => false,
    };

    private static bool IsJoined(SentenceView sentence, int i) =>
        sentence[i].Particles == 1 && NameParticles.IsConjunction(sentence.Document.Folded(i)[0]);

    private static bool IsAlias(SentenceView sentence, int i) => (sentence[i].Roles & WordRoles.Alias) != 0;

    private static void AddTagged(SentenceView sentence, List<NameMention> into)
    {
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (!sentence.Tag(i).IsBegin() && !(sentence.Tag(i).IsInside() && OpensAnother(sentence, i))) continue;
            var end = i + 1;
            while (end < sentence.End && sentence.Tag(end).IsInside() && NameTags.TypeOf(sentence.Tag(end)) == NameTags.TypeOf(sentence.Tag(i)) && !OpensAnother(sentence, end) && !IsAlias(sentence, end)) end++;
            var first = AfterPlace(sentence, i, end);
            if (Borders.Adapt(sentence, first, end) is { } mention) into.Add(mention with { Tagged = true });
            i = end - 1;
        }
    }
}
