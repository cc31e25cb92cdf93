using System.Globalization;
using Marsad.Records;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Marsad.Watching;

/// <summary>Reads a watch as a person wrote it (docs/rooms/watching.md). What is wrong is said with its line.</summary>
public static class WatchFile
{
    /// <summary>The watch, or trouble WT001 (not YAML) or WT002 (not a watch), naming file, line and reason.</summary>
    /// <param name="file">The file's name; without its ending the watch's.</param>
    public static (Watch? Watch, Trouble? Trouble) Read(string file, string yaml)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents is not [{ RootNode: YamlMappingNode root }, ..]) return (null, Wrong(file, 1, "a watch is a list of keys: title, conditions"));
            return (ReadWatch(file, new WatchNode(root)), null);
        }
        catch (WatchFileException wrong)
        {
            return (null, Wrong(file, wrong.Line, wrong.Message));
        }
        catch (YamlException odd)
        {
            return (null, new Trouble("WT001", $"{file}:{odd.Start.Line}: this is not YAML: {odd.Message}"));
        }
    }

    private static Trouble Wrong(string file, long line, string reason) => new("WT002", string.Create(CultureInfo.InvariantCulture, $"{file}:{line}: {reason}"));

    private static Watch ReadWatch(string file, WatchNode root)
    {
        root.Only("title", "conditions");
        var title = root.Map("title");
        title.Only("ar", "en");
        return new Watch(Path.GetFileNameWithoutExtension(file), title.Text("ar"), title.Text("en")) { Conditions = [.. root.Maps("conditions").Select(ReadCondition)] };
    }

    private static WatchCondition ReadCondition(WatchNode node)
    {
        node.Only("name", "event", "statement", "words", "figure");
        var name = node.Text("name");
        if (node.MapOrNone("event") is { } happening) return ReadHappening(name, happening);
        if (node.MapOrNone("statement") is { } said) return ReadSaid(name, said);
        if (node.MapOrNone("words") is { } near) return ReadNear(name, near);
        if (node.MapOrNone("figure") is { } count) return ReadCount(name, count);
        throw node.Wrong($"the condition \"{name}\" says nothing: one of event, statement, words, figure");
    }

    private static WatchCondition.Happening ReadHappening(string name, WatchNode node)
    {
        node.Only("types", "modes", "statuses", "about");
        return new WatchCondition.Happening(
            name, Plover(node.Words("types")), node.WordsOrNone("modes").ToHashSet(StringComparer.Ordinal), node.Terms("statuses", Terms.ToEventStatus, needed: false), node.TermsOrNone("about"));

        HashSet<string> Plover(IEnumerable<string> types) => [.. types.Select(type => PloverTypes.Contains(type) ? type : throw node.Wrong($"\"{type}\" is no PLOVER type"))];
    }

    private static WatchCondition.Said ReadSaid(string name, WatchNode node)
    {
        node.Only("types", "about");
        return new WatchCondition.Said(name, node.Terms("types", Terms.ToStatementType, needed: true), new TermList(node.Words("about")));
    }

    private static WatchCondition.Near ReadNear(string name, WatchNode node)
    {
        node.Only("near", "within", "unless");
        return new WatchCondition.Near(name, [.. node.Lists("near").Select(list => new TermList(list))], (int)node.NumberOr("within", 12), node.TermsOrNone("unless"));
    }

    private static WatchCondition.Count ReadCount(string name, WatchNode node)
    {
        node.Only("categories", "at_least", "of");
        return new WatchCondition.Count(name, node.Terms("categories", Terms.ToFigureCategory, needed: true), node.NumberOr("at_least", 1), node.TermsOrNone("of"));
    }

    private static readonly HashSet<string> PloverTypes = new(StringComparer.Ordinal)
    {
        "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
    };
}
