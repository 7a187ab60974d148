using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;
using Evolink;

namespace Quickstart;

/// <summary>The example of any model in the catalogue, with the sample's picture where it has an image.</summary>
internal static class CatalogueExample
{
    /// <param name="id">The model.</param>
    /// <param name="picture">Where the sample's picture was uploaded to.</param>
    public static GenerationRequest Create(string id, Uri picture)
    {
        ModelInfo model = EvolinkModels.Find(id)!;
        JsonObject members = JsonNode.Parse(model.Example ?? "{}")!.AsObject();
        SetPicture(members, model.Parameters, picture.AbsoluteUri);
        using JsonDocument json = JsonDocument.Parse(members.ToJsonString());
        return model.TryCreateRequest(json.RootElement, out GenerationRequest? request, out IReadOnlyList<ValidationResult> problems) ? request : throw new EvolinkValidationException(problems);
    }

    private static void SetPicture(JsonObject members, IReadOnlyList<ModelParameter> parameters, string picture)
    {
        foreach (ModelParameter parameter in parameters)
        {
            switch (members[parameter.Name])
            {
                case JsonArray several when parameter.Media?.Kind == "image":
                    members[parameter.Name] = new JsonArray([.. several.Select(_ => JsonValue.Create(picture))]);
                    break;
                case JsonValue when parameter.Media?.Kind == "image":
                    members[parameter.Name] = picture;
                    break;
                case JsonArray several when parameter.Items is { } item:
                    foreach (JsonObject one in several.OfType<JsonObject>()) SetPicture(one, item.Parameters, picture);
                    break;
                case JsonObject inner:
                    SetPicture(inner, parameter.Parameters, picture);
                    break;
            }
        }
    }
}
