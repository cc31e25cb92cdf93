namespace Marsad.Archive;

/// <summary>Which bodies an archive holds, asked without opening it for writing: a check must change nothing.</summary>
internal sealed class HeldBodies(string directory) : IDisposable
{
    private readonly ArchiveIndex? _index = File.Exists(Path.Combine(directory, "index.db")) ? new ArchiveIndex(Path.Combine(directory, "index.db")) : null;

    public bool Holds(Digest digest) => _index?.BodyOf(digest) is not null || new OldBodies(directory).Holds(digest);

    public void Dispose() => _index?.Dispose();
}
