namespace Marsad.Language.Names;

/// <summary>
/// Organisations by the noun that opens them: a ministry, party or agency with the nouns that say which one, or an army, police or government with an adjective
/// of nationality. Arabic builds such names as a chain: head, complements with the article, adjectives, then "for the ...".
/// </summary>
internal static class OrganizationRule
{
    private const int LongestName = 9;
    private const int LongestQuoted = 7;
    private const char Waw = '\u0648';
    private const char Heh = '\u0647';
    private const char Yeh = '\u064A';
    private const char Teh = '\u062A';
    private const char Beh = '\u0628';
    private const string In = "\u0641\u064A";
    private const int ShortestStation = 4;
    private const WordRoles AnyBody = WordRoles.AnyOrganization;
    private const char Lam = '\u0644';

    /// <summary>The token after the organisation that opens at <paramref name="head"/>, or -1.</summary>
    public static int End(SentenceView sentence, int head)
    {
        if (!sentence.IsWord(head)) return -1;
        var end = EndOfStation(sentence, head);
        if (end < 0) end = EndOfBody(sentence, head);
        return end < 0 ? end : WithSeat(sentence, head, end);
    }

    private static int EndOfBody(SentenceView sentence, int head)
    {
        var roles = sentence[head].Roles;
        if ((roles & WordRoles.OrganizationThe) != 0) return EndOfDefinite(sentence, head);
        if ((roles & (WordRoles.OrganizationOf | WordRoles.Media | WordRoles.Group)) != 0) return EndOfChain(sentence, head, trusted: true);
        return (roles & WordRoles.OrganizationWeak) != 0 ? EndOfChain(sentence, head, trusted: false) : -1;
    }

    // "X FM", "radio X FM".
    private static int EndOfStation(SentenceView sentence, int head)
    {
        var last = (sentence[head].Roles & WordRoles.Media) != 0 && sentence.IsWord(head + 1) ? head + 1 : head;
        var band = Marks.Opens(sentence.Mark(last + 1)) ? last + 2 : last + 1;
        var isNamed = sentence[last].Roles == WordRoles.None && sentence.Document.Tokens[last].FoldedLength >= ShortestStation;
        return isNamed && IsBand(sentence, band) && IsBand(sentence, band + 1) ? band + 2 : -1;
    }

    private static bool IsBand(SentenceView sentence, int i) => sentence.IsWord(i) && (sentence[i].Roles & WordRoles.Band) != 0;

    /// <summary>The token after a local body's name with the place or body it belongs to: "court of ... in X", "committee of ... at the council of X".</summary>
    public static int WithSeat(SentenceView sentence, int head, int end)
    {
        if ((sentence[head].Roles & WordRoles.Local) == 0 || !sentence.IsWord(end)) return end;
        var inside = sentence.Document.Folded(end).SequenceEqual(In);
        var seat = inside ? end + 1 : end;
        if (!sentence.IsWord(seat) || (!inside && (sentence[seat].Particles != 1 || sentence.Document.Folded(seat)[0] != Beh))) return end;
        if ((sentence[seat].Roles & (AnyBody | WordRoles.PlaceBefore)) == 0 && !inside && NameTags.TypeOf(sentence.Tag(seat)) == 2) return EndOfTag(sentence, seat);
        if ((sentence[seat].Roles & AnyBody) != 0 && EndOfBody(sentence, seat) is > 0 and var body) return body;
        return !inside && PlaceRule.Find(sentence, seat) is { } place ? place.End : end;
    }

    private static int EndOfTag(SentenceView sentence, int first)
    {
        var end = first + 1;
        while (end < sentence.End && sentence.Tag(end).IsInside()) end++;
        return end;
    }

    // "the forces" + adjectives, one of them of nationality or rank; a body may also say what it is for.
    private static int EndOfDefinite(SentenceView sentence, int head)
    {
        var named = -1;
        var i = head + 1;
        for (; i < sentence.End && i <= head + 4 && IsAdjective(sentence, i); i++)
            if ((sentence[i].Roles & (WordRoles.Nationality | WordRoles.Rank)) != 0 || named > 0) named = i + 1;
        var body = (sentence[head].Roles & WordRoles.OrganizationBody) != 0;
        if (named < 0) return body && i > head + 1 && IsPurposeOfBody(sentence, i) ? EndOfPurpose(sentence, i) : -1;
        if (!Agrees(sentence, head, named - 1)) return -1;
        return body && IsPurpose(sentence, named) ? EndOfPurpose(sentence, named) : Continued(sentence, named);
    }

