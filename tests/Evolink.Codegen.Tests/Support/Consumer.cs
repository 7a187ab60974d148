using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Reflection;
using System.Text;
using Evolink.Codegen.Tests.Support.Loopback;

namespace Evolink.Codegen.Tests.Support;

/// <summary>
/// A project with one spec and code of its own, compiled under warnings as errors: each method of the class <c>Own</c> takes the
/// client and calls it as a user would. What it sent is what a server saw at the other end of a socket.
/// </summary>
internal sealed class Consumer
{
    public const string Key = "sk-test-0123456789";

    private static readonly ConcurrentDictionary<(string, string), Consumer> s_made = new();

    private readonly Assembly _assembly;

    private Consumer(string spec, string own)
        : this(GeneratorHarness.Run(("specs/demo.yaml", spec)), own)
    {
    }

    private Consumer(Generation generation, string own)
    {
        Generation = generation;
        _assembly = Generation.Load($$"""
            #nullable enable
            #pragma warning disable CS1591 // Code of a consumer, who documents what he likes.
            using System;
            using System.Collections.Generic;
            using System.IO;
            using System.Linq;
            using System.Net.Http;
            using System.Text;
            using System.Text.Json;
            using System.Threading.Tasks;
            using Evolink;

            public static class Own
            {
                public static EvolinkClient Client(HttpClient http, string? key, Uri? address) =>
                    new EvolinkClient(new EvolinkOptions { ApiKey = key, BaseAddress = address, MaxRetries = 1 }, http);

            {{own}}
            }
            """);
    }

    public Generation Generation { get; }

    /// <summary>Compiled once for all tests that share spec and code.</summary>
    public static Consumer Create(string spec, string own) => s_made.GetOrAdd((spec, own), static parts => new Consumer(parts.Item1, parts.Item2));

    /// <summary>Of several files.</summary>
    public static Consumer Create(Generation generation, string own) => new(generation, own);

    /// <summary>Of a file in the folder Capabilities.</summary>
    public static Consumer OfFile(string name, string own) => Create(EmbeddedFiles.Text("Capabilities/" + name), own);

    /// <summary>Calls a method of <c>Own</c> and gives what it returned and what it sent.</summary>
    public async Task<(object? Result, IReadOnlyList<Sent> Sent)> RunAsync(
        string method, Func<HttpResponseMessage>? answer = null, string? key = Key, Uri? address = null)
    {
        using var server = new LoopbackClient(answer ?? (static () => Json("{}")));
        Type own = _assembly.GetType("Own")!;
        using var client = (IDisposable)own.GetMethod("Client")!.Invoke(null, [server.Http, key, address])!;
        MethodInfo called = own.GetMethod(method) ?? throw new MissingMethodException(method);
        var task = (Task)called.Invoke(null, called.GetParameters().Length == 1 ? [client] : [client, server.Http])!;
        await task;
        return (task.GetType().GetProperty("Result")?.GetValue(task), server.Sent);
    }

    /// <summary>Calls a method of <c>Own</c> that sends nothing.</summary>
    public object? Call(string method) => _assembly.GetType("Own")!.GetMethod(method)!.Invoke(null, null);

    /// <summary>Sets a field of <c>Own</c>.</summary>
    public void Set(string field, object value) => _assembly.GetType("Own")!.GetField(field)!.SetValue(null, value);

    /// <summary>The only request that a method sends.</summary>
    public async Task<Sent> SendAsync(string method, Func<HttpResponseMessage>? answer = null, string? key = Key, Uri? address = null) =>
        Assert.Single((await RunAsync(method, answer, key, address)).Sent);

    public static HttpResponseMessage Json(string json) => Answer(json, "application/json");

    public static HttpResponseMessage Answer(string body, string mediaType, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = MediaTypeHeaderValue.Parse(mediaType) } } };
}
