using System.Text.Json.Nodes;
using Evolink.Codegen.Naming;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Capabilities;

/// <summary>
/// A value that a capability's spec holds: among the <c>examples</c> of an operation's body, or among what its
/// <c>x-refused</c> says is refused, and why.
/// </summary>
internal sealed record CapabilityCase(string Capability, string Operation, string Name, JsonNode? Value, string? Says)
{
    private const string Folder = "Capabilities/", File = "/spec.yaml";

    /// <summary>Every capability's <c>spec.yaml</c>, named by its folder. Files of other names are for the tests beside them.</summary>
    public static IReadOnlyList<(string Path, string Text)> Specs { get; } =
        [.. EmbeddedFiles.Under(Folder).Where(spec => spec.Path.EndsWith(File, StringComparison.Ordinal)).Select(spec => (spec.Path[..^File.Length] + ".yaml", spec.Text))];

    public static IReadOnlyList<CapabilityCase> All { get; } = [.. Specs.SelectMany(spec => Read(spec.Path, spec.Text))];

    /// <summary>The spec of one capability.</summary>
    public static string SpecOf(string capability) => EmbeddedFiles.Text(Folder + capability + File);

    private static IEnumerable<CapabilityCase> Read(string path, string text)
    {
        string capability = Path.GetFileNameWithoutExtension(path);
        SpecNode root = SpecTree.Parse(path, text, [], CancellationToken.None)!;
        foreach (SpecNode operation in root["paths"]!.Members.SelectMany(item => item.Value.Members).Select(method => method.Value))
        {
            if (operation.At("/requestBody/content/application~1json") is not { } media)
            {
                continue;
            }

            string method = Words.Identifier(operation["operationId"]!.Text, "") + "Async";
            foreach (SpecMember example in media["examples"]?.Members ?? [])
            {
                yield return new CapabilityCase(capability, method, example.Name, example.Value["value"]!.ToJsonNode(), Says: null);
            }

            foreach (SpecNode refused in media["x-refused"]?.Items ?? [])
            {
                yield return new CapabilityCase(capability, method, $"refused at line {refused.Line}", refused["value"]!.ToJsonNode(), refused["says"]!.Text);
            }
        }
    }
}
