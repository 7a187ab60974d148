namespace Evolink.Tool.Catalogue;

/// <summary>The parameters of a model that take files, by their names; one of an object or of a list's items is <c>outer.inner</c>.</summary>
internal static class ModelFiles
{
    public static IReadOnlyList<(string Name, ModelMedia Media)> Find(ModelInfo model) => [.. Find(model.Parameters, "")];

    private static IEnumerable<(string Name, ModelMedia Media)> Find(IReadOnlyList<ModelParameter> parameters, string outer) =>
        parameters.SelectMany(parameter => parameter.Media is { } media
            ? [(outer + parameter.Name, media)]
            : Find([.. parameter.Parameters, .. parameter.Items?.Parameters ?? []], $"{outer}{parameter.Name}."));
}
