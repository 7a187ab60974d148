using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Evolink.Tool.Uploads;

/// <summary>Finds the local files that a request names. Only members that are URLs of media are looked at, never a prompt.</summary>
internal static class LocalFiles
{
    public static IReadOnlyList<LocalFile> Find(ModelInfo model, JsonObject request) => [.. FindMembers(model.Parameters, request, "")];

    private static IEnumerable<LocalFile> FindMembers(IReadOnlyList<ModelParameter> parameters, JsonObject value, string path) =>
        from member in value
        let parameter = parameters.FirstOrDefault(one => one.Name == member.Key)
        where parameter is not null && member.Value is not null
        from file in Find(parameter!, member.Value!, path.Length == 0 ? member.Key : $"{path}.{member.Key}", parameter!.Media)
        select file;

    private static IEnumerable<LocalFile> Find(ModelParameter parameter, JsonNode value, string path, ModelMedia? media) => value switch
    {
        JsonValue text when media is not null && text.GetValueKind() == JsonValueKind.String => MediaCheck.FindPath(text.GetValue<string>()) is { } file ? [new LocalFile(path, Path.GetFullPath(file), media, text)] : [],
        JsonArray items => items.SelectMany((item, index) => item is null || (parameter.Items ?? parameter) is not { } of ? [] : Find(of, item, string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]"), media)),
        JsonObject members => FindMembers(parameter.Parameters, members, path),
        _ => [],
    };
}