    // A feminine or plural head takes a feminine adjective: "the foreign [ministry]" with a masculine one speaks of its minister.
    private static bool Agrees(SentenceView sentence, int head, int adjective) =>
        (sentence[adjective].Roles & WordRoles.Nationality) == 0
        || (sentence.Document.Folded(head)[^1] is Heh or Teh) == (sentence.Document.Folded(adjective)[^1] is Heh);

    private static int EndOfPurpose(SentenceView sentence, int first)
    {
        var end = first + 1;
        while (end < sentence.End && end < first + 5 && (Continues(sentence, first, end) || (sentence[end].HasArticle && IsLink(sentence, end - 1)))) end++;
        while (end > first + 1 && IsLink(sentence, end - 1)) end--;
        return end;
    }

    private static int EndOfChain(SentenceView sentence, int head, bool trusted)
    {
        var quoted = Marks.AfterClose(sentence, head + 1, LongestQuoted);
        if (quoted > 0) return sentence.Mark(head + 1) == '(' && !trusted ? -1 : AfterAdjectives(sentence, quoted);
        if (IsPlaceNotBody(sentence, head) || (!trusted && IsBodyOfItsOwn(sentence, head + 1))) return -1;
        var end = head + 1;
        while (end < sentence.End && end < head + LongestName && Continues(sentence, head, end)) end++;
        while (end > head + 1 && IsLink(sentence, end - 1)) end--;
        if (end == head + 1 || IsBareBody(sentence, head, end)) return -1;
        if (IsNamedPlace(sentence, head + 1) && sentence.IsWord(end) && IsFused(sentence, end) && IsPurpose(sentence, end)) return EndOfPurpose(sentence, end);
        return trusted || IsBacked(sentence, head) ? end : -1;
    }

    // A district is called "directorate of" too: before a place it is that place's district.
    private static bool IsPlaceNotBody(SentenceView sentence, int head) =>
        (sentence[head].Roles & WordRoles.PlaceBefore) != 0 && sentence.IsWord(head + 1) && !sentence[head + 1].HasArticle
        && (sentence[head + 1].Roles & (WordRoles.OrganizationLink | WordRoles.PlaceBefore)) == 0;

    // "the secretariat of the organisation" names neither.
    private static bool IsBareBody(SentenceView sentence, int head, int end) =>
        end == head + 2 && sentence[head + 1].HasArticle && sentence.Tag(head) == NameTag.Outside
        && (sentence[head + 1].Roles & WordRoles.OrganizationBody) != 0;

    private static bool IsBodyOfItsOwn(SentenceView sentence, int i) =>
        sentence.IsWord(i) && sentence[i].HasArticle && (sentence[i].Roles & WordRoles.OrganizationThe) != 0;

    private static bool IsNamedPlace(SentenceView sentence, int i) => NameTags.TypeOf(sentence.Tag(i)) == 2 && sentence[i].Particles == 0;

    private static bool IsBacked(SentenceView sentence, int head) =>
        ((sentence[head].Roles & WordRoles.OfPlace) != 0 && IsNamedPlace(sentence, head + 1)) ||
        sentence.Tag(head) == NameTag.BeginOrganization || sentence.Tag(head + 1) == NameTag.InsideOrganization
        || (NameTags.TypeOf(sentence.Tag(head + 1)) == 3 && sentence[head + 1].Particles == 0)
        || (sentence[head + 1].Roles & (WordRoles.OrganizationOf | WordRoles.Group)) != 0
        || ((sentence[head + 1].Roles & WordRoles.PlaceBefore) != 0 && sentence.IsWord(head + 2) && sentence.Tag(head + 2) == NameTag.BeginLocation);

    private static bool Continues(SentenceView sentence, int head, int i)
    {
        if (!sentence.IsWord(i)) return false;
        if (sentence.Tag(i) == NameTag.InsideOrganization) return !IsPersonAfter(sentence, i);
        ref readonly var word = ref sentence[i];
        var second = i == head + 1 || IsLink(sentence, i - 1);
        if (IsFused(sentence, i)) return i > head + 1 && IsPurpose(sentence, i) && sentence[i - 1].HasArticle;
        if (word.Particles > 0) return i > head + 1 && Joins(sentence, head, i);
        if (NameTags.TypeOf(sentence.Tag(i)) is 1 or 2) return second || sentence.Tag(i).IsInside();
        if (word.HasArticle) return !IsStop(sentence, i) && (second || IsQualifier(sentence, i));
        return second && (IsLink(sentence, i) || sentence.Tag(i) == NameTag.BeginOrganization);
    }

