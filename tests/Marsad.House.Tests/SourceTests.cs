using System.Text;
using System.Text.RegularExpressions;

namespace Marsad.House.Tests;

public sealed partial class SourceTests
{
    [Fact]
    public void No_source_file_holds_a_bidi_control_character() =>
        Assert.Empty(House.SourceFiles().Where(file => BidiControl().IsMatch(File.ReadAllText(file))).Select(House.Relative));

    [Fact]
    public void Code_holds_no_arabic_words_they_live_in_language_data() =>
        Assert.Empty(House.Files("src")
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal))
            .SelectMany(file => File.ReadLines(file).Select((line, i) => (Place: $"{House.Relative(file)}:{i + 1}", Line: line.Split("//")[0])))
            .Where(line => ArabicWord().IsMatch(line.Line))
            .Select(line => line.Place));

    [Fact]
    public void Every_project_is_in_the_solution_and_has_a_lock_file()
    {
        var solution = File.ReadAllText(Path.Combine(House.Root, "Marsad.slnx"));
        foreach (var project in House.Files("src", "tests", "eval", "bench", "tools").Where(file => file.EndsWith(".csproj", StringComparison.Ordinal)))
        {
            Assert.Contains(House.Relative(project).Replace('\\', '/'), solution, StringComparison.Ordinal);
            Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json")), House.Relative(project));
        }
    }

    [Fact]
    public void No_lock_file_names_where_packages_were_fetched_from() =>
        Assert.Empty(House.SourceFiles().Where(file => file.EndsWith("lock.json", StringComparison.Ordinal) && File.ReadAllText(file).Contains("://", StringComparison.Ordinal)).Select(House.Relative));

    [GeneratedRegex("[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]")]
    private static partial Regex BidiControl();

    [GeneratedRegex("[\u0621-\u064A]{2,}")]
    private static partial Regex ArabicWord();
}

public sealed partial class LanguageDataTests
{
    public static TheoryData<string> Tables => [.. House.Files("lang").Where(file => file.EndsWith(".tsv", StringComparison.Ordinal)).Select(House.Relative)];

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_table_says_where_it_comes_from_and_under_which_licence(string table) =>
        Assert.Matches(@"^# source: \S.*; licence: \S", Lines(table)[0]);

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_table_is_composed_sorted_distinct_and_not_empty(string table)
    {
        var rows = Rows(table);
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.True(row.IsNormalized(NormalizationForm.FormC), row));
        Assert.Equal(rows.Order(StringComparer.Ordinal), rows);
        Assert.Equal(rows.Distinct(), rows);
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_table_holds_no_presentation_forms_and_no_stray_space(string table) =>
        Assert.All(Rows(table), row => Assert.False(PresentationForm().IsMatch(row) || row.Split('\t').Any(cell => cell.Trim() != cell), row));

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_table_is_described_beside_it(string table) =>
        Assert.Contains(Path.GetFileName(table), File.ReadAllText(Path.Combine(House.Root, Path.GetDirectoryName(table)!, "README.md")), StringComparison.Ordinal);

    private static string[] Lines(string table) => File.ReadAllLines(Path.Combine(House.Root, table));

    private static List<string> Rows(string table) => [.. Lines(table).Where(line => line.Length > 0 && line[0] != '#')];

    [GeneratedRegex("[\uFB50-\uFDFF\uFE70-\uFEFC]")]
    private static partial Regex PresentationForm();
}
