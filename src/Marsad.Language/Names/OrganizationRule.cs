using Marsad.Language.Tokens;

namespace Marsad.Language.Names;

/// <summary>
/// Organisations by the noun that opens them: a ministry, party or agency with the nouns that say which one, or an army, police or government with an adjective
/// of nationality. Arabic builds such names as a chain: head, complements with the article, adjectives, then "for the ...".
/// </summary>
internal static class OrganizationRule
{
    private const int LongestName = 9;
    private const int LongestQuoted = 7;

    // A twelfth of 8·log2(1 + n): words read four hundred times in eleven million.
    private const int CommonRarity = 5;
    private const char Waw = '\u0648';
    private const char Heh = '\u0647';
    private const char Yeh = '\u064A';
    private const char Teh = '\u062A';
    private const int ShortestStation = 4;
    private const WordRoles AnyBody = WordRoles.AnyOrganization;
    private const char AlefMaqsura = '\u0649';
    private const string In = " \u0641\u064A ";
    private const char Lam = '\u0644';

    /// <summary>The token after the organisation that opens at <paramref name="head"/>, or -1.</summary>
    public static int End(SentenceView sentence, int head)
    {
        var end = EndWithoutSeat(sentence, head);
        return end < 0 ? end : Seat.End(sentence, head, end);
    }

    /// <summary>The same without the seat that a local body is named with.</summary>
    public static int EndWithoutSeat(SentenceView sentence, int head)
    {
        if (!sentence.IsWord(head) || IsVerb(sentence, head)) return -1;
        var end = EndOfHonoured(sentence, head);
        if (end < 0) end = EndOfStation(sentence, head);
        return end < 0 ? EndOfBody(sentence, head) : end;
    }

    // "He called" is "club" without the dots of yeh, where the newsroom writes them.
    private static bool IsVerb(SentenceView sentence, int head) =>
        (sentence[head].Roles & WordRoles.OrganizationBefore) != 0 && sentence.Document.Text[sentence.Document.Tokens[head].End - 1] == AlefMaqsura && sentence.Document.Text.Contains(In, StringComparison.Ordinal);

    // "the centre of King X for relief".
    private static int EndOfHonoured(SentenceView sentence, int head)
    {
        if ((sentence[head].Roles & WordRoles.Honour) == 0) return -1;
        var end = Honoured.End(sentence, head + 1);
        if (end < 0 && (sentence[head].Roles & WordRoles.Local) != 0) end = Honoured.EndOfBare(sentence, AfterQualifiers(sentence, head));
        if (end < 0) return -1;
        while (end < sentence.End && IsAdjective(sentence, end)) end++;
        return IsPurpose(sentence, end) && IsFused(sentence, end) ? EndOfPurpose(sentence, end) : end;
    }

    // "the university hospital X" has adjectives between noun and person, "hospital X" has none.
    private static int AfterQualifiers(SentenceView sentence, int head)
    {
        var i = head + 1;
        while (sentence[head].HasArticle && i < sentence.End && IsAdjective(sentence, i)) i++;
        return sentence[head].HasArticle && i == head + 1 ? -1 : i;
    }

    private static int EndOfBody(SentenceView sentence, int head)
    {
        var roles = sentence[head].Roles;
        if ((roles & WordRoles.OrganizationThe) != 0) return EndOfDefinite(sentence, head);
        if ((roles & (WordRoles.OrganizationOf | WordRoles.Media | WordRoles.Group)) != 0) return EndOfChain(sentence, head, trusted: true);
        if ((roles & WordRoles.OrganizationWeak) != 0) return EndOfChain(sentence, head, trusted: false);
        return (roles & WordRoles.Local) != 0 ? EndOfBranch(sentence, head + 1) : -1;
    }

    // "branch of the authority for X", "zone of the national guard".
    private static int EndOfBranch(SentenceView sentence, int body)
    {
        if (!sentence.IsWord(body) || sentence[body].Particles > 0 || (sentence[body].Roles & WordRoles.OrganizationThe) == 0) return -1;
        var end = EndWithoutSeat(sentence, body);
        return KnownNames.Embedded.Longest(sentence.Document, body) is { Type: NameType.Organization } known && known.End > end ? known.End : end;
    }

    /// <summary>Where the party opens whose bloc or committee is named from <paramref name="head"/> to <paramref name="end"/>, or -1: it is named too.</summary>
    public static int Owner(SentenceView sentence, int head, int end)
    {
        if ((sentence[head].Roles & WordRoles.Local) == 0) return -1;
        for (var i = head + 1; i < end - 1; i++)
            if ((sentence[i].Roles & WordRoles.Group) != 0 && EndWithoutSeat(sentence, i) == end) return i;
        return -1;
    }

