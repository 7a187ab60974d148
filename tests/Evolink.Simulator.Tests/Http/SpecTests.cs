using System.Net;
using System.Text.Json.Nodes;
using Evolink.Codegen.Parsing;
using Evolink.Simulation;

namespace Evolink.Tests;

/// <summary>What the simulator makes of specs.</summary>
public sealed class SpecTests
{
    [Fact]
    public async Task AnOperationThatIsNoTask_AnswersItsExample()
    {
        await using Api api = await Api.StartAsync();
        using HttpRequestMessage delete = new(HttpMethod.Delete, "/v1/voices/7");

        Answer voice = await api.GetAsync("/v1/voices/7");
        Answer deleted = await api.SendAsync(delete);

        Assert.Equal("""{"name":"Ada"}""", voice.Text);
        Assert.Equal(HttpStatusCode.NoContent, deleted.Status);
    }

    [Fact]
    public async Task TheModels_AreThoseOfTheSpecs()
    {
        await using Api api = await Api.StartAsync();

        Assert.Equal(["film-1", "film-1-fast", "puppet-1", "sketch-1"], api.Simulator.Models);
        Assert.Empty(api.Simulator.SpecProblems);
    }

    [Fact]
    public async Task ASpecThatCannotBeRead_IsReportedAndTheOthersAreServed()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "broken.yaml"), "openapi: 3.1.0\npaths: [unclosed\n", TestContext.Current.CancellationToken);
            await using Api api = await Api.StartAsync(options => options with { SpecFolders = [Api.TestSpecs, folder.FullName] });

            Assert.StartsWith("broken.yaml(", Assert.Single(api.Simulator.SpecProblems), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await api.PostAsync(Api.Creates, Api.Film)).Status);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task WhatASpecRefersToInOtherFiles_IsPartOfIt()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        try
        {
            Dictionary<string, string> files = new()
            {
                ["create.yaml"] = """
                    openapi: 3.1.0
                    info: { title: mime, version: '1' }
                    paths:
                      /v1/videos/generations: { $ref: 'paths/create.yaml' }
                      /v1/outside: { $ref: '../outside.yaml' }
                    components: { schemas: { Name: { type: string, maxLength: 3 } } }
                    """,
                ["paths/create.yaml"] = """
                    post:
                      operationId: createMime
                      requestBody: { content: { application/json: { schema: { $ref: '../schemas/all%20of%20it.json#/Request' } } } }
                      responses: { '200': { description: d, content: { application/json: { schema: { $ref: '../schemas/all%20of%20it.json#/Task' } } } } }
                    """,
                ["schemas/all of it.json"] = """
                    {
                      "Request": { "type": "object", "required": ["model", "name"], "properties": { "model": { "const": "mime-1" }, "name": { "$ref": "../create.yaml#/components/schemas/Name" }, "face": { "$ref": "#/Face" } } },
                      "Face": { "type": "object", "properties": { "smile": { "type": "boolean" }, "under": { "$ref": "#/Face" } } },
                      "Task": { "type": "object", "properties": { "id": { "type": "string" }, "status": { "type": "string" }, "model": { "type": "string" } } }
                    }
                    """,
            };
            foreach ((string path, string text) in files)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder.FullName, path))!);
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, path), text, TestContext.Current.CancellationToken);
            }

            await using Api api = await Api.StartAsync(options => options with { SpecFolders = [folder.FullName, Api.TestSpecs] });

            Assert.Empty(api.Simulator.SpecProblems);
            Assert.Contains("mime-1", api.Simulator.Models);
            Assert.Equal(HttpStatusCode.OK, (await api.PostAsync(Api.Creates, """{"model":"mime-1","name":"Ada","face":{"under":{"smile":true}}}""")).Status);
            Assert.Contains("name", (await api.PostAsync(Api.Creates, """{"model":"mime-1","name":"Lovelace"}""")).Text, StringComparison.Ordinal);
            Assert.Contains("smile", (await api.PostAsync(Api.Creates, """{"model":"mime-1","name":"Ada","face":{"under":{"smile":1}}}""")).Text, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task AFolderThatDoesNotExist_IsAnError() =>
        await Assert.ThrowsAsync<DirectoryNotFoundException>(() => EvolinkSimulator.StartAsync(
            new SimulatorOptions { SpecFolders = [Path.Combine(Path.GetTempPath(), Path.GetRandomFileName())] }, TestContext.Current.CancellationToken));

    [Fact]
    public async Task EveryExampleOfEveryEmbeddedSpec_IsTaken_AndItsTaskRunsToItsResult()
    {
        await using Api api = await Api.StartAsync(options => options with { SpecFolders = [], IncludeEmbeddedSpecs = true });
        List<(string Path, JsonNode Body)> examples = [.. EmbeddedExamples()];
        Assert.NotEmpty(examples);

        foreach ((string path, JsonNode body) in examples)
        {
            Answer created = await api.PostAsync(path, body.ToJsonString());
            Assert.True(created.Status == HttpStatusCode.OK, created.Text);
            // An upload, or a query of several tasks, is no create.
            if (body["model"] is null) continue;
            api.Time.Advance(5);
            JsonNode task = await api.QueryAsync((string)created.Body["id"]!);
            Assert.Equal("completed", (string?)task["status"]);
            Assert.NotNull(task["results"] ?? task["result_data"]);
        }
        Assert.Equal(api.Simulator.Models, api.Simulator.Ledger.Select(static entry => entry.Model).Distinct().Order(StringComparer.Ordinal));
    }

    private static IEnumerable<(string Path, JsonNode Body)> EmbeddedExamples() =>
        from file in SpecLibrary.Load(new SimulatorOptions(), [], CancellationToken.None)
        let document = file.Root.ToJsonNode()!
        from path in document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        from example in operation.Value!["requestBody"]?["content"]?["application/json"]?["examples"]?.AsObject() ?? []
        select (path.Key, example.Value!["value"]!);
}
