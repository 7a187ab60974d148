using Evolink.Tests.Support;

namespace Evolink.Tests.Http;

/// <summary>One stream in two calls.</summary>
public sealed class StreamUseTests
{
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public async Task AStreamThatAnotherCallIsSending_FailsTheCall_AndHarmsNeither()
    {
        using GatedStream file = new("a whole file"u8.ToArray());
        using StubServer server = new(_ => StubServer.Json("{}"));
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(_time), http);

        Task first = client.Calls.SendAsync(new ApiCall(TestApi.Upload).Binary(file), TestContext.Current.CancellationToken);
        await file.IsRead;
        EvolinkConnectionException error = await Assert.ThrowsAsync<EvolinkConnectionException>(() =>
            client.Calls.SendAsync(new ApiCall(TestApi.Upload).Binary(file), TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(60)));
        file.Open();
        await first;
        file.Position = 0;
        await client.Calls.SendAsync(new ApiCall(TestApi.Upload).Binary(file), TestContext.Current.CancellationToken);

        Assert.IsAssignableFrom<InvalidOperationException>(error.InnerException);
        Assert.Contains("by another call", error.Message, StringComparison.Ordinal);
        Assert.Equal(RequestPhase.NotStarted, error.Phase);
        Assert.Equal(["a whole file", "a whole file"], server.Requests.Select(request => request.Body));
    }

    [Fact]
    public async Task AStreamThatStandsInOneBodyTwice_IsSentTwice()
    {
        using MemoryStream content = new("part"u8.ToArray());
        TwoFiles body = new(new UploadFile(content, "one.txt"), new UploadFile(content, "two.txt"));
        using StubServer server = new(_ => StubServer.Json("{}"));
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(_time), http);

        await client.Calls.SendAsync(new ApiCall(TestApi.Upload).Multipart(body), TestContext.Current.CancellationToken);

        Assert.Equal(3, Assert.Single(server.Requests).Body.Split("part\r\n").Length);
    }

    private sealed record TwoFiles(UploadFile One, UploadFile Two) : IJsonModel, IFileModel
    {
        public void CollectFiles(FileParts files)
        {
            files.Add("one", One);
            files.Add("two", Two);
        }

        public void WriteTo(System.Text.Json.Utf8JsonWriter writer)
        {
            writer.WriteStartObject();
            writer.WriteString("one", One.FileName);
            writer.WriteString("two", Two.FileName);
            writer.WriteEndObject();
        }
    }

    private sealed class GatedStream(byte[] bytes) : MemoryStream(bytes, writable: false)
    {
        private readonly TaskCompletionSource _read = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task IsRead => _read.Task;

        public void Open() => _open.SetResult();

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            _read.TrySetResult();
            await _open.Task;
            return Read(buffer.Span);
        }
    }
}
