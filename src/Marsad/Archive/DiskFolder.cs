using System.Runtime.InteropServices;
using System.Text;

namespace Marsad.Archive;

/// <summary>
/// A file that was moved stands in its folder after a power cut only if the folder itself was flushed (fsync(2): "does not necessarily ensure that the
/// entry in the directory containing the file has also reached disk"). .NET opens no folders, so libc is asked; Windows flushes with the move.
/// </summary>
internal static class DiskFolder
{
    private const int ReadOnly = 0;

    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        var handle = Open(Encoding.UTF8.GetBytes(folder + "\0"), ReadOnly);
        if (handle < 0) return;
        try
        {
            if (Sync(handle) != 0) throw new IOException($"the folder {folder} could not be flushed (errno {Marshal.GetLastPInvokeError()})");
        }
        finally
        {
            _ = Close(handle);
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sync(int handle);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int handle);
}
