using System.Text.Json;
using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Capabilities.Families;

/// <summary>Tasks that are waited for together are asked for with one request, where the API has an operation for it.</summary>
public sealed class BatchTests
{
    private const string Waits = """
        public static async Task<int> Wait(EvolinkClient client)
        {
            var waits = new List<Task<EvolinkTask>>();
            for (int number = 0; number < 30; number++) waits.Add(client.Resume("r-" + number).WaitAsync());
            return (await Task.WhenAll(waits)).Length;
        }
        """;

    // What the query answers and what the batch answers, in one.
    private static readonly string s_answer = $$"""
        {"id":"r-0","status":"completed","results":["https://results.test/1.mp4"],
        "data":[{{string.Join(',', Enumerable.Range(0, 30).Select(number => $$"""{"id":"r-{{number}}","status":"completed","results":["https://results.test/1.mp4"]}"""))}}]}
        """;

    private static Consumer Own => Consumer.OfFile("Families/batches.yaml", Waits);

    [Fact]
    public async Task ABatchBesideTheQuery_IsFoundByItsPath_AndUsed()
    {
        Own.Generation.AssertNoDiagnostics();

        (object? count, IReadOnlyList<Sent> sent) = await Own.RunAsync("Wait", static () => Consumer.Json(s_answer));

        Assert.Equal(30, count);
        List<Sent> batches = [.. sent.Where(request => request.Method == "POST")];
        Assert.NotEmpty(batches);
        Assert.All(batches, batch => Assert.Equal("/v1/tasks/batch", batch.Target));
        Assert.All(batches, batch => Assert.InRange(JsonDocument.Parse(batch.Body!).RootElement.GetProperty("task_ids").GetArrayLength(), 2, 7));
        Assert.True(sent.Count < 30);
    }

    [Theory]
    [InlineData("task_ids: {type: array, maxItems: 7, items: {type: string}}", "task_ids: {type: array, maxItems: 7, items: {type: integer}}")]
    [InlineData("required: [task_ids], ", "required: [task_ids, token], ")]
    [InlineData("/v1/tasks/batch:", "/v1/tasks/cancel:")]
    [InlineData("items: {$ref: '#/components/schemas/Task'}", "items: {type: object, properties: {id: {type: string}}}")]
    public void WhatIsNoPlainBatch_IsNone(string usual, string other)
    {
        string spec = EmbeddedFiles.Text("Capabilities/Families/batches.yaml");
        Assert.Contains(usual, spec, StringComparison.Ordinal);

        string all = string.Concat(GeneratorHarness.Run(("batches.yaml", spec.Replace(usual, other, StringComparison.Ordinal))).Files.Values);

        Assert.DoesNotContain("Batch = new(", all, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("getTasks", null)]
    [InlineData("nothing", "names the operation 'nothing'")]
    [InlineData("getTask", "names the batch 'getTask'")]
    public void ABatchThatIsNamed_HasToBeOne(string operation, string? problem)
    {
        string spec = EmbeddedFiles.Text("Capabilities/Families/batches.yaml")
            .Replace("/v1/tasks/batch:", "/v1/tasks/search:", StringComparison.Ordinal)
            .Replace("operationId: createVideo", $"operationId: createVideo\n      x-evolink-task: {{ batch: {{ operation: {operation} }} }}", StringComparison.Ordinal);

        Generation generation = GeneratorHarness.Run(("batches.yaml", spec));

        if (problem is null) generation.AssertNoDiagnostics();
        else Assert.Contains(problem, Assert.Single(generation.Diagnostics).GetMessage(null), StringComparison.Ordinal);
        Assert.Equal(problem is null, string.Concat(generation.Files.Values).Contains("Batch = new(GetTasks) { MaximumCount = 7 }", StringComparison.Ordinal));
    }
}
