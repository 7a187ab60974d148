using System.Text.Json.Nodes;

namespace Evolink.Tests.Scenarios;

/// <summary>Scenarios 13 and 14: tasks that are completed with nothing to show, or fail without saying why.</summary>
public sealed class TaskEndScenarios
{
    [Theory]
    [InlineData(null)]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""["ftp://files.example/1.mp4"]""")]
    [InlineData("""["not an address"]""")]
    [InlineData("[17]")]
    [InlineData("""{"url":"files/1.mp4"}""")]
    [InlineData("""[null,{"size":17},[]]""")]
    public async Task ACompletionWithoutUsableResults_IsAskedForThreeTimesMore_ThenTyped(string? results)
    {
        int completions = 0;
        await using Scenario scenario = await Scenario.StartAsync(Editing(json =>
        {
            completions++;
            Replace(json, results);
        }));

        EvolinkTaskException error = await Scenario.FailsAsync<EvolinkTaskException>(scenario.GenerateAsync());

        scenario.AssertPaid(creates: 1, charges: 1);
        Assert.Equal("completed", error.Snapshot!.Value.GetProperty("status").GetString());
        Assert.Equal(4, completions);
    }

    [Fact]
    public async Task ResultsThatComeLate_AreAwaited()
    {
        int completions = 0;
        await using Scenario scenario = await Scenario.StartAsync(Editing(json =>
        {
            if (++completions < 3) Replace(json, null);
        }));

        Assert.Equal(GenerationStatus.Completed, (await scenario.GenerateAsync()).Status);
        scenario.AssertPaid(creates: 1, charges: 1);
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("null", null, null)]
    [InlineData("\"It broke\"", null, null)]
    [InlineData("""{"code":50013,"message":"It broke"}""", "50013", null)]
    [InlineData("""{"code":"never_heard_of_it"}""", "never_heard_of_it", null)]
    [InlineData("""{"code":"content_policy_violation","message":"No.\nNot this."}""", "content_policy_violation", false)]
    [InlineData("""{"code":"generation_timeout","message":"Too slow"}""", "generation_timeout", true)]
    public async Task AFailedTask_IsTyped_WhateverItSaysOfWhy_AndItsCreditsComeBack(string? error, string? code, bool? mayBeCured)
    {
        await using Scenario scenario = await Scenario.StartAsync(options => options with
        {
            Script = _ => TaskScript.Failing(TimeSpan.FromSeconds(10), null) with
            {
                Edit = json =>
                {
                    if ((string?)json["status"] == "failed" && error is not null) json["error"] = JsonNode.Parse(error);
                },
            },
        });

        EvolinkTaskFailedException failure = await Scenario.FailsAsync<EvolinkTaskFailedException>(scenario.GenerateAsync());

        scenario.AssertPaid(creates: 1, charges: 1);
        Assert.Equal((code, mayBeCured), (failure.Code, failure.MayBeCured));
        Assert.Equal(scenario.Simulator.Ledger[0].TaskId, failure.TaskId);
        Assert.True(scenario.Simulator.Ledger[0].Refunded);
    }

    private static void Replace(JsonObject json, string? results)
    {
        json.Remove("results");
        if (results is not null) json["results"] = JsonNode.Parse(results);
    }

    private static Func<SimulatorOptions, SimulatorOptions> Editing(Action<JsonObject> editCompletion) => options => options with
    {
        Script = _ => TaskScript.Completing(TimeSpan.Zero, TimeSpan.FromSeconds(10)) with
        {
            Edit = json =>
            {
                if ((string?)json["status"] == "completed") editCompletion(json);
            },
        },
    };
}
