using System.Globalization;
using System.Net;
using Evolink.Tool.Connections;

namespace Evolink.Tool.Studio;

/// <summary>
/// A page of this machine that leads a browser on to the studio. Other users see the command lines of a machine, and so the address that a browser is started
/// with: it is this file's, which they cannot read, and has no token.
/// </summary>
internal sealed class OpeningFile : IDisposable
{
    private readonly string _path;

    private OpeningFile(string path) => _path = path;

    /// <summary>The file's address.</summary>
    public Uri Address => new(_path);

    /// <param name="folder">The folder to write it to. No two studios of a machine have the same port, which gives it its name.</param>
    /// <param name="page">The studio's address with the token.</param>
    public static OpeningFile Create(string folder, Uri page)
    {
        string path = Path.GetFullPath(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"studio-{page.Port}.html")));
        // A studio that was killed has left its own.
        File.Delete(path);
        using StreamWriter writer = new(path, OwnerFile.Restrict(new() { Mode = FileMode.CreateNew, Access = FileAccess.Write }));
        string address = WebUtility.HtmlEncode(page.AbsoluteUri);
        writer.Write($"""
            <!DOCTYPE html>
            <meta charset="utf-8">
            <meta http-equiv="refresh" content="0; url={address}">
            <title>EvoLink studio</title>
            <p><a href="{address}">Open the studio</a></p>

            """);
        return new OpeningFile(path);
    }

    /// <summary>Deletes it. Where that cannot be done, it stays readable to its owner alone, and its token ends with the studio.</summary>
    public void Dispose()
    {
        try
        {
            File.Delete(_path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
        }
    }
}
