using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Evolink.Studio.Tests.Support;
using Evolink.Tool.Tests.Support;

namespace Evolink.Studio.Tests.Endpoints;

/// <summary>From a request to files that stay, and what a restart knows.</summary>
public sealed class JobTests : IDisposable
{
    private const string Model = "happyhorse-1.0-image-to-video";

    private readonly TestHome _home = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task AJobsFilesAreSavedAndServed_InParts_AndKnownToTheNextStudioAndToTheCommand()
    {
        await using EvolinkSimulator service = await _home.ServeAsync();
        string job;
        await using (StudioRun first = await StudioRun.StartAsync(_home, []))
        {
            job = (await first.PostAsync("/api/jobs", Wish())).GetProperty("job").GetString()!;
            JsonElement file = Assert.Single((await first.EndOfAsync(job)).GetProperty("files").EnumerateArray());
            Assert.Equal("video", file.GetProperty("kind").GetString());
            using HttpRequestMessage part = new(HttpMethod.Get, file.GetProperty("url").GetString()) { Headers = { Range = new RangeHeaderValue(4, 7) } };
            using HttpResponseMessage answer = await (await first.OpenAsync()).SendAsync(part, Token);
            Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
            Assert.Equal("ftyp", await answer.Content.ReadAsStringAsync(Token));
            Assert.Equal(0, await first.StopAsync());
        }

        await using StudioRun second = await StudioRun.StartAsync(_home, []);
        JsonElement known = Assert.Single((await second.GetAsync("/api/jobs")).GetProperty("jobs").EnumerateArray());
        Assert.Equal(job, known.GetProperty("job").GetString());
        Assert.True((await second.GetAsync($"/api/jobs/{job}")).GetProperty("request").TryGetProperty("image_urls", out _));
        Assert.Contains(job, (await _home.RunAsync("jobs", "list")).Ended(0).Out, StringComparison.Ordinal);
        Assert.Contains($"{known.GetProperty("credits").GetDecimal()} credits", (await second.PostAsync($"/api/models/{Model}/check", Request())).GetProperty("cost").GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatRunsWhenTheStudioEnds_IsTakenUpByTheNextOne_AndPaidForOnce()
    {
        await using EvolinkSimulator service = await _home.ServeAsync(_home.Simulator with { ProcessingFor = TimeSpan.FromSeconds(2) });
        string job;
        await using (StudioRun first = await StudioRun.StartAsync(_home, []))
        {
            job = (await first.PostAsync("/api/jobs", Wish())).GetProperty("job").GetString()!;
            while ((await first.GetAsync($"/api/jobs/{job}")).GetProperty("state").GetString() is "queued" or "submitting") await Task.Delay(20, Token);
            await first.StopAsync();
            Assert.Contains("What was sent goes on", first.Error, StringComparison.Ordinal);
        }

        await using StudioRun second = await StudioRun.StartAsync(_home, []);
        JsonElement end = await second.EndOfAsync(job);
        Assert.Equal("completed", end.GetProperty("state").GetString());
        Assert.NotEqual(0, end.GetProperty("files").GetArrayLength());
        Assert.Single(service.Ledger);
    }

    [Fact]
    public async Task SimulatedJobs_AreThereAgain_ApartFromPaidOnes()
    {
        string job;
        await using (StudioRun first = await StudioRun.StartAsync(_home, ["--simulate"]))
        {
            job = (await first.PostAsync("/api/jobs", Wish())).GetProperty("job").GetString()!;
            await first.EndOfAsync(job);
        }

        await using (StudioRun second = await StudioRun.StartAsync(_home, ["--simulate"]))
        {
            Assert.True((await second.GetAsync("/api/session")).GetProperty("simulated").GetBoolean());
            Assert.Equal(job, Assert.Single((await second.GetAsync("/api/jobs")).GetProperty("jobs").EnumerateArray()).GetProperty("job").GetString());
        }

        await using EvolinkSimulator service = await _home.ServeAsync();
        await using StudioRun real = await StudioRun.StartAsync(_home, []);
        Assert.Equal(0, (await real.GetAsync("/api/jobs")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task WhatTheCommandHasMade_IsInTheHistory_AndItsFilesAreFetched()
    {
        await using EvolinkSimulator service = await _home.ServeAsync();
        (await _home.RunAsync("generate", Model, "--example")).Ended(0);
        await using StudioRun studio = await StudioRun.StartAsync(_home, []);
        JsonElement job = Assert.Single((await studio.GetAsync("/api/jobs")).GetProperty("jobs").EnumerateArray());
        Assert.True(job.GetProperty("can_fetch").GetBoolean());
        JsonElement fetched = await studio.PostAsync($"/api/jobs/{job.GetProperty("job").GetString()}/fetch", new JsonObject());
        string url = Assert.Single(fetched.GetProperty("files").EnumerateArray()).GetProperty("url").GetString()!;
        using HttpResponseMessage file = await (await studio.OpenAsync()).GetAsync($"{url}?download", Token);
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.NotEmpty(await file.Content.ReadAsByteArrayAsync(Token));
        Assert.Single(service.Ledger);
    }

    [Fact]
    public async Task TheSamePressTwice_IsOneJob()
    {
        await using EvolinkSimulator service = await _home.ServeAsync();
        await using StudioRun studio = await StudioRun.StartAsync(_home, []);
        JsonObject wish = Wish();
        wish["key"] = "studio-1";
        string first = (await studio.PostAsync("/api/jobs", wish)).GetProperty("job").GetString()!;
        string second = (await studio.PostAsync("/api/jobs", wish.DeepClone())).GetProperty("job").GetString()!;
        Assert.Equal(first, second);
        await studio.EndOfAsync(first);
        Assert.Single(service.Ledger);
    }

    [Fact]
    public async Task WhatCostsMoreThanIsAllowed_OrIsNotValid_IsNotSent()
    {
        await using EvolinkSimulator service = await _home.ServeAsync();
        await using StudioRun studio = await StudioRun.StartAsync(_home, []);
        await studio.EndOfAsync((await studio.PostAsync("/api/jobs", Wish())).GetProperty("job").GetString()!);
        JsonObject dear = Wish();
        dear["max_credits"] = 0.001m;
        Assert.Contains("at most 0.001 are allowed. Nothing was sent.", (await studio.PostAsync("/api/jobs", dear, HttpStatusCode.UnprocessableEntity)).GetProperty("error").GetString(), StringComparison.Ordinal);
        JsonObject wrong = Wish();
        wrong["request"]!["promt"] = "x";
        Assert.Contains("did you mean 'prompt'?", (await studio.PostAsync("/api/jobs", wrong, HttpStatusCode.UnprocessableEntity)).GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Single(service.Ledger);
    }

    [Fact]
    public async Task ARefusalThatOnlyAPersonCanHelp_GivesTheJobUp_AndSaysWhy()
    {
        await using EvolinkSimulator service = await _home.ServeAsync(_home.Simulator with { InitialCredits = 0 });
        await using StudioRun studio = await StudioRun.StartAsync(_home, []);
        JsonElement end = await studio.EndOfAsync((await studio.PostAsync("/api/jobs", Wish())).GetProperty("job").GetString()!);
        Assert.Equal("canceled", end.GetProperty("state").GetString());
        Assert.Contains("insufficient", end.GetProperty("note").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhereTheAnswerGotLost_APersonSaysWhatBecameOfIt()
    {
        FaultPlan plan = new();
        plan.OnCreates(Fault.ResetAfterRequest());
        await using EvolinkSimulator service = await _home.ServeAsync(_home.Simulator with { Faults = plan.For });
        await using StudioRun studio = await StudioRun.StartAsync(_home, []);
        string job = (await studio.PostAsync("/api/jobs", Wish())).GetProperty("job").GetString()!;
        JsonElement unknown = await studio.EndOfAsync(job);
        Assert.Equal("outcome_unknown", unknown.GetProperty("state").GetString());
        Assert.Contains("may be billed", unknown.GetProperty("note").GetString(), StringComparison.Ordinal);
        await studio.PostAsync($"/api/jobs/{job}/resolve", new JsonObject { ["task"] = " " }, HttpStatusCode.UnprocessableEntity);
        await studio.PostAsync($"/api/jobs/{job}/resolve", new JsonObject { ["task"] = Assert.Single(service.Ledger).TaskId });
        Assert.Equal("completed", (await studio.EndOfAsync(job)).GetProperty("state").GetString());
        await studio.PostAsync($"/api/jobs/{job}/resolve", new JsonObject(), HttpStatusCode.UnprocessableEntity);
        Assert.Single(service.Ledger);
    }

    [Fact]
    public async Task TheEventsTellOfEachStep_ToTheEnd()
    {
        using TestHome slow = new() { Simulator = new SimulatorOptions { PendingFor = TimeSpan.Zero, ProcessingFor = TimeSpan.FromSeconds(6) } };
        await using StudioRun studio = await StudioRun.StartAsync(slow, ["--simulate"]);
        using HttpResponseMessage stream = await (await studio.OpenAsync()).GetAsync("/api/events", HttpCompletionOption.ResponseHeadersRead, Token);
        Assert.Equal("text/event-stream", stream.Content.Headers.ContentType!.MediaType);
        using StreamReader reader = new(await stream.Content.ReadAsStreamAsync(Token));
        Assert.Equal(": open", await reader.ReadLineAsync(Token));
        string job = (await studio.PostAsync("/api/jobs", Wish())).GetProperty("job").GetString()!;
        List<string> states = [];
        List<double> progress = [];
        while (states.LastOrDefault() != "completed")
        {
            string line = await reader.ReadLineAsync(Token) ?? throw new InvalidOperationException($"The stream ended after {string.Join(' ', states)}.");
            if (!line.StartsWith("data: ", StringComparison.Ordinal)) continue;
            JsonElement change = JsonElement.Parse(line[6..]);
            Assert.Equal(job, change.GetProperty("job").GetString());
            states.Add(change.GetProperty("state").GetString()!);
            progress.Add(change.GetProperty("progress").GetDouble());
        }

        Assert.Contains("running", states);
        Assert.Contains(progress, static share => share is > 0 and < 100);
    }

    [Fact]
    public async Task AFileGoesOnToTheService_AndOneThatTheFieldDoesNotTake_DoesNot()
    {
        await using EvolinkSimulator service = await _home.ServeAsync();
        await using StudioRun studio = await StudioRun.StartAsync(_home, []);
        HttpClient http = await studio.OpenAsync();
        using ByteArrayContent picture = new(TestFiles.Png);
        using HttpResponseMessage uploaded = await http.PostAsync($"/api/files?name=cat.png&model={Model}&field=image_urls", picture, Token);
        JsonElement answer = JsonElement.Parse(await uploaded.Content.ReadAsStringAsync(Token));
        Assert.Equal("image/png", answer.GetProperty("type").GetString());
        Assert.StartsWith("https://", answer.GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.Single(service.Files);

        using ByteArrayContent sound = new("RIFF\0\0\0\0WAVEfmt "u8.ToArray());
        using HttpResponseMessage refused = await http.PostAsync($"/api/files?name=cat.png&model={Model}&field=image_urls", sound, Token);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("is audio/wav; expected", await refused.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Single(service.Files);
    }

    private static JsonObject Request() => new() { ["prompt"] = "run", ["image_urls"] = new JsonArray("https://cdn.example.com/cat.png") };

    private static JsonObject Wish() => new() { ["model"] = Model, ["request"] = Request() };
}
