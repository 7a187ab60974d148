using System.Reflection;
using System.Runtime.Loader;
using Evolink.Codegen.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Evolink.Codegen.Tests.Capabilities.AddedModels;

/// <summary>A page of the vendor beside a client that a reference brings: what is new is generated, and that client submits it.</summary>
public sealed class AddedModelTests
{
    private const string Query = "specs/get-task-detail.yaml";
    private const string Model = "happyhorse-1.0-image-to-video", Newer = "happyhorse-9.0-image-to-video";

    private static readonly Dictionary<string, string> s_referenced = new() { [Query] = "Evolink.EvolinkClient" };
    private static readonly Lazy<CSharpCompilation> s_package = new(() => GeneratorHarness.Run(new ProjectOptions(root: "Evolink"), RealSpecs.All).AssertCompiles());

    private static (string Path, string Text) QueryDocument => RealSpecs.All.Single(spec => spec.Path == Query);

    /// <summary>The vendor's page of a model that came out after the package.</summary>
    private static (string Path, string Text) Page { get; } =
        ($"own/{Newer}.yaml", RealSpecs.All.Single(spec => spec.Path == $"specs/{Model}.yaml").Text.Replace(Model, Newer, StringComparison.Ordinal));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void OfAPage_OnlyWhatIsNewIsGenerated()
    {
        Generation generation = Add(Page).AssertNoDiagnostics();

        string[] own = [.. generation.Files.Keys.Where(static file => !file.StartsWith("Happyhorse9_0ImageToVideo", StringComparison.Ordinal))];
        Assert.Equal(
            ["MyProjectApi.g.cs", "MyProjectCreateVideoGenerationRequest.g.cs", "MyProjectJson.g.cs", "MyProjectModels.Happyhorse9_0ImageToVideo.g.cs", "MyProjectModels.g.cs", "MyProjectRequests.g.cs"],
            own.Order(StringComparer.Ordinal));
        Assert.Contains("Happyhorse9_0ImageToVideoRequest.g.cs", generation.Files.Keys);
        Assert.DoesNotContain("Descriptor", generation["MyProjectApi.g.cs"], StringComparison.Ordinal);
        Assert.Contains("GenerationRequest<global::Evolink.TaskDetailResponse>", generation["MyProjectCreateVideoGenerationRequest.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheReferencedClient_SubmitsDownloadsAndResumes_AsARequestOfItsOwn()
    {
        await using EvolinkSimulator simulator = await StartAsync(Page);
        using TempFolder folder = new();

        Assert.Equal(
            "completed 1 completed completed Happyhorse9_0ImageToVideoRequest " + Newer,
            await RunAsync(Add(Page), simulator, folder.Path, """
                GenerationTask<TaskDetailResponse> task = await client.SubmitAsync(request);
                TaskDetailResponse done = await task.WaitAsync();
                int files = (await task.DownloadAsync(folder)).Count;
                TaskDetailResponse again = await client.Resume(task.Id).WaitAsync();
                TaskDetailResponse generated = await client.GenerateAsync(request);
                GenerationRequest queued = JsonSerializer.Deserialize<GenerationRequest>(JsonSerializer.Serialize<GenerationRequest>(request))!;
                return $"{done.Status} {files} {again.Status} {generated.Status} {queued.GetType().Name} {MyProjectModels.All.Single().Id}";
                """));
        Assert.Equal(2, simulator.Ledger.Count);
        Assert.DoesNotContain(simulator.Requests, static request => request.Status >= 400);
    }

    [Fact]
    public void ADocumentThatTheReferencedClientHas_ChangesNothing()
    {
        Generation generation = Add(Page, ("own/get-task-detail.yaml", QueryDocument.Text)).AssertNoDiagnostics();

        Assert.Equal(Add(Page).Files, generation.Files);
    }

    [Fact]
    public void ACreateThatNoQueryIsPairedWith_IsNamed_WithItsServer()
    {
        Generation generation = Add((Page.Path, Page.Text.Replace("https://api.evolink.ai", "https://direct.evolink.ai", StringComparison.Ordinal)));

        Diagnostic unpaired = Assert.Single(generation.Diagnostics);
        Assert.Equal(("EVO1013", DiagnosticSeverity.Warning, Page.Path), (unpaired.Id, unpaired.Severity, unpaired.Location.GetLineSpan().Path));
        Assert.Contains("'createVideoGeneration' creates tasks, but no GET operation of https://direct.evolink.ai", unpaired.GetMessage(null), StringComparison.Ordinal);
        Assert.Empty(generation.Files);
    }

    [Fact]
    public void AnOperationThatIsNoRequest_IsNamed_AndTheModelIsThere()
    {
        (string, string) credits = ("own/credits.yaml", """
            openapi: 3.1.0
            info: { title: Credits, version: '1' }
            servers: [{ url: https://api.evolink.ai }]
            paths:
              /v1/credits:
                get: { operationId: getCredits, responses: { '204': { description: d } } }
              /v1/credits/history:
                get: { operationId: listHistory, responses: { '204': { description: d } } }
            """);

        Generation generation = Add(credits, Page);

        Diagnostic left = Assert.Single(generation.Diagnostics);
        Assert.Equal(("EVO1080", DiagnosticSeverity.Warning, 6), (left.Id, left.Severity, left.Location.GetLineSpan().StartLinePosition.Line + 1));
        Assert.StartsWith("'getCredits' and one more operation are no requests that Evolink.EvolinkClient can submit", left.GetMessage(null), StringComparison.Ordinal);
        Assert.Contains("EvolinkClientName", left.GetMessage(null), StringComparison.Ordinal);
        Assert.Equal(Add(Page).Files, generation.Files);
    }

    [Fact]
    public void WhatWebhooksSend_IsGeneratedToo()
    {
        Generation generation = Add(Page, ("own/hooks.yaml", """
            openapi: 3.1.0
            info: { title: Hooks, version: '1' }
            webhooks:
              taskDone:
                post:
                  requestBody: { content: { application/json: { schema: { type: object, properties: { id: { type: string } } } } } }
                  responses: { '200': { description: d } }
            """)).AssertNoDiagnostics();

        Assert.Contains("TaskDonePayload.g.cs", generation.Files.Keys);
        AssertCompiles(generation, "");
    }

    [Fact]
    public void AClientOfTheProjectsOwnName_IsAWholeClient()
    {
        ProjectOptions options = new(root: "MyProject", client: "AcmeClient", clients: s_referenced);

        Generation generation = GeneratorHarness.Run(options, QueryDocument, ("own/jobs.yaml", EmbeddedFiles.Text("Capabilities/Families/jobs.yaml"))).AssertNoDiagnostics();

        Assert.Contains("AcmeClient.g.cs", generation.Files.Keys);
        Assert.DoesNotContain("TaskDetailResponse.g.cs", generation.Files.Keys);
        generation.AssertCompiles();
    }

    [Fact]
    public void TheNamespaceOfTheReferencedClient_HasRoomForBoth()
    {
        Generation generation = GeneratorHarness.Run(new ProjectOptions(ns: "Evolink", clients: s_referenced), QueryDocument, Page).AssertNoDiagnostics();

        Assert.Contains("AddedModels.g.cs", generation.Files.Keys);
        AssertCompiles(generation, "");
    }

    private static Generation Add(params IEnumerable<(string Path, string Text)> pages) =>
        GeneratorHarness.Run(new ProjectOptions(root: "MyProject", clients: s_referenced), pages.Prepend(QueryDocument));

    private static async Task<EvolinkSimulator> StartAsync((string Path, string Text) page)
    {
        using TempFolder specs = new();
        foreach ((string path, string text) in new[] { page, QueryDocument }) await File.WriteAllTextAsync(Path.Combine(specs.Path, Path.GetFileName(path)), text, Token);
        return await EvolinkSimulator.StartAsync(
            new SimulatorOptions { SpecFolders = [specs.Path], IncludeEmbeddedSpecs = false, PendingFor = TimeSpan.FromMilliseconds(50), ProcessingFor = TimeSpan.FromMilliseconds(50) }, Token);
    }

    /// <summary>Compiles the package and the project as two assemblies, and runs the project's program.</summary>
    private static async Task<string> RunAsync(Generation generation, EvolinkSimulator simulator, string folder, string body)
    {
        CSharpCompilation project = AssertCompiles(generation, $$"""
            #pragma warning disable CS1591 // Code of a consumer, who documents what he likes.
            using System;
            using System.Linq;
            using System.Text.Json;
            using System.Threading.Tasks;
            using Evolink;
            using MyProject;

            public static class Own
            {
                public static async Task<string> Run(Uri address, string key, string folder)
                {
                    using var client = new EvolinkClient(new EvolinkOptions { ApiKey = key, BaseAddress = address, Polling = { MinimumInterval = TimeSpan.FromMilliseconds(20) } });
                    var request = new Happyhorse9_0ImageToVideoRequest { ImageUrls = [new("https://cdn.example.com/cat.png")], Prompt = "run" };
                    {{body}}
                }
            }
            """);
        var context = new AssemblyLoadContext("Project", isCollectible: true);
        Assembly[] loaded = [.. new[] { s_package.Value.WithAssemblyName("Evolink"), project }.Select(Load)];
        context.Resolving += (_, name) => loaded.FirstOrDefault(one => one.GetName().Name == name.Name);
        return await (Task<string>)loaded[1].GetType("Own")!.GetMethod("Run")!.Invoke(null, [simulator.BaseAddress, simulator.ApiKey, folder])!;

        Assembly Load(CSharpCompilation compilation)
        {
            using var image = new MemoryStream();
            Assert.True(compilation.Emit(image, cancellationToken: Token).Success);
            image.Position = 0;
            return context.LoadFromStream(image);
        }
    }

    private static CSharpCompilation AssertCompiles(Generation generation, string own)
    {
        CSharpCompilation project = GeneratorHarness.Project("#nullable enable\n" + own)
            .AddSyntaxTrees(generation.Files.Select(file => CSharpSyntaxTree.ParseText(file.Value, GeneratorHarness.ParseOptions, file.Key)))
            .AddReferences(s_package.Value.WithAssemblyName("Evolink").ToMetadataReference());
        Assert.Empty(project.GetDiagnostics(Token).Where(static one => one.Severity >= DiagnosticSeverity.Warning).Select(static one => one.ToString()));
        return project;
    }
}
