using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Capabilities.Families;

/// <summary>
/// Job APIs of other vendors' shapes, from the document to a file on the disk: the client is generated, and the simulator plays the
/// document over a socket. Nothing but the document says how its tasks are queried.
/// </summary>
public sealed class FamilyTests
{
    /// <summary>The document, how its client submits, and what its tasks are.</summary>
    private static readonly Dictionary<string, string> s_submits = new()
    {
        ["videos"] = "client.SubmitAsync(new <CreateVideo> { Prompt = \"a quiet street\" })",
        ["studio"] = "client.SubmitAsync(new <ImageToVideo> { PromptImage = \"https://example.com/a.png\" })",
        ["dreams"] = "client.SubmitAsync(new <CreateGeneration> { Prompt = \"a quiet street\" })",
        ["predictions"] = "client.SubmitModelsPredictionsCreateAsync(\"acme\", \"dream\", new <ModelsPredictionsCreate> { Input = Empty })",
        ["queue"] = "client.SubmitAsync(new <SubmitDream> { Prompt = \"a quiet street\" })",
        ["operations"] = "client.SubmitPredictLongRunningAsync(\"veo\", new <PredictLongRunning> { Instances = [new() { Prompt = \"a quiet street\" }] })",
        ["envelope"] = "client.SubmitAsync(new <CreateTask> { Model = \"dream\", Input = Empty })",
        ["versions"] = "client.SubmitAsync(new <CreateRender> { Scene = \"a quiet street\" })",
        ["jobs"] = "client.SubmitAsync(new <CreateRenderJob> { Scene = \"a quiet street\" })",
    };

    private static readonly ConcurrentDictionary<string, Assembly> s_loaded = new();

