using Marsad.Language.Names;

namespace Marsad.Corpora;

/// <summary>Reads the tagged corpora of data/ner and maps their classes to the four types of ANERcorp.</summary>
internal static class TaggedCorpora
{
    private static readonly HashSet<string> Persons =
    [
        "Politician", "Athlete", "Artist", "Religious_PER", "Scientist", "Other_PER", "Businessperson", "Lawyer", "Engineer", "Police",
        "PER", "PERS",
    ];

    private static readonly HashSet<string> Organizations =
    [
        "Government", "Non-Governmental", "Commercial", "Educational", "Media", "Religious_ORG", "Sports", "Medical-Science", "Entertainment", "ORG",
    ];

    private static readonly HashSet<string> Locations =
    [
        "Population-Center", "Nation", "State-or-Province", "Continent", "Water-Body", "Land-Region-Natural", "County-or-District",
        "GPE-Cluster", "Building-Grounds", "Airport", "Path", "LOC", "GPE", "FAC",
    ];

    // Peoples and faiths are tagged in some corpora; neither ANERcorp nor our guide calls them names.
    private static readonly HashSet<string> NoNames =
    [
        "Group", "Subarea-Facility", "Plant", "NORP", "OCC", "DATE", "TIME", "CARDINAL", "ORDINAL", "PERCENT", "MONEY", "QUANTITY", "UNIT", "CURR", "WEBSITE", "LAW", "EVENT", "LANGUAGE", "PRODUCT",
    ];

    public const string AnerTestFile = "ner/ANERCorp_CamelLab_test.txt";
    public const string WojoodTestFile = "ner/wojood-sample/test.txt";

    public static IEnumerable<TaggedSentence> AnerTrain(string data) => Aner(Path.Combine(data, "ner", "ANERCorp_CamelLab_train.txt"));

    public static IEnumerable<TaggedSentence> Aner(string file) => Sentences("aner", file, ' ');

    /// <summary>The sample of Wojood (Jarrar, Khalilia and Ghanem 2022): persons, organisations and places of its flat tags; the rest is no name to us.</summary>
    public static IEnumerable<TaggedSentence> Wojood(string file) => Sentences("wojood", file, ' ');

    public static IEnumerable<TaggedSentence> WikiFane(string data) =>
        Sentences("wikifane", Path.Combine(data, "ner", "wikifane_gold.bio"), '\t').Select(Rejoin.Clitics);

    public static IEnumerable<TaggedSentence> NewsFane(string data) =>
        Sentences("newsfane", Path.Combine(data, "ner", "newsfane_not_in_camel_test.bio"), '\t').Select(Rejoin.Clitics);

    public static IEnumerable<TaggedSentence> Aqmar(string data) =>
        Directory.GetFiles(Path.Combine(data, "ner", "aqmar"), "*.txt").Order(StringComparer.Ordinal).SelectMany(file => Sentences("aqmar", file, ' '));

    private static IEnumerable<TaggedSentence> Sentences(string corpus, string path, char separator)
    {
        var words = new List<string>();
        var tags = new List<NameTag>();
        foreach (var line in File.ReadLines(path).Append(""))
        {
            var cut = line.TrimEnd('\r').LastIndexOf(separator);
            if (cut > 0)
            {
                words.Add(line[..cut].Replace(' ', '_'));
                tags.Add(Repair(TagOf(line[(cut + 1)..].Trim()), tags));
            }
            else if (words.Count > 0)
            {
                yield return new TaggedSentence(corpus, [.. words], [.. tags]);
                words.Clear();
                tags.Clear();
            }
        }
    }

    private static NameTag TagOf(string label)
    {
        var dash = label.IndexOf('-', StringComparison.Ordinal);
        if (dash < 0) return NameTag.Outside;
        var inside = label[0] == 'I';
        var type = label[(dash + 1)..].TrimStart('-');
        var begin = Persons.Contains(type) ? NameTag.BeginPerson
            : Organizations.Contains(type) ? NameTag.BeginOrganization
            : Locations.Contains(type) ? NameTag.BeginLocation
            : NoNames.Contains(type) ? NameTag.Outside
            : NameTag.BeginOther;
        return begin != NameTag.Outside && inside ? begin + 1 : begin;
    }

    // An inside tag that continues nothing opens a name; the corpora have a few dozen of them.
    private static NameTag Repair(NameTag tag, List<NameTag> before) =>
        NameTags.MayFollow(tag, before.Count > 0 ? before[^1] : NameTag.Outside) ? tag : tag - 1;
}
