using Evolink.Tests.Support;

namespace Evolink.Tests.Uploads;

/// <summary>What an upload takes of the process's memory.</summary>
[Collection(Alone.Name)]
public sealed class UploadMemoryTests : IDisposable
{
    private const int Megabyte = 1024 * 1024;
    private static readonly ApiOperation s_upload = new("upload", "POST", "/v1/files", "https://files.test") { Upload = new("file", "/data/url") };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("evolink-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task ALargeFile_IsNeverInMemory()
    {
        string path = Path.Combine(_folder.FullName, "film.mp4");
        using (FileStream file = File.Create(path)) file.SetLength(100 * Megabyte);
        using DrainingServer server = new();
        using TestClient client = new(TestApi.Options(), server.Client());
        await UploadAsync(client, path);
        long before = GC.GetTotalAllocatedBytes(precise: true);

        UploadedFile uploaded = await UploadAsync(client, path);

        long allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        Assert.Equal(100L * Megabyte, uploaded.Size);
        Assert.True(server.Bytes >= 100L * Megabyte, $"{server.Bytes} bytes came.");
        Assert.True(allocated < 20 * Megabyte, $"{allocated} bytes were allocated.");
    }

    private static Task<UploadedFile> UploadAsync(TestClient client, string path) => FileUpload.SendAsync(client.Calls, s_upload, path, null, TestContext.Current.CancellationToken);
}
