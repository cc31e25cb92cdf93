using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Marsad.Language.Tests.Fuzz;

/// <summary>Texts that were mutated at random are read without an exception, with spans that lie inside, in time in proportion.</summary>
[Collection(nameof(Alone))]
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int OfEveryRun = 300;

    // A Debug build on a slow machine reads 50,000 characters a second and more of any text measured; quadratic work on a long text falls far below.
    private const double SlowestSecondsACharacter = 40e-6;
    private const double Grace = 0.5;
    private static readonly DateOnly Published = new(2022, 1, 8);

    // MARSAD_FUZZ_MINUTES=60 for the long run, over the crawl too; MARSAD_FUZZ_SEED for other texts. What hurts is left, made small, in TestResults/fuzz.
    [Fact]
    public void Whatever_the_text_reading_it_is_safe()
    {
        var minutes = Setting("MARSAD_FUZZ_MINUTES", 0);
        var mutator = new Mutator(FuzzSeeds.Read(minutes > 0), new Random(Setting("MARSAD_FUZZ_SEED", 20260)));
        var end = TimeProvider.System.GetTimestamp() + (minutes * 60 * TimeProvider.System.TimestampFrequency);
        var faults = new List<string>();
        var (texts, characters) = (0, 0L);
        for (; texts < OfEveryRun || TimeProvider.System.GetTimestamp() < end; texts++)
        {
            var text = mutator.Next();
            characters += text.Length;
            if (Fault(text) is { } fault) faults.Add($"{Keep(text, fault)}: {fault}");
        }

        output.WriteLine($"{texts} texts, {characters} characters");
        Assert.Empty(faults);
    }

    public static TheoryData<string> Finds => [.. FuzzSeeds.Finds().Select(file => Path.GetFileName(file))];

    [Theory]
    [MemberData(nameof(Finds))]
    public void What_once_hurt_is_read(string file) =>
        Assert.Null(Fault(File.ReadAllText(FuzzSeeds.Finds().Single(path => Path.GetFileName(path) == file))));

    private static int Setting(string name, int otherwise) =>
        int.Parse(Environment.GetEnvironmentVariable(name) ?? otherwise.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static string? Fault(string text)
    {
        string? fault = null;
        var limit = Grace + (text.Length * SlowestSecondsACharacter);
        for (var tries = 3; tries > 0; tries--)
        {
            var seconds = Alone.Seconds(() => fault = FaultOf(text));
            if (fault is not null || seconds < limit) return fault;
        }

        return $"slow: {text.Length} characters";
    }

    private static string? FaultOf(string text)
    {
        try
        {
            return Soundness.Fault(ArabicAnalyzer.Read(new ArticleText(text, null, Published)), text);
        }
        catch (Exception thrown) when (thrown is not OutOfMemoryException)
        {
            return $"{thrown.GetType().Name} {thrown.StackTrace?.Split('\n')[0].Trim()}";
        }
    }

    // Cuts whatever may be cut and leaves the same fault, so that a find is a few characters and no article.
    private static string Keep(string text, string fault)
    {
        for (var length = text.Length / 2; length > 0 && !fault.StartsWith("slow", StringComparison.Ordinal); length /= 2)
            for (var at = 0; at + length <= text.Length;)
            {
                var less = text.Remove(at, length);
                if (FaultOf(less) is null) at += length;
                else text = less;
            }

        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.Unicode.GetBytes(text)))[..12];
        var folder = Directory.CreateDirectory(Path.Combine(FuzzSeeds.Repository, "TestResults", "fuzz"));
        File.WriteAllText(Path.Combine(folder.FullName, $"{name}.txt"), text, Encoding.Unicode);
        return name;
    }
}
