using System.Reflection;

namespace Marsad.Language.Names;

/// <summary>An embedded binary file as memory: no copy, no parsing; pages come in as they are touched.</summary>
internal static class Resource
{
    /// <summary>The bytes of embedded file <paramref name="name"/>; they live as long as the program.</summary>
    /// <exception cref="InvalidOperationException">The file is not embedded.</exception>
    public static unsafe ReadOnlyMemorySource Open(string name)
    {
        var stream = typeof(Resource).Assembly.GetManifestResourceStream(name) as UnmanagedMemoryStream
            ?? throw new InvalidOperationException($"{name} is not embedded in {Assembly.GetExecutingAssembly().GetName().Name}.");
        return new ReadOnlyMemorySource(stream.PositionPointer, checked((int)stream.Length));
    }
}

/// <summary>Read-only bytes that are never moved or freed.</summary>
internal readonly unsafe struct ReadOnlyMemorySource
{
    private readonly byte* _start;
    private readonly int _length;

    public ReadOnlyMemorySource(byte* start, int length)
    {
        _start = start;
        _length = length;
    }

    public int Length => _length;

    public ReadOnlySpan<byte> Bytes => new(_start, _length);

    /// <summary>A part of the bytes as little-endian values.</summary>
    public ReadOnlySpan<T> Values<T>(int byteOffset, int count)
        where T : unmanaged
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)byteOffset + ((long)count * sizeof(T)), _length);
        return new ReadOnlySpan<T>(_start + byteOffset, count);
    }
}
