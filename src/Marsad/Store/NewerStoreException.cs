namespace Marsad.Store;

/// <summary>The store was written by a newer version of the program; nothing was changed.</summary>
public sealed class NewerStoreException : Exception
{
    internal NewerStoreException(string path, string script)
        : base($"ST001 {path} was written by a newer version of marsad (it has {script}, which this version does not know). Nothing was changed. Use that version, or another data directory.")
    {
    }
}
