using Marsad.Archive.Warc;

namespace Marsad.Flow;

/// <summary>The revisit records of a file, each waiting for the record that it refers to: by its id, else by address and time, else by the digest of its payload (WARC 1.1 §6.7).</summary>
internal sealed class Revisits
{
    private readonly Dictionary<string, List<(int Number, string Within, WarcRecord Record)>> _waiting = new(StringComparer.Ordinal);

    public bool IsEmpty => _waiting.Count == 0;

    /// <summary>How many have not met theirs.</summary>
    public int Lost => _waiting.Values.Sum(revisits => revisits.Count);

    /// <param name="number">Of the record in its file.</param>
    /// <param name="within">Which file of several it stands in.</param>
    public void Add(int number, string within, WarcRecord revisit)
    {
        var key = KeyOf(revisit);
        if (!_waiting.TryGetValue(key, out var revisits)) _waiting[key] = revisits = [];
        revisits.Add((number, within, revisit));
    }

    /// <summary>Those that refer to a record; each is given once.</summary>
    public IEnumerable<(int Number, string Within, WarcRecord Record)> Of(WarcRecord original)
    {
        if (original.Type is not ("response" or "resource")) yield break;
        foreach (var key in (string[])[Id(original.Id), Place(original["WARC-Target-URI"], original["WARC-Date"]), Payload(original["WARC-Payload-Digest"])])
        {
            if (!_waiting.Remove(key, out var revisits)) continue;
            foreach (var revisit in revisits) yield return revisit;
        }
    }

    private static string KeyOf(WarcRecord revisit) =>
        revisit["WARC-Refers-To"] is { } id ? Id(id.Trim('<', '>'))
        : revisit["WARC-Refers-To-Target-URI"] is { } url ? Place(url, revisit["WARC-Refers-To-Date"])
        : Payload(revisit["WARC-Payload-Digest"]);

    private static string Id(string? id) => "id " + id;

    private static string Place(string? url, string? date) => $"at {url?.Trim('<', '>')} {date}";

    private static string Payload(string? digest) => "of " + digest;
}
