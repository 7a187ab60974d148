using System.Net.Http.Headers;
using System.Text;

namespace Evolink.Tests.Files;

/// <summary>Uploads as a client without any of our code would make them.</summary>
internal static class UploadApi
{
    public const string Stream = "/api/v1/files/upload/stream";
    public const string Url = "/api/v1/files/upload/url";
    public const string Base64 = "/api/v1/files/upload/base64";

    public static async Task<Answer> UploadAsync(this Api api, byte[] content, string name = "cat.png", string? type = "image/png", params (string Name, string Value)[] fields)
    {
        using MultipartFormDataContent body = [];
        foreach ((string field, string value) in fields) body.Add(new StringContent(value, Encoding.UTF8), field);
        ByteArrayContent file = new(content);
        if (type is not null) file.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        body.Add(file, "file", name);
        using HttpRequestMessage request = new(HttpMethod.Post, Stream) { Content = body };
        return await api.SendAsync(request);
    }

    public static (int Status, int Code) Outcome(this Answer answer) => ((int)answer.Status, (int)answer.Body["code"]!);

    public static string Data(this Answer answer, string member) => answer.Body["data"]![member]!.ToString();

    /// <summary>The content behind a URL, asked for without a key.</summary>
    public static async Task<(int Status, byte[] Content, string? Type)> FetchAsync(string url)
    {
        using HttpClient anyone = new();
        using HttpResponseMessage response = await anyone.GetAsync(new Uri(url), TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), response.Content.Headers.ContentType?.MediaType);
    }
}
