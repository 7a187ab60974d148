using System.Net;

namespace Evolink.Tests;

/// <summary>Specs that tell their model by its default alone.</summary>
public sealed class DefaultModelTests
{
    private const string Spec = """
        openapi: 3.1.0
        info: { title: NAME, version: "1" }
        paths:
          /v1/clips:
            post:
              operationId: createNAME
              requestBody:
                required: true
                content:
                  application/json:
                    schema:
                      type: object
                      required: REQUIRED
                      properties:
                        model: { type: string, default: NAME }
                        MEMBER: { type: string }
              responses:
                "200":
                  description: A task.
                  content:
                    application/json:
                      schema: { type: object, properties: { id: { type: string }, status: { type: string } } }
        """;

    [Fact]
    public async Task ADefault_SaysWhichSpecValidates()
    {
        await using Api api = await StartAsync();

        Answer first = await api.PostAsync("/v1/clips", """{"model":"clip-a"}""");
        Answer second = await api.PostAsync("/v1/clips", """{"model":"clip-b","text":"x"}""");
        Answer nameless = await api.PostAsync("/v1/clips", """{"sound":"x"}""");

        Assert.Equal((HttpStatusCode.BadRequest, "sound"), (first.Status, first.Error("param")));
        Assert.Equal(HttpStatusCode.OK, second.Status);
        Assert.Equal(HttpStatusCode.BadRequest, nameless.Status);
    }

    [Fact]
    public async Task AModelThatIsNobodysDefault_IsRefused_WithWhatMayBeMeant()
    {
        await using Api api = await StartAsync();

        Answer nonsense = await api.PostAsync("/v1/clips", """{"model":"nonsense","sound":"x","text":"x"}""");
        Answer near = await api.PostAsync("/v1/clips", """{"model":"clip-B","text":"x"}""");

        Assert.Equal((HttpStatusCode.Forbidden, "model_access_denied"), (nonsense.Status, nonsense.Error("code")));
        Assert.Equal((HttpStatusCode.Forbidden, "clip-b"), (near.Status, near.Error("fallback_suggestion")));
    }

    private static async Task<Api> StartAsync()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        try
        {
            foreach ((string name, string member) in new[] { ("clip-a", "sound"), ("clip-b", "text") })
            {
                string text = Spec.Replace("NAME", name, StringComparison.Ordinal).Replace("MEMBER", member, StringComparison.Ordinal).Replace("REQUIRED", $"[model, {member}]", StringComparison.Ordinal);
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, name + ".yaml"), text, TestContext.Current.CancellationToken);
            }

            return await Api.StartAsync(options => options with { SpecFolders = [folder.FullName] });
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
