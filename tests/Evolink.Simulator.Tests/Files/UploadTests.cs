using System.Net;
using System.Text.Json.Nodes;

namespace Evolink.Tests.Files;

/// <summary>Files come in three ways, lie there for a while, and are served to anyone.</summary>
public sealed class UploadTests
{
    private static readonly byte[] s_picture = [0x89, (byte)'P', (byte)'N', (byte)'G', 1, 2, 3];

    [Fact]
    public async Task AStream_IsStored_Described_AndServedWithoutAKey()
    {
        await using Api api = await Api.StartAsync();

        Answer answer = await api.UploadAsync(s_picture, "my cat.png", "image/png", ("upload_path", "photos"));

        JsonNode data = answer.Body["data"]!;
        Assert.Equal((200, 200), answer.Outcome());
        Assert.True((bool)answer.Body["success"]!);
        Assert.Equal(("my cat.png", 7, "image/png", "photos"), ((string?)data["original_name"], (int)data["file_size"]!, (string?)data["mime_type"], (string?)data["upload_path"]));
        Assert.Equal(("2026-01-01T00:00:00Z", "2026-01-04T00:00:00Z"), ((string?)data["upload_time"], (string?)data["expires_at"]));
        (int status, byte[] content, string? type) = await UploadApi.FetchAsync((string)data["download_url"]!);
        Assert.Equal((200, "image/png"), (status, type));
        Assert.Equal(s_picture, content);
    }

    [Theory]
    [InlineData("file_name", "upload_path")]
    [InlineData("fileName", "uploadPath")]
    public async Task NameAndFolder_AreReadInBothSpellings(string name, string folder)
    {
        await using Api api = await Api.StartAsync();

        Answer answer = await api.UploadAsync(s_picture, "cat.png", null, (name, "other.png"), (folder, "cats"));

        Assert.Equal(("other.png", "cats"), (answer.Data("original_name"), answer.Data("upload_path")));
        SimulatedFile file = Assert.Single(api.Simulator.Files);
        Assert.Equal(("other.png", "cats", "image/png", 7L), (file.Name, file.Folder, file.ContentType, file.Size));
        Assert.Equal(answer.Data("download_url"), file.Url.ToString());
    }

    [Theory]
    [InlineData("data:image/png;base64,iVBORwECAw==", "image/png")]
    [InlineData("iVBORwECAw==", "image/png")]
    public async Task Base64_IsStored(string text, string type)
    {
        await using Api api = await Api.StartAsync();

        Answer answer = await api.PostAsync(UploadApi.Base64, $$"""{"base64_data":"{{text}}"}""");

        Assert.Equal(type, answer.Data("mime_type"));
        Assert.Equal(s_picture, (await UploadApi.FetchAsync(answer.Data("download_url"))).Content);
    }

    [Fact]
    public async Task AUrlOfTheSimulatorsOwn_IsCopied_AndAnyOtherStandsForASmallFileOfItsKind()
    {
        await using Api api = await Api.StartAsync();
        string own = (await api.UploadAsync(s_picture)).Data("file_url");

        Answer copy = await api.PostAsync(UploadApi.Url, $$"""{"file_url":"{{own}}"}""");
        Answer other = await api.PostAsync(UploadApi.Url, """{"file_url":"https://cdn.example.com/dance.mp4"}""");

        Assert.NotEqual(own, copy.Data("file_url"));
        Assert.Equal(s_picture, (await UploadApi.FetchAsync(copy.Data("download_url"))).Content);
        (_, byte[] video, string? type) = await UploadApi.FetchAsync(other.Data("download_url"));
        Assert.Equal("video/mp4", type);
        Assert.True(video.AsSpan(4).StartsWith("ftyp"u8));
    }

    [Fact]
    public async Task AResult_CanBeKeptByItsUrl()
    {
        await using Api api = await Api.StartAsync();
        string id = await api.CreateAsync();
        api.Time.Advance(5);
        string result = (string)(await api.QueryAsync(id))["results"]![0]!;

        Answer kept = await api.PostAsync(UploadApi.Url, $$"""{"file_url":"{{result}}","file_name":"film.mp4"}""");
        api.Time.Advance(TimeSpan.FromHours(25).TotalSeconds);

        Assert.Equal(404, (await UploadApi.FetchAsync(result)).Status);
        Assert.Equal(200, (await UploadApi.FetchAsync(kept.Data("download_url"))).Status);
    }

    [Fact]
    public async Task AFile_ExpiresAfterItsTime()
    {
        await using Api api = await Api.StartAsync(static options => options with { FilesLiveFor = TimeSpan.FromMinutes(1) });
        string url = (await api.UploadAsync(s_picture)).Data("download_url");

        api.Time.Advance(59);
        Assert.Equal(200, (await UploadApi.FetchAsync(url)).Status);
        api.Time.Advance(1);

        Assert.Equal(404, (await UploadApi.FetchAsync(url)).Status);
        Assert.Empty(api.Simulator.Files);
    }

    [Fact]
    public async Task ATask_TakesAFileOfTheSimulators_ThoughItsAddressIsNotPublic()
    {
        await using Api api = await Api.StartAsync();
        string own = (await api.UploadAsync(s_picture)).Data("download_url");

        Answer taken = await api.PostAsync(Api.Creates, $$"""{"model":"film-1","prompt":"A dance","image_url":"{{own}}"}""");
        Answer refused = await api.PostAsync(Api.Creates, """{"model":"film-1","prompt":"A dance","image_url":"http://127.0.0.1:9/files/a/b.png"}""");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.BadRequest), (taken.Status, refused.Status));
    }

    [Fact]
    public async Task FilesCostNothing_AndAreGoneWithTheSimulator()
    {
        SimulatedFile file;
        Api api = await Api.StartAsync();
        await using (api)
        {
            await api.UploadAsync(s_picture);
            file = Assert.Single(api.Simulator.Files);
            Assert.Empty(api.Simulator.Ledger);
        }

        Assert.Equal(7, file.Size);
        Assert.Empty(api.Simulator.Files);
    }
}
