using System.Buffers;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Evolink.Runtime.Json;
using Evolink.Runtime.Requests;
using Evolink.Runtime.Validation;

namespace Evolink.Runtime.Catalogue;

/// <summary>Makes a request of JSON that nobody has checked, and says what is wrong so that a person or an agent can mend it.</summary>
internal sealed class ModelRequest
{
    private const string ModelMember = "model";

    /// <summary>What was probably meant by a value, by the C# path of its member.</summary>
    private readonly Dictionary<string, string> _suggestions = [];
    private readonly List<ValidationResult> _problems = [];

    public GenerationRequest? Request { get; private set; }

    public IReadOnlyList<ValidationResult> Problems => _problems;

    public static ModelRequest Create(ModelInfo model, JsonElement json, JsonValueReader<GenerationRequest> read)
    {
        ModelRequest made = new();
        if (json.ValueKind != JsonValueKind.Object)
        {
            made.Add("$", "", $"must be an object, not {Name(json)}");
            return made;
        }

        if (!JsonDepth.HasRoom(json))
        {
            made.Add("$", "", $"is {JsonDepth.Problem}");
            return made;
        }

        try
        {
            made.CheckModel(model, json);
            made.CheckMembers(model.Schema, model.Parameters, json, "", "");
            made.Read(model, json, read);
        }
        catch (InvalidOperationException)
        {
            made.Add("$", "", "must be Unicode: some name or text holds half of a surrogate pair");
        }

        return made;
    }

    private void CheckModel(ModelInfo model, JsonElement json)
    {
        if (JsonFacts.Member(json, ModelMember) is { ValueKind: JsonValueKind.String } own && own.GetString() != model.Id)
        {
            Add(ModelMember, "Model", $"must be '{model.Id}', not '{RequestNames.Shortened(own.GetString()!)}'");
        }
    }

    private void Read(ModelInfo model, JsonElement json, JsonValueReader<GenerationRequest> read)
    {
        byte[] members = Complete(model, json);
        Utf8JsonReader reader = new(members, new JsonReaderOptions { MaxDepth = int.MaxValue });
        try
        {
            reader.Read();
            Request = JsonRead.Located(ref reader, read);
        }
        catch (JsonException e)
        {
            Add(e);
            return;
        }

        if (!Request.TryValidate(out IReadOnlyList<ValidationResult> results))
        {
            // What was said of the model already is said once.
            bool isOtherModel = _problems.Any(static problem => problem.MemberNames.Contains("Model"));
            _problems.AddRange(results.Where(result => !(isOtherModel && result.MemberNames.SequenceEqual(["Model"]))).Select(WithSuggestion));
        }
    }

    /// <summary>A request for one of several models says which.</summary>
    private static byte[] Complete(ModelInfo model, JsonElement json)
    {
        bool isComplete = json.TryGetProperty(ModelMember, out _) || !model.Parameters.Any(static parameter => parameter.Name == ModelMember);
        ArrayBufferWriter<byte> written = new();
        using (Utf8JsonWriter writer = new(written, new JsonWriterOptions { SkipValidation = true, MaxDepth = int.MaxValue }))
        {
            writer.WriteStartObject();
            if (!isComplete)
            {
                writer.WriteString(ModelMember, model.Id);
            }

            foreach (JsonProperty member in json.EnumerateObject())
            {
                member.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        return written.WrittenSpan.ToArray();
    }

    private void CheckMembers(SchemaParts schema, IReadOnlyList<ModelParameter> parameters, JsonElement value, string path, string memberPath)
    {
        bool isOpen = parameters.Count == 0 || schema.First("patternProperties") is not null || schema.Variants().Any()
            || schema.All("additionalProperties").Concat(schema.All("unevaluatedProperties")).Any(static other => other.ValueKind is not JsonValueKind.False);
        foreach (JsonProperty member in value.EnumerateObject())
        {
            string memberName = MemberPath.Join(path, member.Name);
            if (parameters.FirstOrDefault(parameter => parameter.Name == member.Name) is { } known)
            {
                CheckValue(known, member.Value, memberName, MemberPath.Join(memberPath, known.PropertyName));
            }
            else if (!isOpen)
            {
                string[] names = [.. parameters.Select(static parameter => parameter.Name)];
                string meant = Suggestion.Text(member.Name, names) is { Length: > 0 } text ? text : $"; there are {RequestNames.List(names)}";
                Add(RequestNames.Shortened(memberName), memberPath, $"is no parameter of this model{meant}");
            }
        }
    }

    private void CheckValue(ModelParameter parameter, JsonElement value, string path, string memberPath)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when parameter.Parameters.Count > 0:
                CheckMembers(parameter.Schema, parameter.Parameters, value, path, memberPath);
                break;
            case JsonValueKind.Array when parameter.Items is { } items:
                int index = 0;
                foreach (JsonElement item in value.EnumerateArray())
                {
                    CheckValue(items, item, MemberPath.Item(path, index), MemberPath.Item(memberPath, index));
                    index++;
                }

                break;
            case JsonValueKind.String:
                IEnumerable<string> values = parameter.Enum.Concat(parameter.Variants.SelectMany(static variant => variant.Enum))
                    .Where(static known => known.ValueKind == JsonValueKind.String).Select(static known => known.GetString()!);
                if (Suggestion.Find(value.GetString()!, values) is { } meant && meant != value.GetString())
                {
                    _suggestions[memberPath] = meant;
                }

                break;
        }
    }

    private ValidationResult WithSuggestion(ValidationResult result) =>
        result.MemberNames.Select(member => _suggestions.GetValueOrDefault(member)).FirstOrDefault(static meant => meant is not null) is { } found
            ? new ValidationResult($"{result.ErrorMessage?.TrimEnd('.')}; did you mean '{found}'?", result.MemberNames)
            : result;

    private void Add(string path, string member, string problem) =>
        _problems.Add(new ValidationResult($"{path}: {problem}{(problem.EndsWith('?') ? "" : ".")}", member.Length == 0 ? [] : [member]));

    /// <summary>Says of what cannot be read what is said of a value that is not allowed: first where it stands.</summary>
    private void Add(JsonException unread)
    {
        string problem = unread.Message.Replace($" Path: {unread.Path}.", "", StringComparison.Ordinal).TrimEnd('.');
        string path = unread.Path is { Length: > 2 } full && full.StartsWith("$.", StringComparison.Ordinal) ? full[2..] : unread.Path ?? "$";
        Add(path, "", char.ToLowerInvariant(problem[0]) + problem[1..]);
    }

    private static string Name(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => "an array",
        JsonValueKind.Undefined => "nothing",
        JsonValueKind.Null => "null",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        _ => "a boolean",
    };
}
