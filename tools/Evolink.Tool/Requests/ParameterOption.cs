using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json.Nodes;
using Evolink.Tool.Catalogue;
using Evolink.Tool.Cli;

namespace Evolink.Tool.Requests;

/// <summary>A parameter of a model as an option of the command line.</summary>
internal sealed class ParameterOption
{
    private readonly IReadOnlyList<string> _path;

    private ParameterOption(ModelParameter parameter, IReadOnlyList<string> path, string name)
    {
        Parameter = parameter;
        _path = path;
        Option = IsArray ? new Option<string[]>(name) { Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = true }
            : new Option<string?>(name) { Arity = IsBoolean ? ArgumentArity.ZeroOrOne : ArgumentArity.ExactlyOne };
        Option.Description = Describe(parameter);
        Option.HelpName = HelpName(parameter);
        Option.Validators.Add(RefuseOptions);
        Option.CompletionSources.Add(_ => Completions().Select(static value => new System.CommandLine.Completions.CompletionItem(value)));
    }

    public ModelParameter Parameter { get; }

    public Option Option { get; }

    private bool IsArray => HasType("array");

    private bool IsBoolean => HasType("boolean");

    /// <summary>The options of a model: one for each parameter, and <c>--outer.inner</c> for those of an object.</summary>
    /// <param name="model">The model.</param>
    /// <param name="taken">Names that the command has itself; a parameter of that name becomes <c>--param-name</c>.</param>
    public static IReadOnlyList<ParameterOption> Create(ModelInfo model, IReadOnlyCollection<string> taken) =>
        [.. Create(model.Parameters.Where(static parameter => parameter.Name != "model"), [], taken)];

    /// <summary>Puts what was typed into a request.</summary>
    /// <exception cref="ToolException">What was typed is not of the form that the parameter has.</exception>
    public void Apply(JsonObject request, ParseResult parsed)
    {
        if (parsed.GetResult(Option) is not { Implicit: false } result) return;
        string[] values = [.. result.Tokens.Select(static token => token.Value)];
        JsonObject target = request;
        foreach (string outer in _path)
        {
            if (target[outer] is not JsonObject inner) target[outer] = inner = [];
            target = inner;
        }

        target[Parameter.Name] = values.Length == 0 ? true : IsArray ? ReadItems(values) : ReadValue(Parameter, values[0]);
    }

    /// <summary>A list takes what follows it, and would take an option that is not known.</summary>
    private static void RefuseOptions(OptionResult result)
    {
        string? unknown = result.Tokens.Select(static token => token.Value).FirstOrDefault(static value => value.StartsWith("--", StringComparison.Ordinal));
        if (unknown is not null && result.Parent is CommandResult command) result.AddError(UnknownWord.Explain(unknown, command));
    }

    private static IEnumerable<ParameterOption> Create(IEnumerable<ModelParameter> parameters, IReadOnlyList<string> path, IReadOnlyCollection<string> taken)
    {
        foreach (ModelParameter parameter in parameters)
        {
            string name = string.Join('.', path.Append(parameter.Name).Select(static part => part.Replace('_', '-')));
            yield return new ParameterOption(parameter, path, taken.Contains("--" + name) ? $"--param-{name}" : $"--{name}");
            foreach (ParameterOption inner in Create(parameter.Parameters, [.. path, parameter.Name], taken)) yield return inner;
        }
    }

    private static string Describe(ModelParameter parameter) => $"{ParameterText.Short(parameter)} ({ParameterText.Limits(parameter)})";

    private static string HelpName(ModelParameter parameter) =>
        parameter.Media is not null ? "url" : parameter.Type is { Length: > 0 } type && !type.Contains(' ', StringComparison.Ordinal) ? type : "value";

    private IEnumerable<string> Completions()
    {
        IReadOnlyList<string> values = ParameterText.Values(Parameter);
        return values.Count > 0 ? values : IsBoolean ? ["true", "false"] : [];
    }

    private bool HasType(string type) => Types(Parameter).Contains(type);

    private static string[] Types(ModelParameter parameter) => parameter.Type.Split(" or ", StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Several values are the items; one that is JSON of an array is all of them.</summary>
    private JsonNode? ReadItems(string[] values)
    {
        if (values is [{ } one] && one.StartsWith('[')) return ReadJson(one);
        if (values is [{ } single] && !Types(Parameter).All(static type => type == "array") && Parameter.Items is null) return ReadValue(Parameter, single);
        return new JsonArray([.. values.Select(value => Parameter.Items is { } items ? ReadValue(items, value) : JsonValue.Create(value))]);
    }

    /// <summary>What cannot be of a wished type stays the text that it is: validation says what is wrong with it.</summary>
    private JsonNode? ReadValue(ModelParameter parameter, string text)
    {
        string[] types = Types(parameter);
        bool mayBeAnything = types.Length == 0;
        if (text.Length > 0 && text[0] is '{' or '[' && (mayBeAnything || types.Contains("object") || types.Contains("array"))) return ReadJson(text);
        if (types.Contains("string") && ParameterText.Values(parameter).Contains(text) && parameter.Enum.All(static value => value.ValueKind == System.Text.Json.JsonValueKind.String)) return text;
        if ((mayBeAnything || types.Contains("boolean")) && text is "true" or "false") return text == "true";
        if ((mayBeAnything || types.Contains("integer") || types.Contains("number")) && JsonNumber.TryRead(text) is { } number) return number;
        return text;
    }

    private JsonNode? ReadJson(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (System.Text.Json.JsonException problem)
        {
            throw ToolException.Usage($"{Option.Name} is no JSON: {problem.Message} Quote it for the shell, or put it into a file and use --input.");
        }
    }
}
