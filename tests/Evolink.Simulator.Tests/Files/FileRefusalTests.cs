using System.Net;
using System.Text.Json.Nodes;

namespace Evolink.Tests.Files;

/// <summary>The files API refuses in a form of its own.</summary>
public sealed class FileRefusalTests
{
    private static readonly byte[] s_picture = [0x89, (byte)'P', (byte)'N', (byte)'G', 1, 2, 3];

    [Fact]
    public async Task AFileThatIsTooLarge_IsReadToItsEnd_AndRefused()
    {
        await using Api api = await Api.StartAsync(static options => options with { MaxUploadBytes = 100_000 });

        Answer atMost = await api.UploadAsync(new byte[100_000]);
        Answer over = await api.UploadAsync(new byte[3_000_000]);

        Assert.Equal((200, 200), atMost.Outcome());
        Assert.Equal((400, 40001), over.Outcome());
        Assert.Contains("100000 bytes", (string?)over.Body["msg"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnUpload_MayBeLongerThanOtherRequests()
    {
        await using Api api = await Api.StartAsync(static options => options with { MaxRequestBytes = 1000 });

        Assert.Equal((200, 200), (await api.UploadAsync(new byte[500_000])).Outcome());
        Assert.Equal((200, 200), (await api.PostAsync(UploadApi.Base64, $$"""{"base64_data":"{{Convert.ToBase64String(new byte[5000])}}","file_name":"a.png"}""")).Outcome());
    }

    [Theory]
    [InlineData("notes.txt", "text/plain")]
    [InlineData("notes", null)]
    [InlineData("notes.exe", "application/octet-stream")]
    public async Task AFileThatIsNoMedia_IsRefused(string name, string? type)
    {
        await using Api api = await Api.StartAsync();

        Assert.Equal((400, 40002), (await api.UploadAsync(s_picture, name, type)).Outcome());
        Assert.Empty(api.Simulator.Files);
    }

    [Fact]
    public async Task OneFileTooMany_IsRefused_AndRoomComesByDeleting()
    {
        await using Api api = await Api.StartAsync(static options => options with { MaxFiles = 1 });
        string id = (await api.UploadAsync(s_picture)).Data("file_id");

        Answer over = await api.UploadAsync(s_picture);
        JsonNode quota = (await api.GetAsync("/api/v1/files/quota")).Body["data"]!;
        using HttpRequestMessage delete = new(HttpMethod.Delete, "/api/v1/files/" + id), again = new(HttpMethod.Delete, "/api/v1/files/" + id);
        Answer deleted = await api.SendAsync(delete), missing = await api.SendAsync(again);

        Assert.Equal((400, 40003), over.Outcome());
        Assert.Equal((1, 1, 0), ((int)quota["used_files"]!, (int)quota["max_files"]!, (int)quota["remain_files"]!));
        Assert.Equal(((200, 200), (404, 404)), (deleted.Outcome(), missing.Outcome()));
        Assert.Equal((200, 200), (await api.UploadAsync(s_picture)).Outcome());
    }

    [Theory]
    [InlineData("https://gone.invalid/cat.png", 40004)]
    [InlineData("http://127.0.0.1:9/cat.png", 40004)]
    [InlineData("https://cdn.example.com/cat.txt", 40002)]
    [InlineData("ftp://cdn.example.com/cat.png", 400)]
    public async Task ASourceThatCannotBeHad_IsRefused(string url, int code)
    {
        await using Api api = await Api.StartAsync();

        Assert.Equal((400, code), (await api.PostAsync(UploadApi.Url, $$"""{"file_url":"{{url}}"}""")).Outcome());
    }

    [Theory]
    [InlineData(UploadApi.Base64, """{"base64_data":"%%%"}""", "application/json")]
    [InlineData(UploadApi.Base64, """{"base64_data":"data:image/png,x"}""", "application/json")]
    [InlineData(UploadApi.Base64, "{}", "application/json")]
    [InlineData(UploadApi.Stream, "--b\r\n\r\n--b--\r\n", "multipart/form-data")]
    [InlineData(UploadApi.Stream, "no parts", "multipart/form-data; boundary=b")]
    [InlineData(UploadApi.Stream, "--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n1\r\n--b--\r\n", "multipart/form-data; boundary=b")]
    public async Task ABodyThatIsNoUpload_IsRefused(string path, string body, string type)
    {
        await using Api api = await Api.StartAsync();

        Answer answer = await api.PostAsync(path, body, contentType: type);

        Assert.Equal((400, 400), answer.Outcome());
        Assert.False((bool)answer.Body["success"]!);
    }

    [Fact]
    public async Task WithoutTheKey_TheRefusalHasTheFormOfTheFilesApi()
    {
        await using Api api = await Api.StartAsync();
        api.Client.DefaultRequestHeaders.Authorization = null;

        Answer answer = await api.GetAsync("/api/v1/files/list");

        Assert.Equal((HttpStatusCode.Unauthorized, 401, false), (answer.Status, (int)answer.Body["code"]!, (bool)answer.Body["success"]!));
    }

    [Fact]
    public async Task TheList_IsPagedNewestFirst()
    {
        await using Api api = await Api.StartAsync();
        string[] ids = new string[5];
        for (int i = 0; i < ids.Length; i++) ids[i] = (await api.UploadAsync(s_picture)).Data("file_id");

        JsonNode page = (await api.GetAsync("/api/v1/files/list?page=2&pageSize=2")).Body["data"]!;

        Assert.Equal([ids[2], ids[1]], page["files"]!.AsArray().Select(static file => (string?)file!["file_id"]));
        Assert.Equal(5, (int)page["total"]!);
    }
}
