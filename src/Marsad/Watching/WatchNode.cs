using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Marsad.Watching;

/// <summary>A mapping of a watch file, asked for what it must and may hold. Every complaint knows its line.</summary>
internal readonly struct WatchNode(YamlMappingNode node)
{
    public WatchFileException Wrong(string reason) => new(node.Start.Line, reason);

    /// <exception cref="WatchFileException">It holds another key: a misspelt one would silently watch for nothing.</exception>
    public void Only(params string[] keys)
    {
        foreach (var key in node.Children.Keys)
            if (!keys.Contains(key.ToString(), StringComparer.Ordinal))
                throw new WatchFileException(key.Start.Line, $"\"{key}\" is not known here; known are {string.Join(", ", keys)}");
    }

    public string Text(string key) => Needed(key) is YamlScalarNode { Value: { Length: > 0 } text } ? text : throw Wrong($"\"{key}\" must be words");

    public WatchNode Map(string key) => MapOrNone(key) ?? throw Wrong($"\"{key}\" is missing");

    public WatchNode? MapOrNone(string key) => Found(key) switch
    {
        null => null,
        YamlMappingNode map => new WatchNode(map),
        var other => throw new WatchFileException(other.Start.Line, $"\"{key}\" must hold keys"),
    };

    public IEnumerable<WatchNode> Maps(string key) => List(Needed(key), key).Select(item =>
        item is YamlMappingNode map ? new WatchNode(map) : throw new WatchFileException(item.Start.Line, $"each of \"{key}\" must hold keys"));

    public List<string> Words(string key) => WordsOf(Needed(key), key);

    public List<string> WordsOrNone(string key) => Found(key) is { } found ? WordsOf(found, key) : [];

    public List<List<string>> Lists(string key) => [.. List(Needed(key), key).Select(list => WordsOf(list, key))];

    public TermList? TermsOrNone(string key) => Found(key) is { } found ? new TermList(WordsOf(found, key)) : null;

    /// <summary>Words of a closed list of the data contract.</summary>
    public HashSet<T> Terms<T>(string key, Func<string, T> read, bool needed)
    {
        if (!needed && Found(key) is null) return [];
        var self = this;
        return [.. Words(key).Select(word =>
        {
            try
            {
                return read(word);
            }
            catch (FormatException)
            {
                throw new WatchFileException(self.Needed(key).Start.Line, $"\"{word}\" is none of \"{key}\"");
            }
        })];
    }

    public decimal NumberOr(string key, decimal otherwise)
    {
        if (Found(key) is not { } found) return otherwise;
        return decimal.TryParse(found.ToString(), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number : throw new WatchFileException(found.Start.Line, $"\"{key}\" must be a number above 0");
    }

    private static List<string> WordsOf(YamlNode found, string key)
    {
        var words = List(found, key).Select(item => item is YamlScalarNode { Value: { Length: > 0 } word } ? word : throw new WatchFileException(item.Start.Line, $"\"{key}\" must list words")).ToList();
        return words.Count > 0 ? words : throw new WatchFileException(found.Start.Line, $"\"{key}\" is empty");
    }

    private static IEnumerable<YamlNode> List(YamlNode found, string key) =>
        found is YamlSequenceNode list ? list : throw new WatchFileException(found.Start.Line, $"\"{key}\" must be a list");

    private YamlNode? Found(string key) => node.Children.TryGetValue(new YamlScalarNode(key), out var found) ? found : null;

    private YamlNode Needed(string key) => Found(key) ?? throw Wrong($"\"{key}\" is missing");
}

/// <summary>A watch file is wrong at a line. Never leaves <see cref="WatchFile"/>.</summary>
internal sealed class WatchFileException(long line, string reason) : Exception(reason)
{
    public long Line => line;
}