    // A definite phrase is not continued by a bare word: "the union for media X" names X beside it.
    private static bool IsPersonAfter(SentenceView sentence, int i) =>
        sentence[i - 1].HasArticle && !sentence[i].HasArticle && sentence[i].Particles == 0 && (sentence[i].Known & WordLists.CommonPerson) != 0
        && (sentence[i].Roles & ~WordRoles.Joint) == 0;

    // Beyond the first complement only what reads as an adjective: nationality, rank, or the ending of relation.
    private static bool IsQualifier(SentenceView sentence, int i)
    {
        if ((sentence[i].Roles & (WordRoles.Nationality | WordRoles.Rank)) != 0) return true;
        var word = sentence.Document.Folded(i);
        return word[^1] == Yeh || (word[^1] == Heh && word[^2] == Yeh);
    }

    // "and the ...": the second thing a ministry or committee is for, unless it opens a name of its own.
    private static bool Joins(SentenceView sentence, int head, int i) =>
        sentence[i].HasArticle && sentence.Document.Folded(i)[0] == Waw && sentence[i].Particles == 1
        && (sentence[head].Roles & WordRoles.OrganizationOf) != 0 && sentence[i - 1].HasArticle && (IsDefinite(sentence, head + 1, i) || IsLink(sentence, i - 2))
        && (sentence[i].Roles & (WordRoles.AnyOrganization | WordRoles.Title | WordRoles.Nationality | WordRoles.Stop)) == 0
        && !sentence.Tag(i).IsBegin();

    private static bool IsDefinite(SentenceView sentence, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (!sentence[i].HasArticle) return false;
        return true;
    }

    // "for the ...", lam and article fused.
    private static bool IsFused(SentenceView sentence, int i) => NameParticles.HasFusedArticle(sentence.Stem(i));

    private static bool IsPurpose(SentenceView sentence, int i)
    {
        if (!sentence.IsWord(i) || sentence.Tag(i) is NameTag.BeginLocation or NameTag.BeginPerson) return false;
        if (IsFused(sentence, i)) return sentence[i].Particles == 0 && (sentence[i].Roles & (WordRoles.Title | WordRoles.AnyOrganization | WordRoles.Stop)) == 0;
        return sentence[i].Particles == 1 && sentence.Document.Folded(i)[0] == Lam && IsLink(sentence, i);
    }

    // "the parliamentary bloc of the movement X".
    private static bool IsPurposeOfBody(SentenceView sentence, int i) =>
        sentence.IsWord(i) && sentence[i].Particles == 1 && sentence.Document.Folded(i)[0] == Lam
        && (sentence[i].Roles & (WordRoles.OrganizationOf | WordRoles.Group)) != 0 && !sentence[i].HasArticle;

    private static bool IsLink(SentenceView sentence, int i) =>
        (sentence[i].Roles & (WordRoles.OrganizationLink | WordRoles.OrganizationOf | WordRoles.Group | WordRoles.PlaceBefore)) != 0 && !sentence[i].HasArticle;

    private static bool IsAdjective(SentenceView sentence, int i) =>
        sentence.IsWord(i) && sentence[i].Particles == 0 && sentence[i].HasArticle && !IsFused(sentence, i) && !IsStop(sentence, i)
        && ((sentence[i].Roles & (WordRoles.Nationality | WordRoles.Rank)) != 0 || IsQualifier(sentence, i));

    private static bool IsStop(SentenceView sentence, int i) =>
        (sentence[i].Roles & WordRoles.Stop) != 0 || (sentence[i].Roles & (WordRoles.Title | WordRoles.Rank)) == WordRoles.Title;

    private static int AfterAdjectives(SentenceView sentence, int end)
    {
        while (end < sentence.End && IsAdjective(sentence, end) && (sentence[end].Roles & WordRoles.Nationality) != 0) end++;
        return end;
    }

    private static int Continued(SentenceView sentence, int end)
    {
        while (end < sentence.End && sentence.Tag(end) == NameTag.InsideOrganization && !IsPersonAfter(sentence, end)) end++;
        return end;
    }
}
