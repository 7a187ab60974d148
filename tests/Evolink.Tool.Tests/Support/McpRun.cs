using System.IO.Pipelines;
using System.Text.Json;
using Evolink.Tool.Cli;
using Evolink.Tool.Output;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Evolink.Tool.Tests.Support;

/// <summary>A server that runs in this process, and a client of the SDK that talks to it.</summary>
internal sealed class McpRun : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly RecordingWriter _error = new();
    private readonly RecordingWriter _output = new();
    private Task<int> _server = Task.FromResult(0);
    private McpClient? _client;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public McpClient Client => _client!;

    /// <summary>What the server wrote to the standard error.</summary>
    public string Error => _error.ToString();

    /// <summary>What the server wrote as text to the standard output, which has to be nothing.</summary>
    public string Output => _output.ToString();

    /// <summary>Over pipes that stand for the standard streams.</summary>
    public static async Task<McpRun> StdioAsync(TestHome home, params string[] arguments)
    {
        McpRun run = new();
        Pipe toServer = new(), toClient = new();
        run.Start(home, (toServer.Reader.AsStream(), toClient.Writer.AsStream()), ["mcp", .. arguments]);
        run._client = await McpClient.CreateAsync(new StreamClientTransport(toServer.Writer.AsStream(), toClient.Reader.AsStream()), cancellationToken: Token);
        return run;
    }

    /// <summary>Over HTTP, by the address and the token that the server says.</summary>
    public static async Task<McpRun> HttpAsync(TestHome home, params string[] arguments)
    {
        McpRun run = new();
        (Uri address, string authorization) = await run.ServeAsync(home, arguments);
        HttpClientTransportOptions options = new() { Endpoint = address, TransportMode = HttpTransportMode.StreamableHttp, AdditionalHeaders = new Dictionary<string, string> { ["Authorization"] = authorization } };
        run._client = await McpClient.CreateAsync(new HttpClientTransport(options), cancellationToken: Token);
        return run;
    }

    /// <summary>Starts the HTTP server alone.</summary>
    public async Task<(Uri Address, string Authorization)> ServeAsync(TestHome home, params string[] arguments)
    {
        Start(home, (Stream.Null, Stream.Null), ["mcp", "--http", .. arguments]);
        while (!Error.Contains("Ctrl-C", StringComparison.Ordinal))
        {
            Assert.False(_server.IsCompleted, Error);
            await Task.Delay(20, Token);
        }

        string[] lines = Error.Split('\n');
        return (new Uri(lines[0].Split(" at ")[1]), lines[1].Split("Authorization: ")[1]);
    }

    /// <summary>Calls a tool that is expected to succeed.</summary>
    public async Task<JsonElement> CallAsync(string tool, object? arguments = null, IProgress<ProgressNotificationValue>? progress = null)
    {
        CallToolResult result = await SendAsync(tool, arguments, progress);
        string text = TextOf(result);
        Assert.False(result.IsError is true, text);
        Assert.True(result.StructuredContent is { } structured && JsonElement.DeepEquals(JsonElement.Parse(text), JsonElement.Parse($"{structured}")), "The text and the structure differ.");
        return JsonElement.Parse(text);
    }

    /// <summary>Calls a tool that is expected to refuse.</summary>
    public async Task<string> FailAsync(string tool, object? arguments = null)
    {
        CallToolResult result = await SendAsync(tool, arguments, null);
        Assert.True(result.IsError is true, TextOf(result));
        return TextOf(result);
    }

    public async ValueTask DisposeAsync()
    {
        if (_client is not null) await _client.DisposeAsync();
        await _stop.CancelAsync();
        await _server.WaitAsync(TimeSpan.FromSeconds(30), CancellationToken.None);
        _stop.Dispose();
    }

    private void Start(TestHome home, (Stream, Stream) streams, string[] arguments)
    {
        ToolEnvironment environment = home.CreateEnvironment(new Screen(_output, _error, TextReader.Null)) with { OpenStandardStreams = () => streams };
        _server = Task.Run(() => ToolProgram.RunAsync(arguments, environment, _stop.Token), Token);
    }

    private async Task<CallToolResult> SendAsync(string tool, object? arguments, IProgress<ProgressNotificationValue>? progress)
    {
        Dictionary<string, object?> members = arguments is null ? [] : JsonSerializer.SerializeToElement(arguments).EnumerateObject().ToDictionary(static member => member.Name, static member => (object?)member.Value);
        return await Client.CallToolAsync(tool, members, progress, cancellationToken: Token);
    }

    private static string TextOf(CallToolResult result) => string.Concat(result.Content.OfType<TextContentBlock>().Select(static block => block.Text));
}
