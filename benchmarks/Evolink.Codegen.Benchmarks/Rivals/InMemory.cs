using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Evolink.Codegen.Benchmarks.Rivals;

/// <summary>Answers at once and without a network, so that what is measured is the client. Reads the body, as a socket would.</summary>
internal sealed class InMemory : HttpMessageHandler
{
    public const string Key = "sk-benchmark-0123456789abcdefghijklmnop";

    public const string TaskId = "task-unified-1757169743-7cvnl5zw";

    private static readonly MediaTypeHeaderValue s_json = new("application/json");

    /// <summary>A task that is under way, as the service answers it.</summary>
    public static byte[] Running { get; } = Encoding.UTF8.GetBytes($$"""
        {"created":1757169743,"id":"{{TaskId}}","model":"kling-v3-motion-control","object":"video.generation.task","progress":45,"status":"processing","task_info":{"can_cancel":false,"estimated_time":120},"type":"video","usage":{"billing_rule":"per_second","credits_reserved":5,"user_group":"default"} }
        """);

    /// <summary>The same, completed.</summary>
    public static byte[] Completed { get; } = Encoding.UTF8.GetBytes($$"""
        {"created":1757169743,"id":"{{TaskId}}","model":"kling-v3-motion-control","object":"video.generation.task","progress":100,"results":["https://example.com/results/1757169743/video.mp4"],"status":"completed","task_info":{"can_cancel":false,"estimated_time":120},"type":"video","usage":{"billing_rule":"per_second","credits_reserved":5,"user_group":"default"} }
        """);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is not null) await request.Content.CopyToAsync(Stream.Null, cancellationToken);
        ByteArrayContent content = new(Running);
        content.Headers.ContentType = s_json;
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request };
    }
}
