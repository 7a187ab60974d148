namespace Evolink.Tool.Catalogue;

/// <summary>Finds models by what they make, what they take and what is said of them.</summary>
internal static class ModelSearch
{
    /// <summary>What a request may hold beside its settings, in the order in which it is listed.</summary>
    public static IReadOnlyList<string> Inputs { get; } = ["text", "image", "video", "audio", "task"];

    public static IReadOnlyList<string> Kinds { get; } = [.. Enum.GetNames<ModelKind>().Select(static kind => kind.ToLowerInvariant())];

    /// <param name="kind">What the model makes, such as <c>video</c>; null for anything.</param>
    /// <param name="inputs">All of what the model has to take.</param>
    /// <param name="words">Words that are all in its id, title or summary, in any order.</param>
    public static IEnumerable<ModelInfo> Find(string? kind, IReadOnlyCollection<string> inputs, IReadOnlyCollection<string> words) => EvolinkModels.All
        .Where(model => kind is null || string.Equals(model.Kind.ToString(), kind, StringComparison.OrdinalIgnoreCase))
        .Where(model => words.All(word => Has(model, word)))
        .Where(model => inputs.Count == 0 || inputs.All(Takes(model).Contains));

    /// <summary>What a model takes, of <see cref="Inputs"/>.</summary>
    public static IReadOnlyList<string> Takes(ModelInfo model)
    {
        HashSet<string> found = [.. Walk(model.Parameters).SelectMany(Takes)];
        return [.. Inputs.Where(found.Contains)];
    }

    private static bool Has(ModelInfo model, string word) =>
        model.Id.Contains(word, StringComparison.OrdinalIgnoreCase)
        || model.Title.Contains(word, StringComparison.OrdinalIgnoreCase)
        || model.Summary.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Takes(ModelParameter parameter)
    {
        if (parameter.Media is { } media) yield return media.Kind;
        if (parameter.Name.Contains("prompt", StringComparison.Ordinal) && parameter.Type == "string") yield return "text";
        if (parameter.Name.EndsWith("task_id", StringComparison.Ordinal)) yield return "task";
    }

    private static IEnumerable<ModelParameter> Walk(IReadOnlyList<ModelParameter> parameters) => parameters.SelectMany(
        static parameter => Walk(parameter.Parameters).Concat(Walk(parameter.Items?.Parameters ?? [])).Prepend(parameter));
}
