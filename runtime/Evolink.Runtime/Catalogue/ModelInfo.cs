using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Evolink.Runtime.Catalogue;
using Evolink.Runtime.Json;

namespace Evolink;

/// <summary>A model: what it makes and takes. Its parameters are read from its specification when they are first asked for.</summary>
public sealed class ModelInfo
{
    private readonly Utf8Literal _schema;
    private readonly Utf8Literal _example;
    private readonly JsonValueReader<GenerationRequest> _read;
    private readonly string _docsUrl;

    private ModelInfo(
        string id, ModelKind kind, string path, string docsUrl, string title, string summary, Type requestType, JsonValueReader<GenerationRequest> read, Utf8Literal schema, Utf8Literal example)
    {
        Id = id;
        Kind = kind;
        Path = path;
        Title = title;
        Summary = summary;
        RequestType = requestType;
        _docsUrl = docsUrl;
        _read = read;
        _schema = schema;
        _example = example;
    }

    /// <summary>The id by which requests name it, such as <c>my-model-2.1</c>.</summary>
    public string Id { get; }

    /// <summary>What it makes.</summary>
    public ModelKind Kind { get; }

    /// <summary>The path that its requests are sent to.</summary>
    public string Path { get; }

    /// <summary>What it does, in a few words.</summary>
    public string Title { get; }

    /// <summary>What it does and when to take it; empty where its specification does not say.</summary>
    public string Summary { get; }

    /// <summary>The page that describes it; null where there is none.</summary>
    public Uri? DocsUrl => Uri.TryCreate(_docsUrl, UriKind.Absolute, out Uri? url) ? url : null;

    /// <summary>The type of its requests.</summary>
    public Type RequestType { get; }

    /// <summary>The members of its requests, <c>model</c> among them, in the order of the specification.</summary>
    public IReadOnlyList<ModelParameter> Parameters => field ??= ModelParameter.ReadMembers(Schema);

    /// <summary>Its requests as JSON Schema (2020-12) that stands alone: for tools, for agents, for forms.</summary>
    public string JsonSchema => Encoding.UTF8.GetString(_schema());

    /// <summary>A request as JSON, ready to be sent; null where its specification has none.</summary>
    public string? Example => _example() is { Length: > 0 } json ? Encoding.UTF8.GetString(json) : null;

    internal SchemaParts Schema => field ??= Parse(_schema);

    /// <summary>Describes a model. For generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static ModelInfo Create<TRequest>(
        string id, ModelKind kind, string path, string docsUrl, string title, string summary, Utf8Literal schema, Utf8Literal example)
        where TRequest : GenerationRequest, IJsonModel<TRequest> =>
        new(id, kind, path, docsUrl, title, summary, typeof(TRequest), ModelReader.Read<TRequest>, schema, example);

    /// <summary>Makes a request of JSON: of a form, of a file, of what an agent writes.</summary>
    /// <param name="json">The request's members; <c>model</c> may be left out.</param>
    /// <param name="request">The request, checked; null where something is wrong.</param>
    /// <param name="problems">What is wrong, with what was probably meant; empty where nothing is.</param>
    /// <returns>Whether the request can be sent.</returns>
    public bool TryCreateRequest(JsonElement json, [NotNullWhen(true)] out GenerationRequest? request, out IReadOnlyList<ValidationResult> problems)
    {
        ModelRequest made = ModelRequest.Create(this, json, _read);
        problems = made.Problems;
        request = made.Problems.Count == 0 ? made.Request : null;
        return request is not null;
    }

    /// <summary>The id.</summary>
    public override string ToString() => Id;

    private static SchemaParts Parse(Utf8Literal schema)
    {
        Utf8JsonReader reader = new(schema(), new JsonReaderOptions { MaxDepth = int.MaxValue });
        JsonElement root = JsonElement.ParseValue(ref reader);
        return new SchemaParts(root, root);
    }
}
