using System.Reflection;
using Marsad.Language.Text;

namespace Marsad.Language.Data;

/// <summary>A file of lang/ar, embedded at build: one fact a line, tab-separated, '#' starts a comment line.</summary>
internal static class Table
{
    /// <summary>The rows of <paramref name="name"/> (such as "cues.tsv") as written, without comments and empty lines.</summary>
    /// <exception cref="InvalidOperationException">The file is not embedded.</exception>
    public static IEnumerable<string[]> Rows(string name)
    {
        using var stream = typeof(Table).Assembly.GetManifestResourceStream("lang/ar/" + name)
            ?? throw new InvalidOperationException($"lang/ar/{name} is not embedded in {Assembly.GetExecutingAssembly().GetName().Name}.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') yield return line.Split('\t');
    }

    /// <summary>The first column of a file, folded.</summary>
    public static IEnumerable<string> FoldedWords(string name) => Rows(name).Select(row => Folding.Fold(row[0]));
}
