using System.IO.Compression;
using System.Security;

namespace Marsad.Flow;

/// <summary>Opens what people hand in (.html .txt .json .jsonl .warc, each also gzipped; .wacz; folders of them; standard input) as a stream of items.</summary>
/// <remarks>Never throws for what it finds: a file that cannot be read is one <see cref="InputItem.Unreadable"/> and the next one follows.</remarks>
public static class InputFiles
{
    /// <summary>The name of standard input among paths.</summary>
    public const string StandardInput = "-";

    /// <summary>A page larger than this is refused: no news page comes near it.</summary>
    public const int MaxPageBytes = 128 << 20;

    private static readonly string[] PageKinds = [".html", ".htm", ".xhtml", ".mhtml", ".mht"];

    /// <summary>The items of one path, in order, read as they are asked for.</summary>
    /// <param name="path">A file, a folder, or "-".</param>
    /// <param name="standardInput">Opened only if the path is "-".</param>
    public static IEnumerable<InputItem> Open(string path, Func<Stream> standardInput) =>
        path == StandardInput ? Contained(path, () => OpenStandardInput(standardInput())) : OpenPath(path);

    /// <summary>The id of an article that came without one: the file name up to its first dot.</summary>
    internal static string IdOf(string path)
    {
        var name = Path.GetFileName(path);
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 ? name[..dot] : name;
    }

    private static IEnumerable<InputItem> OpenPath(string path) =>
        Directory.Exists(path) ? Contained(path, () => OpenFolder(path)) : Contained(path, () => OpenFile(path));

    private static IEnumerable<InputItem> OpenFolder(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => KindOf(file) is not null)
            .Order(StringComparer.Ordinal)
            .SelectMany(file => Contained(file, () => OpenFile(file)));

    private static IEnumerable<InputItem> OpenFile(string path) => KindOf(path) is { } kind
        ? Read(path, kind, () => Unzipped(new PeekableStream(File.OpenRead(path))))
        : [new InputItem.Unreadable(path, 0, new Trouble("FL002", "not a kind of file that is read: .html .htm .mhtml .txt .json .jsonl .warc, each also .gz, and .wacz"))];

    // Standard input has no name to tell its kind by: an opening brace is JSON lines, an opening bracket a list of articles, anything else a page.
    private static IEnumerable<InputItem> OpenStandardInput(Stream stream)
    {
        var input = new PeekableStream(Unzipped(new PeekableStream(stream)));
        return Read(InputFiles.StandardInput, input.PeekFirstVisibleByte() switch
        {
            (byte)'{' => ".jsonl",
            (byte)'[' => ".json",
            (byte)'<' => ".html",
            _ => ".txt",
        }, () => input);
    }

    private static IEnumerable<InputItem> Read(string path, string kind, Func<Stream> open) => kind switch
    {
        ".warc" => ArchivedPages.OfWarc(path, open),
        ".wacz" => ArchivedPages.OfWacz(path, open),
        _ => ReadOnce(path, kind, open()),
    };

    private static IEnumerable<InputItem> ReadOnce(string path, string kind, Stream stream)
    {
        using (stream)
        {
            var items = kind switch
            {
                ".jsonl" => JsonArticles.Lines(path, stream),
                ".json" => JsonArticles.Document(path, stream),
                _ => [PageOf(path, kind, stream)],
            };
            foreach (var item in items) yield return item;
        }
    }

    private static InputItem PageOf(string path, string kind, Stream stream)
    {
        var body = Bytes.ReadUpTo(stream, MaxPageBytes);
        if (body is null) return new InputItem.Unreadable(path, 0, new Trouble("FL003", $"larger than {MaxPageBytes >> 20} MiB"));
        if (body.Length == 0) return new InputItem.Unreadable(path, 0, new Trouble("FL004", "there is nothing in it"));
        return new InputItem.Page(path, path == StandardInput ? null : IdOf(path), ContentTypeOf(kind), body);
    }

    private static string? ContentTypeOf(string kind) => kind switch
    {
        ".txt" => "text/plain",
        ".mhtml" or ".mht" => "multipart/related",
        _ => null,
    };

    // An iterator cannot yield from a catch clause, so each step is taken by hand.
    private static IEnumerable<InputItem> Contained(string path, Func<IEnumerable<InputItem>> open)
    {
        IEnumerator<InputItem>? items = null;
        try
        {
            while (true)
            {
                InputItem? item;
                var broken = false;
                try
                {
                    items ??= open().GetEnumerator();
                    item = items.MoveNext() ? items.Current : null;
                }
                catch (Exception odd) when (odd is IOException or UnauthorizedAccessException or SecurityException or InvalidDataException or NotSupportedException)
                {
                    (item, broken) = (new InputItem.Unreadable(path, 0, Reason(odd)), true);
                }

                if (item is not null) yield return item;
                if (item is null || broken) yield break;
            }
        }
        finally
        {
            items?.Dispose();
        }
    }

    private static Trouble Reason(Exception odd) => odd switch
    {
        FileNotFoundException or DirectoryNotFoundException => new Trouble("FL001", "there is no such file"),
        UnauthorizedAccessException or SecurityException => new Trouble("FL005", "no permission to read it"),
        InvalidDataException => new Trouble("FL006", "the gzip data is damaged or cut off"),
        _ => new Trouble("FL007", odd.Message),
    };

    /// <summary>The file's kind by its name, without ".gz": ".html", ".txt", ".json", ".jsonl" …; null for any other.</summary>
    private static string? KindOf(string path)
    {
        var name = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;
        var kind = Path.GetExtension(name).ToLowerInvariant();
        return kind is ".txt" or ".json" or ".jsonl" or ".warc" or ".wacz" || PageKinds.Contains(kind) ? kind : null;
    }

    // By content, not by name: a .gz that a browser unpacked is read as well, and so is a gzipped file without the ending.
    private static Stream Unzipped(PeekableStream input) =>
        input.StartsWith([0x1F, 0x8B]) ? new GZipStream(input, CompressionMode.Decompress) : input;
}