    // "X FM", "radio X FM".
    private static int EndOfStation(SentenceView sentence, int head)
    {
        var last = (sentence[head].Roles & WordRoles.Media) != 0 && sentence.IsWord(head + 1) ? head + 1 : head;
        var band = Marks.Opens(sentence.Mark(last + 1)) ? last + 2 : last + 1;
        var isNamed = sentence[last].Roles == WordRoles.None && sentence.Document.Tokens[last].FoldedLength >= ShortestStation;
        if (!isNamed || !IsBand(sentence, band) || !IsBand(sentence, band + 1)) return -1;
        return Marks.Closes(sentence.Mark(last + 1), sentence.Mark(band + 2)) ? band + 3 : band + 2;
    }

    private static bool IsBand(SentenceView sentence, int i) => sentence.IsWord(i) && (sentence[i].Roles & WordRoles.Band) != 0;

    // "the forces" + adjectives, one of them of nationality or rank; a body may also say what it is for.
    private static int EndOfDefinite(SentenceView sentence, int head)
    {
        var named = -1;
        var i = head + 1;
        for (; i < sentence.End && i <= head + 4 && IsAdjective(sentence, i); i++)
            if ((sentence[i].Roles & (WordRoles.Nationality | WordRoles.Rank)) != 0 || named > 0) named = i + 1;
        var body = (sentence[head].Roles & WordRoles.OrganizationBody) != 0;
        if (named < 0 && EndBeforeSeat(sentence, head) is > 0 and var seated) return seated;
        if (named < 0) return body && i > head + 1 && IsPurposeOfBody(sentence, i) ? EndOfPurpose(sentence, i) : -1;
        if (!Agrees(sentence, head, named - 1)) return -1;
        if ((sentence[head].Roles & WordRoles.Local) != 0 && EndOfServed(sentence, named) is > 0 and var served) return served;
        if (body && IsPurposeOfBody(sentence, named) && EndWithoutSeat(sentence, named) is > 0 and var owner) return owner;
        return body && IsPurpose(sentence, named) ? EndOfPurpose(sentence, named) : Continued(sentence, named);
    }

    // "the general directorate for the civil defence".
    private static int EndOfServed(SentenceView sentence, int i)
    {
        if (!sentence.IsWord(i) || !IsFused(sentence, i) || !IsBodyOfItsOwn(sentence, i)) return -1;
        return KnownNames.Embedded.Longest(sentence.Document, i) is { Type: NameType.Organization, End: var end } ? end : EndOfDefinite(sentence, i);
    }

    // "the local hospital in X": an adjective that is no rank says which one, where the seat follows.
    private static int EndBeforeSeat(SentenceView sentence, int head)
    {
        var end = head + 1;
        while (end < sentence.End && end <= head + 3 && sentence.IsWord(end) && sentence[end].HasArticle && sentence[end].Particles == 0 && IsQualifier(sentence, end)) end++;
        return end > head + 1 && Seat.Follows(sentence, head, end) ? end : -1;
    }

    // A feminine or plural head takes a feminine adjective: "the foreign [ministry]" with a masculine one speaks of its minister.
    private static bool Agrees(SentenceView sentence, int head, int adjective) =>
        (sentence[adjective].Roles & WordRoles.Nationality) == 0
        || (sentence.Document.Folded(head)[^1] is Heh or Teh) == (sentence.Document.Folded(adjective)[^1] is Heh);

    private static int EndOfPurpose(SentenceView sentence, int first)
    {
        var end = first + 1;
        while (end < sentence.End && end < first + 5 && (ContinuesPurpose(sentence, first, end) || JoinsLink(sentence, end) || JoinsPurpose(sentence, first, end))) end++;
        while (end > first + 1 && IsLink(sentence, end - 1)) end--;
        return end;
    }

    // "for the relief" may be followed by its adjective, not by any definite word.
    private static bool ContinuesPurpose(SentenceView sentence, int first, int i) =>
        sentence[i].HasArticle && sentence.IsWord(i) && sentence[i].Particles == 0
            ? IsLink(sentence, i - 1) || (!IsStop(sentence, i) && (IsQualifier(sentence, i) || sentence.Tag(i) == NameTag.InsideOrganization) && Continues(sentence, first, i))
            : Continues(sentence, first, i);

