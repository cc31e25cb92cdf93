namespace Marsad.Flow;

internal static class Bytes
{
    /// <summary>All bytes of a stream; null if there are more than <paramref name="limit"/>.</summary>
    public static byte[]? ReadUpTo(Stream stream, int limit)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[81920];
        while (stream.Read(chunk) is var read and > 0)
        {
            if (buffer.Length + read > limit) return null;
            buffer.Write(chunk, 0, read);
        }

        return buffer.ToArray();
    }
}
