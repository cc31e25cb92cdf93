using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Marsad.House.Tests;

/// <summary>Laws 1 and 2 of docs/house.md, over compiled code.</summary>
public sealed class RoomTests
{
    private static readonly Architecture Code = new ArchLoader().LoadAssemblies(House.Language, House.Station, House.Desk, House.Cli).Build();

    public static TheoryData<string> Rooms => [.. House.Rooms.Where(HasTypes)];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_looks_back_only(string room)
    {
        foreach (var later in House.Rooms.SkipWhile(r => r != room).Skip(1).Where(HasTypes))
            Types().That().ResideInNamespaceMatching(Namespace(room)).Should().NotDependOnAny(Types().That().ResideInNamespaceMatching(Namespace(later)))
                .Because($"{room} comes before {later} on a page's walk").Check(Code);
    }

    [Theory]
    [InlineData("Marsad.Desk")]
    [InlineData("Marsad.Cli")]
    public void Nothing_in_the_station_knows_the_desk_or_the_command_line(string edge) =>
        Types().That().ResideInAssembly(House.Station).Or().ResideInAssembly(House.Language)
            .Should().NotDependOnAny(Types().That().ResideInNamespaceMatching($"^{edge}(\\.|$)")).Check(Code);

    [Theory]
    [InlineData("Reading")]
    [InlineData("Language")]
    [InlineData("Relating")]
    [InlineData("Watching")]
    public void A_pure_room_has_no_clock_disk_network_or_logger(string room)
    {
        Assert.SkipUnless(HasTypes(room), $"The room {room} has no types.");
        string[] impure = ["System.TimeProvider", "System.IO.File", "System.IO.Directory", "System.IO.FileInfo", "System.IO.FileStream", "System.Net.Http", "System.Net.Sockets", "Microsoft.Extensions.Logging", "Microsoft.Data.Sqlite", "System.Console", "System.Diagnostics.Stopwatch"];
        var met = Code.Types
            .Where(type => type.FullName.StartsWith($"Marsad.{room}.", StringComparison.Ordinal))
            .SelectMany(type => type.Dependencies.Select(d => (type.FullName, Target: d.Target.FullName)))
            .Where(use => impure.Any(name => use.Target == name || use.Target.StartsWith(name + ".", StringComparison.Ordinal)))
            .Distinct();
        Assert.Empty(met);
    }

    // Folding, tokens and the loader of language data are the ground that every room stands on; what the language room finds is not.
    private static string Namespace(string room) => room == "Language" ? @"^Marsad\.Language($|\.(?!Text|Tokens|Data))" : $"^Marsad\\.{room}(\\.|$)";

    private static bool HasTypes(string room) =>
        Code.Types.Any(type => type.Namespace.FullName == $"Marsad.{room}" || type.Namespace.FullName.StartsWith($"Marsad.{room}.", StringComparison.Ordinal));
}