    private static int EndOfChain(SentenceView sentence, int head, bool trusted)
    {
        var quoted = Marks.AfterClose(sentence, head + 1, LongestQuoted);
        if (quoted > 0) return sentence.Mark(head + 1) == '(' && !trusted ? -1 : AfterAdjectives(sentence, quoted);
        if (IsPlaceNotBody(sentence, head) || (!trusted && (sentence[head].Roles & (WordRoles.Called | WordRoles.Local)) == 0 && IsBodyOfItsOwn(sentence, head + 1))) return -1;
        if (!trusted && sentence.IsWord(head + 1) && (sentence[head + 1].Roles & WordRoles.OrganizationBefore) != 0) return -1;
        var end = head + 1;
        while (end < sentence.End && end < head + LongestName && Continues(sentence, head, end)) end++;
        while (end > head + 1 && IsLink(sentence, end - 1)) end--;
        if (end == head + 1 || IsBareBody(sentence, head, end) || IsOneOfMany(sentence, head, end)) return -1;
        if (IsChannelNumber(sentence, head, end)) return end + 1;
        if (IsNamedPlace(sentence, head + 1) && sentence.IsWord(end) && IsFused(sentence, end) && IsPurpose(sentence, end)) return EndOfPurpose(sentence, end);
        if (trusted || IsBacked(sentence, head) || Seat.Follows(sentence, head, end)) return end;
        return IsDefiniteWord(sentence, end) && Seat.Follows(sentence, head, end + 1) ? end + 1 : -1;
    }

    private static bool IsDefiniteWord(SentenceView sentence, int i) =>
        sentence.IsWord(i) && sentence[i].HasArticle && sentence[i].Particles == 0 && !IsStop(sentence, i);

    /// <summary>"A new party", "a strong movement": an ordinary word without article names none.</summary>
    public static bool IsOneOfMany(SentenceView sentence, int head, int end) =>
        end == head + 2 && !sentence[head].HasArticle && !sentence[head + 1].HasArticle && sentence.IsWord(head + 1) && sentence[head + 1].Rarity > CommonRarity
        && (sentence[head + 1].Known & (WordLists.CommonPerson | WordLists.Place | WordLists.Country)) == WordLists.None && KnownNames.Embedded.KeyOf(sentence.Stem(head + 1)) is null
        && (sentence[head].Roles & (WordRoles.Group | WordRoles.Media)) != 0;

    // "channel X 2".
    private static bool IsChannelNumber(SentenceView sentence, int head, int end) =>
        (sentence[head].Roles & WordRoles.Media) != 0 && end < sentence.End && sentence.Document.Tokens[end] is { Kind: TokenKind.Number, FoldedLength: 1 } && !sentence.IsWord(end + 1);

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
        (IsBodyOfItsOwn(sentence, head + 1) && IsPartOf(sentence, head) && EndOfDefinite(sentence, head + 1) > 0) ||
        sentence.Tag(head) == NameTag.BeginOrganization || sentence.Tag(head + 1) == NameTag.InsideOrganization
        || (NameTags.TypeOf(sentence.Tag(head + 1)) == 3 && sentence[head + 1].Particles == 0)
        || IsOwned(sentence, head)
        || IsField(sentence, head)
        || ((sentence[head + 1].Roles & WordRoles.PlaceBefore) != 0 && sentence.IsWord(head + 2) && sentence.Tag(head + 2) == NameTag.BeginLocation);

    // "office of the council of X", "forces of the party X"; the site of an authority is no name.
    private static bool IsOwned(SentenceView sentence, int head) =>
        (sentence[head + 1].Roles & ((sentence[head].Roles & WordRoles.Called) != 0 ? WordRoles.Group : WordRoles.OrganizationOf | WordRoles.Group)) != 0
        && (sentence[head + 1].Roles & WordRoles.OrganizationBefore) == 0;

    // "forces of the army of X", "squad of the civil defence": what belongs to a society or a firm is no name.
    private static bool IsPartOf(SentenceView sentence, int head) =>
        (sentence[head].Roles & WordRoles.Called) != 0 || ((sentence[head].Roles & WordRoles.Local) != 0 && (sentence[head + 1].Roles & WordRoles.OrganizationBody) == 0);

    // "department of fight against crime", "chamber of trade of X": a field of work, and it is definite.
    private static bool IsField(SentenceView sentence, int head) =>
        (sentence[head].Roles & WordRoles.Local) != 0 && (sentence[head + 1].Roles & WordRoles.OrganizationLink) != 0 && sentence[head + 1].Particles == 0 && !sentence[head + 1].HasArticle
        && sentence.IsWord(head + 2) && sentence[head + 2].Particles == 0 && (sentence[head + 2].HasArticle || IsNamedPlace(sentence, head + 2));

