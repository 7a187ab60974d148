using System.Text.Json.Nodes;
using Evolink.Tool.Catalogue;
using Evolink.Tool.Studio.Checks;
using Evolink.Tool.Studio.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Evolink.Tool.Studio.Endpoints;

/// <summary>The models, their forms, and the check of what is typed into one. None of it leaves the machine.</summary>
internal static class ModelEndpoints
{
    /// <summary>All models in a few words each; worked out once.</summary>
    private static readonly Lazy<string> s_all = new(static () => JsonReply.Text(new JsonObject
    {
        ["kinds"] = new JsonArray([.. ModelSearch.Kinds.Where(static kind => EvolinkModels.All.Any(model => IsOf(model, kind))).Select(static kind => (JsonNode?)kind)]),
        ["inputs"] = new JsonArray([.. ModelInputs.All.Select(static input => (JsonNode?)input)]),
        ["models"] = new JsonArray([.. EvolinkModels.All.Select(ModelJson.Brief)]),
    }));

    public static void Map(WebApplication app, RequestCheck check)
    {
        app.MapGet("/api/models", static context =>
        {
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync(s_all.Value, context.RequestAborted);
        });
        app.MapGet("/api/models/{id}", JsonReply.From(static context => Task.FromResult<JsonNode>(Form(Find(context)))));
        app.MapPost("/api/models/{id}/check", JsonReply.From(async context => check.Run(Find(context), await JsonReply.ReadAsync(context.Request))));
    }

    private static JsonObject Form(ModelInfo model)
    {
        JsonObject json = ModelJson.Brief(model);
        json["docs_url"] = model.DocsUrl?.AbsoluteUri;
        json["fields"] = FormField.CreateAll(model.Parameters.Where(static parameter => parameter.Name != "model"));
        json["conditions"] = FormConditions.Create(model);
        json["example"] = model.Example is { } example ? JsonNode.Parse(example) : null;
        return json;
    }

    private static ModelInfo Find(HttpContext context) => ModelLookup.Get(context.Request.RouteValues["id"] as string ?? "");

    private static bool IsOf(ModelInfo model, string kind) => string.Equals(model.Kind.ToString(), kind, StringComparison.OrdinalIgnoreCase);
}
