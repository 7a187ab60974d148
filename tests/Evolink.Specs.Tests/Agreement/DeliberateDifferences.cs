using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Evolink.Codegen.Parsing;
using Evolink.Tests.Support;

namespace Evolink.Tests.Agreement;

/// <summary>
/// Where the generated code differs from a schema's letter, and why. Each is a change to the instance that the simulator sees,
/// so that everything else about it is still validated.
/// </summary>
internal static class DeliberateDifferences
{
    private static readonly (string Reason, Action<Place> Apply)[] s_all =
    [
        ("A request that lacks its model has it: the type is made for that model.", FillInModel),
        ("An explicit null is read as unset and not sent: a form or a database that fills in null means nothing by it.", ForgetNull),
        ("A required member that may be null is sent as null where it is not set.", SendNull),
        ("Letters beyond ASCII may stand for themselves in a URL: people write links so, and every server takes them.", EncodeLetters),
        ("A number is a double, which is also what is sent: digits beyond its precision are not seen.", RoundToDouble),
        ("An integer is one of 64 bits: a larger one would not be what the caller meant.", RefuseHuge),
        ("A URL that System.Uri cannot hold (no host, port 99999) is none, whatever the grammar says: nothing could be fetched from it.", RefuseUnusable),
    ];

    /// <summary>The instance as the simulator is to see it.</summary>
    public static JsonNode? Apply(SpecBody body, JsonNode? instance)
    {
        JsonNode? meant = instance?.DeepClone();
        foreach ((_, Action<Place> apply) in s_all)
        {
            foreach (Place place in Place.Below(body.File.Root, body.Schema, meant).ToArray())
                apply(place);
        }

        return meant;
    }

    private static void FillInModel(Place place)
    {
        bool isRequired = Object(place)?["required"]?.Items.Any(name => name.Text == "model") == true;
        if (!place.Exists && place.Name == "model" && isRequired && place.Schema["enum"]?.Items is [var only]) place.Value = only.Text;
    }

    private static void ForgetNull(Place place)
    {
        if (place.Exists && Object(place) is not null && place.Value is null && !AllowsNull(place.Schema)) place.Remove();
    }

    private static void SendNull(Place place)
    {
        bool isRequired = Object(place)?["required"]?.Items.Any(name => name.Text == place.Name) == true;
        if (!place.Exists && isRequired && AllowsNull(place.Schema)) place.Value = null;
    }

    /// <summary>The schema whose property the place is; null for an item or a map's member.</summary>
    private static SpecNode? Object(Place place) =>
        place.Schema.Parent is { Parent: { } owner } properties && owner["properties"] == properties ? owner : null;

    private static bool AllowsNull(SpecNode schema) =>
        schema["nullable"]?.Text == "true" || schema["type"]?.Items.Any(type => type.Text == "null") == true;

    private static void EncodeLetters(Place place)
    {
        if (Url(place) is not { } url) return;

        // A host in letters beyond ASCII means another in ASCII, which may be 127.0.0.1.
        if (Uri.TryCreate(url, UriKind.Absolute, out Uri? parsed) && parsed is { HostNameType: UriHostNameType.Dns, Host.Length: > 0 })
            url = url.Replace(parsed.GetComponents(UriComponents.Host, UriFormat.Unescaped), parsed.IdnHost, StringComparison.OrdinalIgnoreCase);
        place.Value = string.Concat(url.Select(letter => letter >= '\u00a0' && !char.IsWhiteSpace(letter) ? 'x' : letter));
    }

    private static void RoundToDouble(Place place)
    {
        // With whole steps and bounds it is an integer, which is exact.
        bool isDouble = place.Schema["type"]?.Text == "number" && place.Schema["multipleOf"]?.Text != "1";
        if (isDouble && place.Value is JsonValue value && value.GetValueKind() == JsonValueKind.Number)
            place.Value = double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture);
    }

    private static void RefuseHuge(Place place)
    {
        bool isInteger = place.Schema["type"] is { } type && (type.Text == "integer" || type.Items.Any(name => name.Text == "integer"));
        if (isInteger && place.Value is JsonValue value && value.GetValueKind() == JsonValueKind.Number
            && Math.Abs(double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture)) > long.MaxValue)
        {
            place.Value = new JsonObject();
        }
    }

    private static void RefuseUnusable(Place place)
    {
        if (Url(place) is { } url && !Uri.TryCreate(url, UriKind.RelativeOrAbsolute, out _)) place.Value = "no URL";
    }

    private static string? Url(Place place) =>
        place.Schema["format"]?.Text == "uri" && place.Value is JsonValue value && value.TryGetValue(out string? url) ? url : null;
}
