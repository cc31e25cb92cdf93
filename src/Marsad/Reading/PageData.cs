namespace Marsad.Reading;

/// <summary>The tables in Reading/Data: words of the web that belong to no one language.</summary>
internal static class PageData
{
    public static IEnumerable<string[]> Rows(string name)
    {
        using var stream = typeof(PageData).Assembly.GetManifestResourceStream("reading/" + name) ?? throw new InvalidOperationException($"reading/{name} is not embedded.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') yield return line.Split('\t');
    }
}
