using System.Collections.Frozen;
using Marsad.Language.Data;
using Marsad.Language.Text;

namespace Marsad.Language.Statements;

/// <summary>The words that the statement reader knows, folded, from words.tsv, speakers.tsv and parts-of-speech.tsv.</summary>
internal static class Lexicon
{
    private static readonly FrozenDictionary<string, WordEntry> Entries = Build();

    public static readonly FrozenDictionary<string, WordEntry>.AlternateLookup<ReadOnlySpan<char>> Words = Entries.GetAlternateLookup<ReadOnlySpan<char>>();

    private static FrozenDictionary<string, WordEntry> Build()
    {
        var entries = new Dictionary<string, WordEntry>();
        foreach (var row in Table.Rows("parts-of-speech.tsv")) Add(entries, row[0], new WordEntry(PartsOfSpeech(row[1]), Gender.Unknown, false));
        foreach (var row in Table.Rows("words.tsv")) Add(entries, row[0], new WordEntry(Classes(row[1]), Gender.Unknown, false));
        foreach (var row in Table.Rows("speakers.tsv"))
        {
            var entry = new WordEntry(Classes(row[1]) | WordClass.Noun, row[2] == "f" ? Gender.Feminine : Gender.Masculine, row[3] == "p");
            Add(entries, row[0], entry);
            if (row[0].EndsWith("\u0648\u0646", StringComparison.Ordinal)) AddSoundPlural(entries, row[0][..^2], entry);
        }

        return entries.ToFrozenDictionary();
    }

    // The sound plural where it is no subject, and before what it is annexed to. Nisbas keep to the first: "agricultural" is no farmers.
    private static void AddSoundPlural(Dictionary<string, WordEntry> entries, string stem, WordEntry entry)
    {
        Add(entries, stem + "\u064A\u0646", entry);
        foreach (var ending in (ReadOnlySpan<string>)["\u0648", "\u064A"])
            if (!entries.ContainsKey(Folding.Fold(stem + ending))) Add(entries, stem + ending, entry);
    }

    private static void Add(Dictionary<string, WordEntry> entries, string word, WordEntry entry)
    {
        var folded = Folding.Fold(word);
        entries[folded] = entries.TryGetValue(folded, out var known)
            ? new WordEntry(known.Class | entry.Class, entry.Gender == Gender.Unknown ? known.Gender : entry.Gender, entry.Plural || known.Plural)
            : entry;
    }

    private static WordClass Classes(string names) => names.Split(' ').Aggregate(WordClass.None, (all, name) => all | Enum.Parse<WordClass>(name, ignoreCase: true));

    private static WordClass PartsOfSpeech(string letters)
    {
        var all = WordClass.None;
        foreach (var letter in letters)
        {
            all |= letter switch
            {
                'N' => WordClass.Noun,
                'A' => WordClass.Adjective,
                'V' => WordClass.Verb,
                _ => WordClass.None, // a proper noun: known by the name finder, not by the lexicon
            };
        }

        return all;
    }
}
