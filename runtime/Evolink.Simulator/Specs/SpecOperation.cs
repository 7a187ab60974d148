using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Evolink.Codegen;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.TaskFamilies;

namespace Evolink.Simulation;

/// <summary>An operation of a spec: what it takes, and what it answers.</summary>
internal sealed class SpecOperation(SpecFile file, string method, PathTemplate path, SpecNode node)
{
    private readonly SpecNode? _request = Json(SpecSchemas.Resolve(file.Root, node["requestBody"]));
    private readonly SpecNode? _response = Json(SpecSchemas.Resolve(file.Root, Success(node).Value));

    public string Method => method;

    /// <summary>The JSON response of the documented success.</summary>
    public SpecNode? Response => _response;

    /// <summary>What it says of tasks.</summary>
    public TaskOperation Task => field ??= TaskOperationReader.Read(file, this, node);

    /// <summary>Whether the documented response is a file, and no JSON.</summary>
    public bool IsBinary => _response is null && SpecSchemas.Resolve(file.Root, Success(node).Value)?["content"] is not null;

    /// <summary>Where else than in the header <c>Authorization</c> the key may stand, by the document's security schemes.</summary>
    public IEnumerable<(string Location, string Name)> KeyPlaces =>
        from scheme in file.Root["components"]?["securitySchemes"]?.Members ?? []
        where scheme.Value["type"]?.Text == "apiKey"
        select (scheme.Value["in"]?.Text ?? "header", scheme.Value["name"]?.Text ?? "");

    public PathTemplate Path => path;

    public string Id => node["operationId"]?.Text ?? $"{method} {path.Text}";

    /// <summary>The values that the body's <c>model</c> may have; the default where that is all the spec says; empty if it says nothing.</summary>
    public IReadOnlyList<string> Models => field ??= ReadModels(file.Root, _request?["schema"]);

    /// <summary>The models of several operations, each once, in ordinal order.</summary>
    public static IReadOnlyList<string> AllModels(IEnumerable<SpecOperation> operations) =>
        [.. operations.SelectMany(static operation => operation.Models).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Whether a body without a <c>model</c> is refused.</summary>
    public bool RequiresModel => SpecSchemas.Requires(file.Root, _request?["schema"], "model");

    /// <summary>The status of the documented success.</summary>
    public int Status => int.TryParse(Success(node).Name, NumberStyles.None, CultureInfo.InvariantCulture, out int status) ? status : 200;

    public bool TakesBody => _request?["schema"] is not null;

    /// <summary>A response with a string <c>id</c> and a string <c>status</c> is a task.</summary>
    public bool ReturnsTask => IsString("id") && IsString("status");

    /// <summary>What a completed task of this operation has as its <c>result_data</c>; null if its results are files.</summary>
    public JsonNode? ResultData() => node["x-evolink-result-data"]?.ToJsonNode() ?? _response?["example"]?["result_data"]?.ToJsonNode();

    /// <summary>The schema of a member of the response; null where none is described.</summary>
    public SpecNode? SchemaAt(string pointer)
    {
        SpecNode? schema = _response?["schema"];
        foreach (string name in JsonPointer.Split(pointer)) schema = SpecSchemas.Property(file.Root, schema, name);
        return schema;
    }

    /// <summary>The schema of a member of the body; null where none is described.</summary>
    public SpecNode? Parameter(string name) => SpecSchemas.Property(file.Root, _request?["schema"], name);

    /// <summary>A value that a schema of this document describes.</summary>
    public JsonNode? SampleOf(SpecNode? schema) => SampleBuilder.OfSchema(file.Root, schema);

    /// <summary>A fresh copy of the documented response.</summary>
    public JsonNode? Sample() => SampleBuilder.OfMedia(file.Root, _response);

    public IReadOnlyList<SchemaFailure> Validate(JsonElement body) =>
        _request?["schema"] is { } schema ? file.Validator.Evaluate(schema.Pointer, body) : [];

    /// <summary>The <c>error</c> of the example that the spec gives for a status.</summary>
    public SpecNode? DocumentedError(int status)
    {
        SpecNode? media = Json(SpecSchemas.Resolve(file.Root, node["responses"]?[status.ToString(CultureInfo.InvariantCulture)]));
        return SampleBuilder.ExampleOf(file.Root, media)?["error"];
    }

    private bool IsString(string property)
    {
        SpecNode? type = SpecSchemas.Property(file.Root, _response?["schema"], property)?["type"];
        return type?.Text == "string" || type?.Items.Any(static name => name.Text == "string") == true;
    }

    private static SpecNode? Json(SpecNode? holder) =>
        holder?["content"]?.Members.FirstOrDefault(static media => media.Name.Contains("json", StringComparison.OrdinalIgnoreCase)).Value;

    private static SpecMember Success(SpecNode node) =>
        node["responses"]?.Members.FirstOrDefault(static answer => answer.Name.StartsWith('2')) ?? default;

    private static string[] ReadModels(SpecNode root, SpecNode? body)
    {
        SpecNode? model = SpecSchemas.Property(root, body, "model");
        if (model?["const"] is { } constant) return [constant.Text];
        string[] listed = [.. model?["enum"]?.Items.Select(static value => value.Text) ?? []];
        return listed is [] && model?["default"] is { } usual ? [usual.Text] : listed;
    }
}
