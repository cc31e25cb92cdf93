using System.Text.RegularExpressions;

namespace Marsad.House.Tests;

public sealed partial class NamingTests
{
    private static readonly string[] EmptyWords = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Processor", "Service", "Services"];

    [Fact]
    public void No_type_ends_in_a_word_that_says_nothing() =>
        Assert.Empty(House.WrittenTypes.Where(type => EmptyWords.Any(word => Bare(type.Name) != word && Bare(type.Name).EndsWith(word, StringComparison.Ordinal))).Select(type => type.FullName));

    [Fact]
    public void Every_class_is_sealed_static_or_abstract()
    {
        var derived = House.WrittenTypes.Select(type => type.BaseType).OfType<Type>().Select(type => type.IsGenericType ? type.GetGenericTypeDefinition() : type).ToHashSet();
        Assert.Empty(House.WrittenTypes
            .Where(type => type.IsClass && !type.IsSealed && !type.IsAbstract && !derived.Contains(type) && !IsComponent(type))
            .Select(type => type.FullName));
    }

    [Fact]
    public void An_interface_has_two_implementations()
    {
        var all = House.WrittenTypes.ToList();
        Assert.Empty(all
            .Where(type => type.IsInterface)
            .Where(type => all.Count(other => other.IsClass && other.GetInterfaces().Any(i => (i.IsGenericType ? i.GetGenericTypeDefinition() : i) == type)) < 2)
            .Select(type => type.FullName));
    }

    [Fact]
    public void A_file_is_not_longer_than_a_room_needs() =>
        Assert.Empty(House.Files("src").Where(file => file.EndsWith(".cs", StringComparison.Ordinal) && File.ReadLines(file).Count() > 400).Select(House.Relative));

    [Fact]
    public void Most_methods_are_short()
    {
        var bodies = House.Files("src").Where(file => file.EndsWith(".cs", StringComparison.Ordinal)).SelectMany(MethodLengths).Order().ToList();
        Assert.True(bodies[bodies.Count / 2] <= 8, $"the median method has {bodies[bodies.Count / 2]} lines");
        Assert.True(bodies[bodies.Count * 9 / 10] <= 25, $"nine in ten methods have up to {bodies[bodies.Count * 9 / 10]} lines");
        Assert.True(bodies.Count(length => length > 50) <= bodies.Count * 0.02, $"{bodies.Count(length => length > 50)} of {bodies.Count} methods are over 50 lines");
    }

    // Counted off the indentation that the formatter enforces: a member starts at four or eight spaces and ends with the brace of the same depth.
    private static IEnumerable<int> MethodLengths(string file)
    {
        var lines = File.ReadAllLines(file);
        for (var i = 0; i + 1 < lines.Length; i++)
        {
            var start = MemberStart().Match(lines[i]);
            if (!start.Success) continue;
            if (lines[i].EndsWith(';')) yield return 1;
            var indent = start.Groups[1].Value;
            if (lines[i + 1] != indent + "{") continue;
            var end = Array.IndexOf(lines, indent + "}", i);
            if (end > i) yield return end - i - 2;
        }
    }

    private static string Bare(string name) => name.Split('`')[0];

    // The Razor compiler makes components; they cannot be declared sealed in markup.
    private static bool IsComponent(Type type) => type.GetInterfaces().Any(i => i.Name == "IComponent");

    [GeneratedRegex(@"^((?: {4}){1,2})(?:public|private|internal|protected)\b[^=;{]*\(.*\)(?: *(?:=>.*)?)$")]
    private static partial Regex MemberStart();
}
