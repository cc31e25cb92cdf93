using System.ComponentModel;
using System.Diagnostics;

namespace Marsad.Cli.Demo;

/// <summary>Opens an address in the reader's browser, where there is one to be seen.</summary>
internal static class Browser
{
    /// <returns>False if there is no display or nothing that opens addresses.</returns>
    public static bool Open(Uri address)
    {
        if (!HasDisplay) return false;
        try
        {
            using var started = Process.Start(new ProcessStartInfo(address.AbsoluteUri) { UseShellExecute = true });
            return true;
        }
        catch (Exception absent) when (absent is Win32Exception or InvalidOperationException or FileNotFoundException)
        {
            return false;
        }
    }

    // Without a display xdg-open falls back to a text browser, which would take the terminal.
    private static bool HasDisplay => !OperatingSystem.IsLinux()
        || Environment.GetEnvironmentVariable("DISPLAY") is { Length: > 0 } || Environment.GetEnvironmentVariable("WAYLAND_DISPLAY") is { Length: > 0 };
}
