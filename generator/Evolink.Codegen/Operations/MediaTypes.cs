using System;
using System.Linq;
using System.Text.RegularExpressions;
using Evolink.Codegen.Naming;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;

namespace Evolink.Codegen.Operations;

/// <summary>How the content of a media type travels: the order is that of preference where several are offered.</summary>
internal enum MediaKind
{
    Json,
    Multipart,
    Form,
    Text,
    Binary,

    /// <summary>Events, one after the other, as long as there are any.</summary>
    EventStream,

    /// <summary>Several parts in other ways than a form's.</summary>
    OtherMultipart,
}

/// <summary>Media types and what they mean for a body.</summary>
internal static class MediaTypes
{
    private static readonly Regex s_oneType = new(@"^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$", RegexOptions.CultureInvariant);

    /// <summary>One parameter. A comma within it would end the media type in a list of several.</summary>
    private static readonly Regex s_parameter = new(@"\G\s*;\s*([A-Za-z0-9!#$&^_.+-]+)=(?:[A-Za-z0-9!#$%&'*+.^_`|~-]+|""[^""\\,]*"")", RegexOptions.CultureInvariant);

    /// <summary>The kind of a media type; where that may be any, the schema says it, and where that says nothing, the content is bytes.</summary>
    public static MediaKind KindOf(string mediaType, SpecNode? schema) => Plain(mediaType) switch
    {
        "application/x-www-form-urlencoded" => MediaKind.Form,
        "multipart/form-data" => MediaKind.Multipart,
        "*/*" or "application/*" => KindOf(schema),
        "text/event-stream" => MediaKind.EventStream,
        // Of images, too, the one that is XML.
        var plain when plain.StartsWith("image/", StringComparison.Ordinal) => MediaKind.Binary,
        "application/xml" or "application/yaml" or "application/x-yaml" or "application/javascript" or "application/graphql" or "application/jwt" => MediaKind.Text,
        var plain when IsJson(plain) => MediaKind.Json,
        var plain when plain.StartsWith("multipart/", StringComparison.Ordinal) => MediaKind.OtherMultipart,
        var plain when plain.StartsWith("text/", StringComparison.Ordinal) || plain.EndsWith("+xml", StringComparison.Ordinal)
            || plain.EndsWith("+yaml", StringComparison.Ordinal) => MediaKind.Text,
        _ => MediaKind.Binary,
    };

    private static MediaKind KindOf(SpecNode? schema)
    {
        if (schema is not { Kind: SpecNodeKind.Object })
        {
            return MediaKind.Binary;
        }

        SchemaView view = SchemaView.From(schema);
        JsonKinds kinds = SchemaKinds.Infer(view) & ~JsonKinds.Null;
        return kinds == JsonKinds.None || FileSchemas.IsFile(view, contentType: null) ? MediaKind.Binary
            : kinds == JsonKinds.String ? MediaKind.Text
            : MediaKind.Json;
    }

    public static bool IsJson(string mediaType) =>
        Plain(mediaType) is "application/json" or "text/json" or "*/*" || Plain(mediaType).EndsWith("+json", StringComparison.Ordinal);

    /// <summary>The media type of a body; null where it is a range, or none.</summary>
    public static string? ForBody(string mediaType) => Plain(mediaType) is var plain && s_oneType.IsMatch(plain) && !IsRange(plain) ? plain + Parameters(mediaType) : null;

    /// <summary>
    /// The parameters of a media type as they are written, such as a version. The charset is not among them, which says nothing of what is sent, nor is
    /// the boundary of a form, which is found when it is written.
    /// </summary>
    public static string Parameters(string mediaType)
    {
        int start = mediaType.IndexOf(';');
        if (start < 0)
        {
            return "";
        }

        MatchCollection found = s_parameter.Matches(mediaType, start);
        int end = found.Count == 0 ? start : found[found.Count - 1].Index + found[found.Count - 1].Length;
        return mediaType.Substring(end).Trim(' ', '\t', ';').Length > 0 ? ""
            : string.Concat(found.Cast<Match>().Where(parameter => parameter.Groups[1].Value.ToLowerInvariant() is not ("charset" or "boundary")).Select(parameter => parameter.Value));
    }

    /// <summary>Whether two media types differ by nothing but their parameters.</summary>
    public static bool AreOneType(string left, string right) => Plain(left) == Plain(right);

    /// <summary>What a body of a kind is in general.</summary>
    public static string General(MediaKind kind) => kind switch
    {
        MediaKind.Json => "application/json",
        MediaKind.Text => "text/plain",
        _ => "application/octet-stream",
    };

    /// <summary>Whether a range holds whatever there is, so that a body of the general type is within it.</summary>
    public static bool IsAny(string mediaType) => Plain(mediaType) is "*/*" or "application/*";

    /// <summary>Whether it is an error by its media type.</summary>
    public static bool IsProblem(string mediaType) => Plain(mediaType) == "application/problem+json";

    /// <summary>A media type of JSON as a part of a C# name.</summary>
    public static string NameOf(string mediaType) => Words.Identifier(Plain(mediaType).Split('/').Last() + Parameters(mediaType), "Json");

    public static bool IsRange(string mediaType) => Plain(mediaType).IndexOf('*') >= 0;

    /// <summary>Whether a media type says nothing that another of the same schema does not: JSON by its older name, or by any.</summary>
    public static bool IsMereJson(string mediaType) => Plain(mediaType) is "application/json" or "text/json" or "*/*" or "application/*" or "application/*+json";

    /// <summary>The media type as a request names it in its <c>Accept</c> header.</summary>
    public static string ForAccept(string mediaType, MediaKind kind)
    {
        string plain = Plain(mediaType);
        return kind == MediaKind.Json && plain.IndexOf('*') >= 0 ? "application/json" : s_oneType.IsMatch(plain.Replace("*", "x")) ? plain + Parameters(mediaType) : "*/*";
    }

    /// <summary>The type of a field's part, if it is fit for a header.</summary>
    public static string? ForField(string? mediaType) => mediaType is not null && s_oneType.IsMatch(Plain(mediaType)) && mediaType.IndexOf('*') < 0 ? Plain(mediaType) + Parameters(mediaType) : null;

    private static string Plain(string mediaType) => mediaType.Split(';')[0].Trim().ToLowerInvariant();
}
