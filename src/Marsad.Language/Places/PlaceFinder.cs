using Marsad.Language.Names;
using Marsad.Language.Text;
using Marsad.Language.Tokens;

namespace Marsad.Language.Places;

/// <summary>Gives the article's locations their coordinates. Where several places share a name, size and the countries that the article speaks of decide.</summary>
internal static class PlaceFinder
{
    // Units of log2(inhabitants): a country that the article names weighs as much as sixty-four times the inhabitants.
    private const double CountryBonus = 6;
    private const double LeastConfidence = 0.3;
    private const double UnknownSize = 10;

    public static IReadOnlyList<Place> Find(Document document, ArticleNames names)
    {
        var places = new List<Place>();
        Dictionary<ushort, int>? countries = null;
        foreach (var name in names.Names)
        {
            if (name.Type != NameType.Location) continue;
            countries ??= Countries(document, names);
            if (Locate(name, countries) is { } place) places.Add(place);
        }

        return places;
    }

    private static Place? Locate(Name name, Dictionary<ushort, int> countries)
    {
        foreach (var surface in name.Variants.Prepend(name.Canonical))
        {
            var candidates = Candidates(Folding.Fold(surface));
            if (candidates.Length > 0) return Choose(name, candidates, countries);
        }

        return null;
    }

    private static ReadOnlySpan<GazetteerEntry> Candidates(string folded)
    {
        if (CountryKey(folded) is { } key) return Gazetteer.Embedded.Find(key);
        var found = Gazetteer.Embedded.Find(folded);
        if (!found.IsEmpty || !NameParticles.HasFusedArticle(folded)) return found;
        Span<char> buffer = stackalloc char[40];
        return Gazetteer.Embedded.Find(NameParticles.Unfuse(folded, buffer));
    }

    private static Place? Choose(Name name, ReadOnlySpan<GazetteerEntry> candidates, Dictionary<ushort, int> countries)
    {
        var best = 0;
        var total = 0.0;
        for (var i = 0; i < candidates.Length; i++)
            if (Weight(candidates[i], countries) > Weight(candidates[best], countries)) best = i;
        foreach (var candidate in candidates)
            if (candidate.Equals(candidates[best]) || candidate.Country != candidates[best].Country)
                total += Math.Pow(2, Weight(candidate, countries) - Weight(candidates[best], countries));
        var confidence = Prior(candidates[best], countries) / total;
        return confidence < LeastConfidence ? null
            : new Place(name.Id, Math.Round(candidates[best].Latitude, 4), Math.Round(candidates[best].Longitude, 4), candidates[best].CountryCode, Math.Round(confidence, 2));
    }

    private static double Weight(GazetteerEntry entry, Dictionary<ushort, int> countries)
    {
        if (entry.Kind == PlaceKind.Country) return 40;
        var size = entry.Size > 0 ? entry.Size / 4.0 : UnknownSize;
        return size + (countries.ContainsKey(entry.Country) ? CountryBonus : 0);
    }

    // How likely the name means a listed place at all: a village that the article gives no country for is as likely a namesake that no list holds.
    private static double Prior(GazetteerEntry entry, Dictionary<ushort, int> countries)
    {
        if (entry.Kind == PlaceKind.Country) return 0.98;
        if (countries.ContainsKey(entry.Country)) return 0.92;
        return entry.Size >= 64 ? 0.85 : 0.5;
    }

    // Countries named, and countries whose adjectives are used.
    private static Dictionary<ushort, int> Countries(Document document, ArticleNames names)
    {
        var countries = new Dictionary<ushort, int>();
        foreach (var name in names.Names)
            if (name.Type == NameType.Location && Gazetteer.Embedded.Find(Key(name)) is { IsEmpty: false } found && found[0] is { Kind: PlaceKind.Country } country)
                Count(countries, country.Country);
        for (var i = 0; i < document.Tokens.Count; i++)
            if (document.Tokens[i].Kind == TokenKind.Word && NameLexicon.Embedded.CountryOf(document.Folded(i)) is { } code)
                Count(countries, GazetteerEntry.Code(code));
        return countries;
    }

    private static string Key(Name name)
    {
        var folded = Folding.Fold(name.Canonical);
        return CountryKey(folded) ?? folded;
    }

    // Known names of countries have their ISO code for a key; the gazetteer holds countries by code too, folded as all its keys are.
    private static string? CountryKey(string folded) =>
        KnownNames.Embedded.KeyOf(folded) is { Length: 5 } key && key.StartsWith(KnownNames.LocationKey, StringComparison.Ordinal) ? Folding.Fold(key.AsSpan(3)) : null;

    private static void Count(Dictionary<ushort, int> countries, ushort country) => countries[country] = countries.GetValueOrDefault(country) + 1;
}
