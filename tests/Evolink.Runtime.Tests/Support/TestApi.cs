using System.Text.Json;

namespace Evolink.Tests.Support;

/// <summary>A small API in the place of a generated one.</summary>
internal static class TestApi
{
    public const string Key = "sk-test-0123456789abcdefghijklmnop-WXYZ";

    public static ApiOperation Query { get; } = new("getTask", "GET", "/v1/tasks/{task_id}", "https://api.test");

    public static TaskFamily<TestTask> Tasks { get; } = new(Query) { RequiresResults = true };

    public static ApiOperation Create { get; } = new("createVideo", "POST", "/v1/videos/generations", "https://api.test") { TaskFamily = Tasks };

    public static ApiOperation Upload { get; } = new("upload", "POST", "/v1/files", "https://files.test");

    public static ApiDescriptor Descriptor { get; } = new()
    {
        ClientName = "TestClient",
        Servers = ["https://api.test", "https://files.test"],
        TaskFamilies = [Tasks],
        HasEvolinkConventions = true,
    };

    public static EvolinkOptions Options(TimeProvider? time = null) => new() { ApiKey = Key, TimeProvider = time ?? TimeProvider.System, Random = new Random(1) };

    public static string Task(string status, string members = "") => $$"""{"id":"task-unified-1","status":"{{status}}"{{(members.Length == 0 ? "" : ",")}}{{members}}}""";
}

/// <summary>As the generator would emit it.</summary>
internal sealed class TestClient : EvolinkTaskClientBase<TestTask>
{
    public TestClient(EvolinkOptions options, HttpClient? httpClient = null, ApiDescriptor? descriptor = null)
        : base(descriptor ?? TestApi.Descriptor, options, httpClient)
    {
    }

    public TestClient(string apiKey)
        : base(TestApi.Descriptor, apiKey)
    {
    }

    public ApiPipeline Calls => Pipeline;

    public Task<TestTask> CreateAsync(TestRequest request, CancellationToken cancellationToken = default) =>
        Pipeline.SendAsync(new ApiCall(TestApi.Create).Json(request), JsonRead.Model<TestTask>, cancellationToken);

    public Task<TestTask> GetTaskAsync(string taskId = "task-unified-1", CancellationToken cancellationToken = default) =>
        Pipeline.SendAsync(new ApiCall(TestApi.Query).Path("task_id", taskId), JsonRead.Model<TestTask>, cancellationToken);
}

internal sealed record TestRequest(string? Prompt = "a quiet street") : GenerationRequest<TestTask>
{
    public ApiOperation Target { get; init; } = TestApi.Create;

    protected internal override ApiOperation Operation => Target;

    public override void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        JsonWrite.String(writer, "prompt"u8, Prompt);
        writer.WriteEndObject();
    }

    public override void Validate(ref SchemaValidationContext context) => context.Required(Prompt is not null, "Prompt", "prompt");
}

internal sealed record TestTask : IJsonModel<TestTask>
{
    public string? Id { get; private set; }
    public GenerationStatus Status { get; private set; }
    public double? Progress { get; private set; }

    static TestTask IJsonModel<TestTask>.ReadFrom(ref Utf8JsonReader reader)
    {
        TestTask task = new();
        LenientMembers members = default;
        while (JsonRead.NextMember(ref reader))
        {
            if (members.Is(ref reader, "id"u8)) task.Id = members.Read(ref reader, task.Id, LenientRead.String);
            else if (members.Is(ref reader, "status"u8)) task.Status = members.Read(ref reader, (GenerationStatus?)task.Status, JsonRead.Value<GenerationStatus>) ?? default;
            else if (members.Is(ref reader, "progress"u8)) task.Progress = members.Read(ref reader, task.Progress, JsonRead.Double);
            else members.Additional(ref reader);
        }

        return task;
    }

    void IJsonModel.WriteTo(Utf8JsonWriter writer) => throw new NotSupportedException("Answers are read only.");
}