    private static bool Continues(SentenceView sentence, int head, int i)
    {
        if (!sentence.IsWord(i)) return false;
        if (sentence.Tag(i) == NameTag.InsideOrganization) return !IsPersonAfter(sentence, i);
        ref readonly var word = ref sentence[i];
        var second = i == head + 1 || IsLink(sentence, i - 1);
        if (IsFused(sentence, i)) return i > head + 1 && IsPurpose(sentence, i) && sentence[i - 1].HasArticle;
        if (word.Particles > 0) return i > head + 1 && (Joins(sentence, head, i) || JoinsLink(sentence, i));
        if (NameTags.TypeOf(sentence.Tag(i)) is 1 or 2) return second || sentence.Tag(i).IsInside();
        if (word.HasArticle) return !IsStop(sentence, i) && (second || IsQualifier(sentence, i));
        return second && (IsLink(sentence, i) || sentence.Tag(i) == NameTag.BeginOrganization || IsTitleOfMedium(sentence, head, i));
    }

    // "agency X": a word too rare to be an adjective of agencies.
    private static bool IsTitleOfMedium(SentenceView sentence, int head, int i) =>
        i == head + 1 && (sentence[head].Roles & WordRoles.Media) != 0 && sentence[i].Roles == WordRoles.None && sentence[i].Rarity < 5 && sentence.Document.Folded(i)[^1] is not (Heh or Yeh);

    /// <summary>Whether a given name stands behind a definite word, which it cannot continue: "the union for media X" names X beside it.</summary>
    public static bool IsPersonAfter(SentenceView sentence, int i) =>
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
        && (sentence[head].Roles & (WordRoles.OrganizationOf | WordRoles.Local)) != 0 && sentence[i - 1].HasArticle && (IsDefinite(sentence, head + 1, i) || IsLink(sentence, i - 2))
        && (sentence[i].Roles & (WordRoles.AnyOrganization | WordRoles.Title | WordRoles.Nationality | WordRoles.Stop)) == 0
        && !sentence.Tag(i).IsBegin();

    // "for the doctors and the pharmacists".
    private static bool JoinsPurpose(SentenceView sentence, int first, int i) =>
        (i == first + 1 || (i > first + 1 && JoinsPurpose(sentence, first, i - 1))) && IsFused(sentence, first) && sentence.IsWord(i) && sentence[i].HasArticle && sentence[i].Particles == 1 && sentence.Document.Folded(i)[0] == Waw
        && (sentence[i].Roles & (WordRoles.AnyOrganization | WordRoles.Title | WordRoles.Nationality | WordRoles.Stop)) == 0 && !sentence.Tag(i).IsBegin();

    // "and protection of the ...": a second purpose.
    private static bool JoinsLink(SentenceView sentence, int i) =>
        sentence.IsWord(i + 1) && sentence[i].Particles == 1 && sentence.Document.Folded(i)[0] == Waw && (sentence[i].Roles & WordRoles.OrganizationLink) != 0
        && sentence[i - 1].HasArticle && sentence[i + 1].HasArticle && !IsStop(sentence, i + 1);

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

    // «X» of some nationality, electronic, "for news".
    private static int AfterAdjectives(SentenceView sentence, int end)
    {
        while (end < sentence.End && IsAdjective(sentence, end) && ((sentence[end].Roles & (WordRoles.Nationality | WordRoles.Loose)) != 0 || IsHalf(sentence, end))) end++;
        return end < sentence.End && IsPurpose(sentence, end) && IsFused(sentence, end) ? EndOfPurpose(sentence, end) : end;
    }

    // "of South Korea" is two adjectives.
    private static bool IsHalf(SentenceView sentence, int i) =>
        (sentence[i - 1].Roles & WordRoles.Nationality) != 0 && sentence.Document.Folded(i) is [.. var masculine, Heh] && (NameLexicon.Embedded.RolesOf(masculine) & WordRoles.Direction) != 0;

    private static int Continued(SentenceView sentence, int end)
    {
        while (end < sentence.End && sentence.Tag(end) == NameTag.InsideOrganization && !IsPersonAfter(sentence, end) && !IsBodyAfter(sentence, end)) end++;
        return end;
    }

    /// <summary>Whether a body of its own stands behind a definite word: "the club X the club Y" are two.</summary>
    public static bool IsBodyAfter(SentenceView sentence, int i) =>
        sentence[i - 1].HasArticle && sentence[i].HasArticle && sentence[i].Particles == 0
        && ((sentence[i].Roles & WordRoles.OrganizationBody) != 0 || KnownNames.Embedded.Longest(sentence.Document, i) is { Type: NameType.Organization, Sure: true, Length: > 1 });
}
