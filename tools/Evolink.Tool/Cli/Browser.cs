using System.ComponentModel;
using System.Diagnostics;

namespace Evolink.Tool.Cli;

/// <summary>The browser that somebody has chosen for this machine.</summary>
internal static class Browser
{
    /// <returns>Whether something was started.</returns>
    public static bool Open(Uri page)
    {
        ProcessStartInfo start = OperatingSystem.IsWindows() ? new ProcessStartInfo(page.AbsoluteUri) { UseShellExecute = true }
            : new ProcessStartInfo(OperatingSystem.IsMacOS() ? "open" : "xdg-open", [page.AbsoluteUri]) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using Process? opener = Process.Start(start);
            return true;
        }
        catch (Exception problem) when (problem is Win32Exception or PlatformNotSupportedException or InvalidOperationException)
        {
            return false;
        }
    }
}
