using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Evolink.Codegen.Parsing;
using Evolink.Tests.Support;

namespace Evolink.Tests.Constraints;

/// <summary>All models that call back: the address is a public https address of at most 2048 characters.</summary>
public sealed class CallbackTests
{
    private const string Start = "https://example.com/";

    public static TheoryData<string> Models => [.. SpecBody.All
        .Where(body => body.IsRequest && body.Schema["properties"]?["callback_url"] is not null)
        .Select(body => body.Schema["properties"]!["model"]!["enum"]!.Items[0].Text)];

    [Theory]
    [MemberData(nameof(Models))]
    public void ACallback_HasAtMost2048Characters(string model)
    {
        Refusal.IsNone(WithCallback(model, Start.PadRight(2048, 'a')));

        GenerationRequest tooLong = WithCallback(model, Start.PadRight(2049, 'a'));
        Assert.False(tooLong.TryValidate(out IReadOnlyList<ValidationResult>? results));
        Assert.All(results, result => Assert.Equal(["CallbackUrl"], result.MemberNames));
        Assert.Contains(results, result => result.ErrorMessage!.StartsWith("callback_url: ", StringComparison.Ordinal) && result.ErrorMessage.Contains("2048", StringComparison.Ordinal));
        Assert.NotEmpty(SpecFiles.OperationOf(model).Validate(Json.Write(tooLong)));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void ACallback_IsHttpsAndPublic(string model)
    {
        foreach (string url in new[] { "http://example.com/", "https://127.1/", "https://10.1.2.3/", "https://localhost/", "https://[::ffff:10.0.0.1]/", "https://user@example.com/", "/hook" })
            Refusal.IsOnly(WithCallback(model, url), "CallbackUrl", "callback_url");
    }

    private static GenerationRequest WithCallback(string model, string url)
    {
        SpecBody body = SpecBody.All.First(body => body.IsRequest && body.Examples.Any(example => example.Value["model"]?.Text == model));
        JsonNode json = body.Examples.First().Value.ToJsonNode()!;
        json["callback_url"] = url;
        return (GenerationRequest)Json.Read(GeneratedTypes.RequestOf(model), Json.Element(json));
    }
}
