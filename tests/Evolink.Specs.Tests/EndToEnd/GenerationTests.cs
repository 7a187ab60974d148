using Evolink.Codegen.Parsing;
using Evolink.Simulation;
using Evolink.Tests.Support;

namespace Evolink.Tests.EndToEnd;

/// <summary>Requests of every spec from the client to their results.</summary>
public sealed class GenerationTests
{
    private static readonly Dictionary<string, (SpecBody Body, SpecNode Value)> s_examples = SpecBody.All
        .Where(body => body.IsRequest && SpecFiles.Operations.Single(operation => IsOf(operation, body)).ReturnsTask)
        .SelectMany(body => body.Examples, (body, example) => (example.Title, body, example.Value))
        .ToDictionary(row => row.Title, row => (row.body, row.Value));

    public static TheoryData<string> Examples => [.. s_examples.Keys];

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task AnExample_EndsCompleted_WithItsResultsOnDisk(string title)
    {
        (SpecBody body, SpecNode value) = s_examples[title];
        GenerationRequest request = (GenerationRequest)Json.Read(GeneratedTypes.Find(body)!, Json.Element(value.ToJsonNode()));
        await using LocalApi api = await LocalApi.StartAsync();

        TaskDetailResponse done = await api.Client.GenerateAsync(request, cancellationToken: TestContext.Current.CancellationToken);
        IReadOnlyList<string> files = await api.Client.Resume(done.Id!).DownloadAsync(api.Folder, TestContext.Current.CancellationToken);

        Assert.Equal(GenerationStatus.Completed, done.Status);
        Assert.Equal(100, done.Progress);
        if (SpecFiles.Operations.Single(operation => IsOf(operation, body)).ResultData() is { } data)
        {
            Json.AssertSame(Json.Element(data), done.ResultData!.Value);
            Assert.Empty(files);
        }
        else
        {
            Assert.Equal(done.Results!.Count, files.Count);
            Assert.NotEmpty(files);
            Assert.All(files, file => Assert.True(new FileInfo(file).Length > 0));
        }
        Assert.Equal(done.Id, Assert.Single(api.Simulator.Ledger).TaskId);
    }

    [Fact]
    public async Task TheProgress_IsReportedUpToTheEnd()
    {
        await using LocalApi api = await LocalApi.StartAsync();
        List<TaskDetailResponse> seen = [];

        GenerationTask<TaskDetailResponse> task = await api.Client.SubmitAsync(Requests.Valid, TestContext.Current.CancellationToken);
        await foreach (TaskDetailResponse update in task.WatchAsync(TestContext.Current.CancellationToken)) seen.Add(update);

        Assert.Equal(GenerationStatus.Completed, seen[^1].Status);
        Assert.All(seen, update => Assert.Equal(task.Id, update.Id));
        Assert.Equal(seen.Select(update => update.Progress).Order(), seen.Select(update => update.Progress));
    }

    [Fact]
    public async Task ACustomElement_IsThereByItsId_ForTheNextRequest()
    {
        await using LocalApi api = await LocalApi.StartAsync();
        TaskDetailResponse element = await api.Client.GenerateAsync(Requests.Element, cancellationToken: TestContext.Current.CancellationToken);
        string id = element.ResultData!.Value.GetProperty("element_id").GetString()!;

        KlingV3MotionControlRequest request = Requests.Valid with
        {
            ModelParams = new() { CharacterOrientation = "video", ElementList = [new() { ElementId = id }] },
        };
        TaskDetailResponse video = await api.Client.GenerateAsync(request, cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(long.Parse(id, System.Globalization.CultureInfo.InvariantCulture) > 1L << 53);
        Assert.Equal(GenerationStatus.Completed, video.Status);
        Assert.Equal(["kling-custom-element", "kling-v3-motion-control"], api.Simulator.Ledger.Select(entry => entry.Model));
    }

    [Fact]
    public async Task ATask_IsResumedInAnotherClient()
    {
        await using LocalApi api = await LocalApi.StartAsync();
        string id = (await api.Client.SubmitAsync(Requests.Valid, TestContext.Current.CancellationToken)).Id;
        using EvolinkClient other = api.NewClient();

        TaskDetailResponse done = await other.Resume(id).WaitAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(GenerationStatus.Completed, done.Status);
        Assert.Single(api.Simulator.Ledger);
    }

    [Fact]
    public async Task TheOperations_AreThereOneToOne()
    {
        await using LocalApi api = await LocalApi.StartAsync();

        VideoGenerationResponse video = await api.Client.Videos.CreateVideoGenerationAsync(Requests.Valid, TestContext.Current.CancellationToken);
        CustomElementResponse element = await api.Client.Videos.CreateCustomElementAsync(Requests.Element, TestContext.Current.CancellationToken);
        TaskDetailResponse task = await api.Client.Tasks.GetTaskDetailAsync(video.Id!, TestContext.Current.CancellationToken);

        Assert.Equal(GenerationStatus.Pending, video.Status);
        Assert.Equal(video.Id, task.Id);
        Assert.Equal("kling-custom-element", element.Model);
        Assert.Equal(2, api.Simulator.Ledger.Count);
    }

    private static bool IsOf(SpecOperation operation, SpecBody body) =>
        operation.Id == body.OperationId && operation.Models.SequenceEqual(body.Schema["properties"]?["model"]?["enum"]?.Items.Select(model => model.Text) ?? []);
}
