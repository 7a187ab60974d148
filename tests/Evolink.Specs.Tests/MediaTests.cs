using Evolink.Codegen.Parsing;
using Evolink.Simulation;
using Evolink.Tests.Support;

namespace Evolink.Tests;

/// <summary>A URL in a request is of a file that the service fetches: every one says what the file has to be, so that a local one can be checked and uploaded.</summary>
public sealed class MediaTests
{
    private const string Extension = "x-evolink-media";

    // What is no file of a model.
    private static readonly string[] s_others = ["callback_url"];

    public static TheoryData<string> Files => [.. SpecBody.All.Where(static body => body.IsRequest).Select(static body => body.File.FileName).Distinct()];

    [Theory]
    [MemberData(nameof(Files))]
    public void EveryUrlOfARequest_SaysWhatTheFileHasToBe(string file) => Assert.All(
        SpecBody.All.Where(body => body.IsRequest && body.File.FileName == file),
        static body => Assert.Empty(Unsaid(body.File.Root, body.Schema, "", [])));

    private static IEnumerable<string> Unsaid(SpecNode root, SpecNode schema, string path, HashSet<SpecNode> above)
    {
        schema = SpecSchemas.Resolve(root, schema) ?? schema;
        if (!above.Add(schema)) yield break;
        if (schema["format"]?.Text == "uri" && !schema.Has(Extension)) yield return path;
        IEnumerable<(string Path, SpecNode Schema)> below =
        [
            .. SpecSchemas.Properties(root, schema).Where(static property => !s_others.Contains(property.Name)).Select(property => ($"{path}/{property.Name}", property.Value)),
            .. new[] { "items", "additionalProperties" }.Where(keyword => schema[keyword]?.Kind == SpecNodeKind.Object).Select(keyword => ($"{path}/{keyword}", schema[keyword]!)),
        ];
        foreach ((string place, SpecNode one) in below)
        {
            foreach (string found in Unsaid(root, one, place, above)) yield return found;
        }

        above.Remove(schema);
    }
}
