using System.CommandLine;
using System.Text.RegularExpressions;
using Marsad.Cli;

namespace Marsad.House.Tests;

/// <summary>What a person can meet is written down: commands, options, trouble codes, rooms, decisions about packages.</summary>
public sealed partial class DocsTests
{
    private static readonly string Docs = string.Join('\n', House.Files("docs").Where(file => file.EndsWith(".md", StringComparison.Ordinal)).Select(File.ReadAllText));

    public static TheoryData<string> Commands => [.. AllCommands(CommandLine.Root(), "marsad").Select(c => c.Path)];

    public static TheoryData<string> Options => [.. AllCommands(CommandLine.Root(), "marsad").SelectMany(c => c.Command.Options).Select(o => o.Name).Where(n => n is not ("--help" or "--version")).Distinct()];

    public static TheoryData<string> Codes => [.. House.Files("src").Where(file => file.EndsWith(".cs", StringComparison.Ordinal)).SelectMany(file => File.ReadLines(file).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)).SelectMany(line => TroubleCode().Matches(line))).Select(m => m.Groups[1].Value).Distinct().Order()];

    public static TheoryData<string> Packages => [.. PackageVersion().Matches(File.ReadAllText(Path.Combine(House.Root, "Directory.Packages.props"))).Select(m => m.Groups[1].Value)];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_command_is_documented(string command) => Assert.Contains(command, Docs, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Options))]
    public void Every_option_is_documented(string option) => Assert.Contains(option, Docs, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_trouble_code_is_documented(string code) => Assert.Contains(code, Docs, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Packages))]
    public void Every_package_has_its_line_in_the_decisions(string package) =>
        Assert.Contains(package, File.ReadAllText(Path.Combine(House.Root, "docs", "decisions", "0001-packages.md")), StringComparison.Ordinal);

    [Fact]
    public void Every_command_says_what_it_does_with_an_example() => Assert.All(
        AllCommands(CommandLine.Root(), "marsad").Where(c => c.Command.Subcommands.Count == 0),
        c => Assert.Contains(c.Path, c.Command.Description ?? "", StringComparison.Ordinal));

    [Fact]
    public void Every_room_has_its_page() => Assert.All(
        House.Rooms.Where(room => Directory.Exists(Path.Combine(House.Root, "src", "Marsad", room)) || room == "Language"),
        room => Assert.True(File.Exists(Path.Combine(House.Root, "docs", "rooms", room.ToLowerInvariant() + ".md")), $"docs/rooms/{room.ToLowerInvariant()}.md"));

    [Fact]
    public void Every_link_between_docs_leads_somewhere() => Assert.Empty(
        House.Files("docs").Append(Path.Combine(House.Root, "README.md")).Append(Path.Combine(House.Root, "CONTRIBUTING.md"))
            .Where(file => file.EndsWith(".md", StringComparison.Ordinal))
            .SelectMany(file => Link().Matches(File.ReadAllText(file)).Select(m => (File: file, Target: m.Groups[1].Value)))
            .Where(link => !link.Target.Contains("://", StringComparison.Ordinal) && !link.Target.StartsWith('#'))
            .Where(link => !Path.Exists(Path.Combine(Path.GetDirectoryName(link.File)!, link.Target.Split('#')[0])))
            .Select(link => $"{House.Relative(link.File)} → {link.Target}"));

    private static IEnumerable<(string Path, Command Command)> AllCommands(Command command, string path) =>
        command.Subcommands.SelectMany(sub => AllCommands(sub, $"{path} {sub.Name}").Prepend(($"{path} {sub.Name}", sub)));

    [GeneratedRegex("\"((?:FE|FT|AR|RD|LG|RC|RL|WT|ST|FL|DK|CL)[0-9]{3})\"")]
    private static partial Regex TroubleCode();

    [GeneratedRegex("PackageVersion Include=\"([^\"]+)\"")]
    private static partial Regex PackageVersion();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
