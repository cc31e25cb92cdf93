using System.IO.Compression;

namespace Marsad.Tests.Reading;

/// <summary>Pages that may be measured with and not shipped: in a folder beside the repository, absent on most machines.</summary>
internal static class SharedData
{
    public static string? Folder { get; } = Find();

    public static string Require(string path)
    {
        Assert.SkipUnless(Folder is not null && Path.Exists(Path.Combine(Folder, path)), $"../shared/data/{path} is not here");
        return Path.Combine(Folder!, path);
    }

    public static byte[] Unzip(string file)
    {
        using var zip = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        zip.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static string? Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var data = Path.Combine(at.FullName, "shared", "data");
            if (Directory.Exists(data)) return data;
        }

        return null;
    }
}
