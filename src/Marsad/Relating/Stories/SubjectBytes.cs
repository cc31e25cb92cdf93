using System.Buffers.Binary;

namespace Marsad.Relating.Stories;

/// <summary>What an article is about as it is kept: ten bytes a term, its hash and its weight in ten-thousandths, big-endian.</summary>
internal static class SubjectBytes
{
    private const int TermLength = sizeof(long) + sizeof(ushort);

    /// <summary>Weights are kept to four digits, as <see cref="StoryTerms.Weigh"/> gives them.</summary>
    public const int Parts = 10_000;

    public static byte[] Of(IReadOnlyList<StoryTerm> terms)
    {
        var bytes = new byte[terms.Count * TermLength];
        for (var i = 0; i < terms.Count; i++)
        {
            var place = bytes.AsSpan(i * TermLength);
            BinaryPrimitives.WriteInt64BigEndian(place, terms[i].Term);
            BinaryPrimitives.WriteUInt16BigEndian(place[sizeof(long)..], (ushort)PartsOf(terms[i]));
        }

        return bytes;
    }

    public static StoryTerm[] Read(ReadOnlySpan<byte> bytes)
    {
        var terms = new StoryTerm[bytes.Length / TermLength];
        for (var i = 0; i < terms.Length; i++, bytes = bytes[TermLength..])
            terms[i] = new StoryTerm(BinaryPrimitives.ReadInt64BigEndian(bytes), (double)BinaryPrimitives.ReadUInt16BigEndian(bytes[sizeof(long)..]) / Parts);
        return terms;
    }

    public static long PartsOf(StoryTerm term) => (long)Math.Round(term.Weight * Parts);
}
