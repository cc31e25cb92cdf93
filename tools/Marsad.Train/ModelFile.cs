using System.Runtime.InteropServices;
using Marsad.Language.Names;

namespace Marsad.Train;

/// <summary>Writes the weights of one domain as the file that <see cref="TaggerModel"/> reads: strongest features first until the table is full.</summary>
internal static class ModelFile
{
    private const int LogSlots = 20;
    private const double Load = 0.7;

    // Weights beyond this are cut: a few extreme ones would cost all others their precision.
    private const float Largest = 4f;

    public static void Write(MeanModel model, FeatureIndex index, string output, TextWriter log)
    {
        var strongest = Strongest(model, index);
        var checks = new ushort[1 << LogSlots];
        var weights = new sbyte[(1 << LogSlots) * NameTags.Count];
        foreach (var (hash, row) in strongest) Place(hash, row, checks, weights);
        using var file = File.Create(output);
        file.Write(BitConverter.GetBytes(TaggerModel.Magic));
        file.Write(BitConverter.GetBytes(1 << LogSlots));
        file.Write(BitConverter.GetBytes(Largest / 127));
        file.Write(MemoryMarshal.AsBytes(model.Transitions));
        file.Write(MemoryMarshal.AsBytes(checks.AsSpan()));
        file.Write(MemoryMarshal.AsBytes(weights.AsSpan()));
        log.WriteLine($"{output}: {strongest.Count} features, {file.Length} bytes");
    }

    private static List<(uint Hash, sbyte[] Row)> Strongest(MeanModel model, FeatureIndex index)
    {
        var rows = new List<(float Size, uint Hash, sbyte[] Row)>();
        foreach (var (hash, number) in index.Numbers)
        {
            var row = model.Weights(number);
            var size = row[0] * row[0];
            for (var i = 1; i < row.Length; i++) size += row[i] * row[i];
            var bytes = Quantize(row);
            if (bytes.AsSpan().ContainsAnyExcept((sbyte)0)) rows.Add((size, hash, bytes));
        }

        return [.. rows.OrderByDescending(entry => entry.Size).ThenBy(entry => entry.Hash).Take((int)(Load * (1 << LogSlots))).Select(entry => (entry.Hash, entry.Row))];
    }

    private static sbyte[] Quantize(ReadOnlySpan<float> row)
    {
        var bytes = new sbyte[row.Length];
        for (var i = 0; i < row.Length; i++) bytes[i] = (sbyte)Math.Clamp((int)MathF.Round(row[i] / Largest * 127), -127, 127);
        return bytes;
    }

    private static void Place(uint hash, sbyte[] row, ushort[] checks, sbyte[] weights)
    {
        var slot = (int)(hash >> (32 - LogSlots));
        while (checks[slot] != 0) slot = (slot + 1) & ((1 << LogSlots) - 1);
        checks[slot] = TaggerModel.Check(hash);
        row.CopyTo(weights, slot * NameTags.Count);
    }
}
