using System.Collections.Frozen;
using System.Text.Json;

namespace Marsad.Desk.Readers;

/// <summary>The interface words of one language, from its embedded resource file: a key is a phrase, or one phrase a plural form.</summary>
public sealed class Words
{
    private readonly FrozenDictionary<string, string> _phrases;

    private Words(string language, IEnumerable<KeyValuePair<string, string>> phrases)
    {
        Language = language;
        _phrases = phrases.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public static Words Arabic { get; } = Load("ar");

    public static Words English { get; } = Load("en");

    /// <summary>"ar" or "en".</summary>
    public string Language { get; }

    /// <summary>Every key; plural forms stand as "key/few".</summary>
    internal IEnumerable<string> Keys => _phrases.Keys;

    /// <summary>The phrase of a key. A missing key is our fault, so it throws; a test reads every key of both files.</summary>
    public string this[string key] => _phrases.TryGetValue(key, out var phrase) ? phrase : throw new KeyNotFoundException($"no word for '{key}' in {Language}");

    /// <summary>The phrase of a key that is made from data (a code, a type); null where the language has none.</summary>
    public string? Find(string key) => _phrases.GetValueOrDefault(key);

    /// <summary>The phrase for so many; "{0}" in it stands for the number, as the reader writes numbers.</summary>
    public string Count(string key, long count, string number)
    {
        var form = Plurals.Of(Language, count);
        return this[$"{key}/{NameOf(form)}"].Replace("{0}", number, StringComparison.Ordinal);
    }

    internal static string NameOf(PluralForm form) => form.ToString().ToLowerInvariant();

    private static Words Load(string language)
    {
        using var stream = typeof(Words).Assembly.GetManifestResourceStream($"words/{language}.json")
            ?? throw new InvalidOperationException($"words/{language}.json is not embedded");
        using var json = JsonDocument.Parse(stream);
        return new Words(language, [.. json.RootElement.EnumerateObject().SelectMany(PhrasesOf)]);
    }

    private static IEnumerable<KeyValuePair<string, string>> PhrasesOf(JsonProperty entry) =>
        entry.Value.ValueKind == JsonValueKind.Object
            ? entry.Value.EnumerateObject().Select(form => KeyValuePair.Create($"{entry.Name}/{form.Name}", form.Value.GetString()!))
            : [KeyValuePair.Create(entry.Name, entry.Value.GetString()!)];
}
