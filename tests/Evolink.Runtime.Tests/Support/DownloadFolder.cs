namespace Evolink.Tests.Support;

/// <summary>An API whose one task is completed, the file that it names, and a folder to download it into.</summary>
internal sealed class DownloadFolder : IDisposable
{
    public const string TaskId = "task-unified-1";

    public static byte[] Video { get; } = [.. Enumerable.Range(0, 200_000).Select(index => (byte)(index * 31 / 7))];

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "evolink-" + Guid.NewGuid().ToString("N"));

    public ManualTimeProvider Time { get; } = new();

    public string[] Files => Directory.Exists(Path) ? [.. Directory.GetFileSystemEntries(Path).Select(System.IO.Path.GetFileName).Order()!] : [];

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public static RawServer Serve(string file, Func<RawConnection, string, Task> serveFile) => Serve([file], serveFile);

    public static RawServer Serve(IReadOnlyList<string> files, Func<RawConnection, string, Task> serveFile) => new(async connection =>
    {
        if (await connection.ReadRequestAsync() is not { } request) return;
        string host = "http://" + RawConnection.Header(request, "Host");
        string results = string.Join(',', files.Select(file => $"\"{(file.StartsWith('/') ? host : "")}{file}\""));
        if (request.StartsWith("GET /v1/tasks", StringComparison.Ordinal)) await connection.AnswerAsync("200 OK", TestApi.Task("completed", $"\"results\":[{results}]"));
        else await serveFile(connection, request);
    });

    /// <summary>A server whose one file is always this.</summary>
    public static RawServer Serve(string file, byte[] body, string headers = "") => Serve(file, (connection, _) => SendAsync(connection, "200 OK", body, headers));

    public static List<string> FileRequests(RawServer server) => [.. server.Requests.Where(request => !request.StartsWith("GET /v1/tasks", StringComparison.Ordinal))];

    public static int RangeStart(string request) =>
        RawConnection.Header(request, "Range") is { } range ? int.Parse(range["bytes=".Length..].TrimEnd('-'), System.Globalization.CultureInfo.InvariantCulture) : 0;

    /// <summary>Sends a response. A shorter body than announced is a cut: the connection ends after it.</summary>
    public static async Task SendAsync(RawConnection connection, string status, byte[] body, string headers = "", int? length = null)
    {
        await connection.WriteAsync($"HTTP/1.1 {status}\r\nConnection: close\r\n{headers}Content-Length: {length ?? body.Length}\r\n\r\n");
        await connection.WriteAsync(body);
    }

    public async Task<IReadOnlyList<string>> DownloadAsync(RawServer server, DownloadOptions? options = null, CancellationToken cancellationToken = default)
    {
        using TestClient client = new(server.Options(Time));
        return await Time.RunAsync(client.Resume(TaskId).DownloadAsync(Path, options ?? new DownloadOptions(), cancellationToken));
    }

    public async Task<EvolinkDownloadException> FailAsync(RawServer server, DownloadOptions? options = null)
    {
        EvolinkDownloadException error = await Assert.ThrowsAsync<EvolinkDownloadException>(() => DownloadAsync(server, options));
        Assert.Equal(TaskId, error.TaskId);
        return error;
    }

    public void Dispose()
    {
        if (Directory.Exists(Path)) Directory.Delete(Path, recursive: true);
    }
}
