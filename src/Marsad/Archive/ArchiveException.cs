namespace Marsad.Archive;

/// <summary>A body that was kept cannot be given back: the disk has lost or changed it.</summary>
public sealed class ArchiveException(Trouble trouble) : IOException($"{trouble.Code}: {trouble.Detail}")
{
    public Trouble Trouble { get; } = trouble;
}
