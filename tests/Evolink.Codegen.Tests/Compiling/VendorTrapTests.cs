using Evolink.Codegen.Naming;
using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Compiling;

/// <summary>A further spec beside the query, with what the vendor's other models hold: it gives its request and nothing else changes.</summary>
public sealed class VendorTrapTests
{
    public static TheoryData<string, string, string> Models => new()
    {
        {
            "MiniMax-Hailuo-2.3-Fast", "model, duration",
            """
            model: {type: string, enum: [MiniMax-Hailuo-2.3-Fast]}
            duration: {type: integer, enum: [4, 6, 8], default: 6}
            seed: {type: integer, minimum: 0, maximum: 4294967295}
            """
        },
        {
            "some.model-v1", "model",
            """
            model: {type: string, const: some.model-v1}
            duration: {oneOf: [{type: integer, minimum: 1}, {type: string, enum: [auto]}]}
            length: {type: [integer, string]}
            sound: {type: string, enum: [on, off]}
            """
        },
        {
            "sizes", "model, size",
            """
            model: {type: string, enum: [sizes]}
            size: {type: string, enum: [1024x1024, 16:9, 1K, 2K, auto]}
            ratio: {type: string, enum: ['16:9', '9:16', '-1:1']}
            """
        },
        {
            "loose", "model",
            """
            model: {type: string, enum: [loose]}
            things: {type: array}
            options: {type: object}
            anything: {}
            """
        },
        {
            "nullable", "model, prompt, seed",
            """
            model: {type: string, enum: [nullable]}
            prompt: {type: string, nullable: true}
            seed: {type: [integer, 'null']}
            flag: {type: boolean, nullable: true}
            mode: {type: string, nullable: true, enum: [a, b, null]}
            """
        },
        {
            "lacking", "model, prompt",
            """
            model: {type: string, enum: [lacking], example: lacking}
            prompt: {type: string, example: ''}
            images: {type: array, items: {type: string, format: uri}, example: [https://example.com/a.png]}
            """
        },
    };

    [Theory]
    [MemberData(nameof(Models))]
    public void AThirdSpec_GivesItsRequestAndCompiles(string name, string required, string properties)
    {
        Generation both = GeneratorHarness.Run((name + ".yaml", Yaml.Create(properties, required)), ("query.yaml", Yaml.Query));

        both.AssertNoDiagnostics().AssertCompiles();
        Assert.Contains(both.Files.Keys, file => file == Words.Identifier(name, "") + "Request.g.cs");
        Assert.Contains("EvolinkTaskClientBase<TaskDetailResponse>", both["EvolinkClient.g.cs"], StringComparison.Ordinal);
    }
}
