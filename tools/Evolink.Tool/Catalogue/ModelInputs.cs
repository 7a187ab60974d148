namespace Evolink.Tool.Catalogue;

/// <summary>What the requests of a model hold beside their settings.</summary>
internal static class ModelInputs
{
    /// <summary>All that there is, in the order in which it is listed.</summary>
    public static IReadOnlyList<string> All { get; } = ["text", "image", "video", "audio", "task"];

    /// <summary>What a model takes, of <see cref="All"/>.</summary>
    public static IReadOnlyList<string> Find(ModelInfo model)
    {
        HashSet<string> found = [.. Walk(model.Parameters).SelectMany(Find)];
        return [.. All.Where(found.Contains)];
    }

    private static IEnumerable<string> Find(ModelParameter parameter)
    {
        if (parameter.Media is { } media) yield return media.Kind;
        if (parameter.Name.Contains("prompt", StringComparison.Ordinal) && parameter.Type == "string") yield return "text";
        if (parameter.Name.EndsWith("task_id", StringComparison.Ordinal)) yield return "task";
    }

    private static IEnumerable<ModelParameter> Walk(IReadOnlyList<ModelParameter> parameters) => parameters.SelectMany(
        static parameter => Walk(parameter.Parameters).Concat(Walk(parameter.Items?.Parameters ?? [])).Prepend(parameter));
}