    public static TheoryData<string> Names => [.. s_submits.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task ATask_IsSubmitted_WaitedFor_AndDownloaded(string name)
    {
        await using EvolinkSimulator simulator = await StartAsync(name);
        using TempFolder folder = new();

        string[] files = [.. await RunAsync<IReadOnlyList<string>>(name, "Download", simulator, folder.Path)];

        string file = Assert.Single(files);
        byte[] start = (await File.ReadAllBytesAsync(file, Token))[..8];
        Assert.True(start.AsSpan(4).SequenceEqual("ftyp"u8) || start.AsSpan(1).StartsWith("PNG"u8), "The file is neither an MP4 nor a PNG.");
        TaskSnapshot task = Assert.Single(simulator.Tasks);
        Assert.Equal("completed", task.Status);
        Assert.True(task.Queries > 0);
        Assert.Single(simulator.Ledger);
        Assert.DoesNotContain(simulator.Requests, request => request.Status >= 400);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task ATaskThatFails_IsAFailure_WithItsReason(string name)
    {
        await using EvolinkSimulator simulator = await StartAsync(name, _ => TaskScript.Failing(TimeSpan.FromMilliseconds(50), new TaskFailure("no_content", "Nothing came of it.")));

        EvolinkTaskFailedException failure = await Assert.ThrowsAsync<EvolinkTaskFailedException>(() => RunAsync<IReadOnlyList<string>>(name, "Download", simulator, "unused"));

        Assert.Equal(simulator.Tasks[0].Task.Id, failure.TaskId);

        // The queue's document lists no word for a failure and has no member for its reason.
        if (name != "queue") Assert.Contains("Nothing came of it", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task ATask_IsResumedByItsId(string name)
    {
        await using EvolinkSimulator simulator = await StartAsync(name);

        Assert.Equal("completed", await RunAsync<string>(name, "Resume", simulator, "unused"));
    }

    [Fact]
    public async Task TasksOfSeveralKinds_AreEachQueriedAtTheirOwnPath()
    {
        await using EvolinkSimulator simulator = await StartAsync("videos");

        await RunAsync<string>("videos", "Both", simulator, "unused");

        string[] paths = [.. simulator.Requests.Where(request => request.Method == "GET").Select(request => request.Path)];
        Assert.Contains(paths, path => path == "/batches/" + simulator.Tasks.Single(task => task.Task.OperationId == "createBatch").Task.Id);
        Assert.Contains(paths, path => path == "/videos/" + simulator.Tasks.Single(task => task.Task.OperationId == "createVideo").Task.Id);
        Assert.Equal(2, paths.Distinct().Count());
    }

    [Fact]
    public async Task ARequestOfUnknownKind_IsSubmittedAsATaskOfAnyKind()
    {
        await using EvolinkSimulator simulator = await StartAsync("videos");
        using TempFolder folder = new();

        Assert.Equal("completed completed", await RunAsync<string>("videos", "Untyped", simulator, folder.Path));
    }

    [Fact]
    public async Task ARequestOfAnotherClient_IsRefusedBeforeItIsSent()
    {
        await using EvolinkSimulator simulator = await StartAsync("jobs");
        var foreign = (GenerationRequest)Activator.CreateInstance(Load("studio").GetTypes().Single(type => !type.IsAbstract && type.Name.EndsWith("ImageToVideoRequest", StringComparison.Ordinal)))!;
        using var client = (IDisposable)Load("jobs").GetType("Own")!.GetMethod("Client")!.Invoke(null, [simulator.BaseAddress, simulator.ApiKey])!;

        MethodInfo submit = client.GetType().GetMethod("SubmitAsync", [typeof(GenerationRequest), typeof(CancellationToken)])!;
        ArgumentException refusal = await Assert.ThrowsAsync<ArgumentException>(() => (Task)submit.Invoke(client, [foreign, Token])!);

        Assert.Contains("ImageToVideoRequest is no request of EvolinkClient", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("GET https://api.example.com/v1/tasks/{id}", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(simulator.Requests);
    }

    [Fact]
    public async Task TheKey_GoesToTheContentOfTheApi_AndToNoResultElsewhere()
    {
        await using EvolinkSimulator simulator = await StartAsync("videos");
        using TempFolder folder = new();

        await RunAsync<IReadOnlyList<string>>("videos", "Download", simulator, folder.Path);

        RequestRecord content = Assert.Single(simulator.Requests, request => request.Path.EndsWith("/content", StringComparison.Ordinal));
        Assert.Equal((200, true), (content.Status, content.HasCredentials));

        await using EvolinkSimulator other = await StartAsync("studio");
        await RunAsync<IReadOnlyList<string>>("studio", "Download", other, folder.Path);

        RequestRecord result = Assert.Single(other.Requests, request => request.Path.StartsWith("/results/", StringComparison.Ordinal));
        Assert.Equal((200, false), (result.Status, result.HasCredentials));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static async Task<EvolinkSimulator> StartAsync(string name, Func<CreatedTask, TaskScript?>? script = null)
    {
        using TempFolder specs = new();
        await File.WriteAllTextAsync(Path.Combine(specs.Path, name + ".yaml"), EmbeddedFiles.Text($"Capabilities/Families/{name}.yaml"), Token);
        return await EvolinkSimulator.StartAsync(
            new SimulatorOptions
            {
                SpecFolders = [specs.Path],
                IncludeEmbeddedSpecs = false,
                Script = script,
                PendingFor = TimeSpan.FromMilliseconds(50),
                ProcessingFor = TimeSpan.FromMilliseconds(50),
            },
            Token);
    }

    private static async Task<T> RunAsync<T>(string name, string method, EvolinkSimulator simulator, string folder)
    {
        Type own = Load(name).GetType("Own")!;
        using var client = (IDisposable)own.GetMethod("Client")!.Invoke(null, [simulator.BaseAddress, simulator.ApiKey])!;
        return await (Task<T>)own.GetMethod(method)!.Invoke(null, [client, folder])!;
    }

    private static Assembly Load(string name) => s_loaded.GetOrAdd(name, static name =>
    {
        Generation generation = GeneratorHarness.Run((name + ".yaml", EmbeddedFiles.Text($"Capabilities/Families/{name}.yaml"))).AssertNoDiagnostics();
        return generation.Load(Regex.Replace(Own(name), @"new <(\w+)>", found => "new " + RequestOf(generation, found.Groups[1].Value)));
    });

    /// <summary>The type of request that an operation takes.</summary>
    private static string RequestOf(Generation generation, string operation)
    {
        string all = string.Concat(generation.Files.Values);
        Match submits = Regex.Match(all, $@"\bSubmit{operation}Async\([^)]*?(\w+) request");
        if (submits.Success) return submits.Groups[1].Value;
        string owner = Regex.Match(all, $@"abstract record (\w+) :[^}}]*EvolinkApi\.{operation};").Groups[1].Value;
        return Regex.Match(all, $@"sealed partial record (\w+) : {owner}\b").Groups[1].Value;
    }

    private static string Own(string name) => $$"""
        #nullable enable
        #pragma warning disable CS1591 // Code of a consumer, who documents what he likes.
        using System;
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using Evolink;

        public static class Own
        {
            private static readonly Dictionary<string, System.Text.Json.JsonElement> Empty = [];

            public static EvolinkClient Client(Uri address, string key) =>
                new EvolinkClient(new EvolinkOptions { ApiKey = key, BaseAddress = address, Polling = new PollingOptions { MinimumInterval = TimeSpan.FromMilliseconds(20), MaximumInterval = TimeSpan.FromMilliseconds(40) } });

            public static async Task<IReadOnlyList<string>> Download(EvolinkClient client, string folder) => await (await {{s_submits[name]}}).DownloadAsync(folder);

            public static async Task<string> Resume(EvolinkClient client, string folder)
            {
                var task = await {{s_submits[name]}};
                var again = {{(name == "videos" ? "client.Resume<Video>(task.Id)" : "client.Resume(task.Id)")}};
                await again.WaitAsync();
                return again.Status == GenerationStatus.Completed ? "completed" : again.Status.Value;
            }
        {{(name == "videos" ? Several : "")}}
        }
        """;

    private const string Several = """
            public static async Task<string> Both(EvolinkClient client, string folder)
            {
                GenerationTask<Batch> batch = await client.SubmitAsync(new <CreateBatch> { Input = "a" });
                Video video = await client.GenerateAsync(new <CreateVideo> { Prompt = "a" });
                await batch.WaitAsync();
                return video.Id + batch.Id;
            }

            public static async Task<string> Untyped(EvolinkClient client, string folder)
            {
                GenerationRequest request = new <CreateVideo> { Prompt = "a" };
                GenerationTask task = await client.SubmitAsync(request);
                string? status = (await task.WaitAsync()).GetProperty("status").GetString();
                GenerationTask done = await client.GenerateAsync(request);
                await done.DownloadAsync(folder);
                return status + " " + done.Status;
            }
        """;
}
