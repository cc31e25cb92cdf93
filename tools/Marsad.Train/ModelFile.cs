using System.Runtime.InteropServices;
using Marsad.Language.Names;

namespace Marsad.Train;

/// <summary>Writes the weights of every <see cref="WeightSet"/> as the file that <see cref="TaggerModel"/> reads: strongest features first until the table is full.</summary>
internal static class ModelFile
{
    private const int LogSlots = 19;
    private const double Load = 0.8;

    // Weights beyond this are cut: a few extreme ones would cost all others their precision.
    private const float Largest = 4f;

    /// <param name="models">One a weight set, in their order.</param>
    public static void Write(MeanModel[] models, FeatureIndex index, string output, TextWriter log)
    {
        var strongest = Strongest(models, index);
        var checks = new ushort[1 << LogSlots];
        var weights = Array.ConvertAll(models, _ => new sbyte[(1 << LogSlots) * NameTags.Count]);
        foreach (var (hash, number) in strongest) Place(hash, Array.ConvertAll(models, model => Quantize(model.Weights(number))), checks, weights);
        using var file = File.Create(output);
        file.Write(BitConverter.GetBytes(TaggerModel.Magic));
        file.Write(BitConverter.GetBytes(1 << LogSlots));
        file.Write(BitConverter.GetBytes(Largest / 127));
        foreach (var model in models) file.Write(MemoryMarshal.AsBytes(model.Transitions));
        file.Write(MemoryMarshal.AsBytes(checks.AsSpan()));
        foreach (var set in weights) file.Write(MemoryMarshal.AsBytes(set.AsSpan()));
        log.WriteLine($"{output}: {strongest.Count} features, {file.Length} bytes");
    }

    private static List<(uint Hash, int Number)> Strongest(MeanModel[] models, FeatureIndex index)
    {
        var rows = new List<(float Size, uint Hash, int Number)>();
        foreach (var (hash, number) in index.Numbers)
            if (Array.Exists(models, model => Quantize(model.Weights(number)).AsSpan().ContainsAnyExcept((sbyte)0))) rows.Add((models.Max(model => Size(model.Weights(number))), hash, number));
        return [.. rows.OrderByDescending(entry => entry.Size).ThenBy(entry => entry.Hash).Take((int)(Load * (1 << LogSlots))).Select(entry => (entry.Hash, entry.Number))];
    }

    private static float Size(ReadOnlySpan<float> row)
    {
        var size = 0f;
        foreach (var weight in row) size += weight * weight;
        return size;
    }

    private static sbyte[] Quantize(ReadOnlySpan<float> row)
    {
        var bytes = new sbyte[row.Length];
        for (var i = 0; i < row.Length; i++) bytes[i] = (sbyte)Math.Clamp((int)MathF.Round(row[i] / Largest * 127), -127, 127);
        return bytes;
    }

    private static void Place(uint hash, sbyte[][] rows, ushort[] checks, sbyte[][] weights)
    {
        var slot = (int)(hash >> (32 - LogSlots));
        while (checks[slot] != 0) slot = (slot + 1) & ((1 << LogSlots) - 1);
        checks[slot] = TaggerModel.Check(hash);
        for (var set = 0; set < rows.Length; set++) rows[set].CopyTo(weights[set], slot * NameTags.Count);
    }
}
