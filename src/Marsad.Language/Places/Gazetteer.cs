using System.Runtime.InteropServices;
using Marsad.Language.Names;

namespace Marsad.Language.Places;

/// <summary>What a place is: the wider wins where a name is both and nothing else decides.</summary>
internal enum PlaceKind : byte
{
    City,
    Region,
    Country,
}

/// <summary>One place under one name.</summary>
/// <param name="Hash">The folded name, as <see cref="FeatureHash.OfWord"/> gives it.</param>
/// <param name="Country">ISO 3166-1 alpha-2, first letter in the low byte.</param>
/// <param name="Size">Round of 4·log2(1 + inhabitants); 0 where unknown.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct GazetteerEntry(uint Hash, float Latitude, float Longitude, ushort Country, byte Size, PlaceKind Kind)
{
    public string CountryCode => string.Create(2, Country, static (code, country) => (code[0], code[1]) = ((char)(country & 0xFF), (char)(country >> 8)));

    public static ushort Code(string country) => (ushort)(country[0] | country[1] << 8);
}

/// <summary>Places with Arabic names, sorted by the hash of their name and read where they lie in the program's file.</summary>
internal sealed class Gazetteer
{
    public const string FileName = "Places/places.bin";

    private readonly ReadOnlyMemorySource _source;
    private readonly int _count;

    private Gazetteer(ReadOnlyMemorySource source)
    {
        _source = source;
        _count = source.Values<int>(4, 1)[0];
    }

    public static Gazetteer Embedded { get; } = new(Resource.Open(FileName));

    /// <summary>All places of a folded name; none where it is unknown.</summary>
    public ReadOnlySpan<GazetteerEntry> Find(scoped ReadOnlySpan<char> folded)
    {
        var entries = _source.Values<GazetteerEntry>(8, _count);
        var hash = FeatureHash.OfWord(folded);
        var (low, high) = (0, entries.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (entries[middle].Hash < hash) low = middle + 1;
            else high = middle;
        }

        var end = low;
        while (end < entries.Length && entries[end].Hash == hash) end++;
        return entries[low..end];
    }
}
