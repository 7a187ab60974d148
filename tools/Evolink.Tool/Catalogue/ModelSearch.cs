namespace Evolink.Tool.Catalogue;

/// <summary>Finds models by what they make, what they take and what is said of them.</summary>
internal static class ModelSearch
{
    public static IReadOnlyList<string> Kinds { get; } = [.. Enum.GetNames<ModelKind>().Select(static kind => kind.ToLowerInvariant())];

    /// <param name="kind">What the model makes, such as <c>video</c>; null for anything.</param>
    /// <param name="inputs">All of what the model has to take.</param>
    /// <param name="words">Words that are all in its id, title or summary, in any order.</param>
    public static IEnumerable<ModelInfo> Find(string? kind, IReadOnlyCollection<string> inputs, IReadOnlyCollection<string> words) => EvolinkModels.All
        .Where(model => kind is null || string.Equals(model.Kind.ToString(), kind, StringComparison.OrdinalIgnoreCase))
        .Where(model => words.All(word => Has(model, word)))
        .Where(model => inputs.Count == 0 || inputs.All(ModelInputs.Find(model).Contains));

    private static bool Has(ModelInfo model, string word) =>
        model.Id.Contains(word, StringComparison.OrdinalIgnoreCase)
        || model.Title.Contains(word, StringComparison.OrdinalIgnoreCase)
        || model.Summary.Contains(word, StringComparison.OrdinalIgnoreCase);
}
