using System;
using System.Text.RegularExpressions;
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

    /// <summary>Several parts in other ways than a form's.</summary>
    OtherMultipart,
}

/// <summary>Media types and what they mean for a body.</summary>
internal static class MediaTypes
{
    private static readonly Regex OneType = new(@"^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$", RegexOptions.CultureInvariant);

    /// <summary>The kind of a media type; where it is a wildcard, the schema says whether the content is binary.</summary>
    public static MediaKind KindOf(string mediaType, SpecNode? schema) => Plain(mediaType) switch
    {
        "application/x-www-form-urlencoded" => MediaKind.Form,
        "multipart/form-data" => MediaKind.Multipart,
        "*/*" or "application/*" => schema is not null && FileSchemas.IsFile(SchemaView.Of(schema), contentType: null) ? MediaKind.Binary : MediaKind.Json,
        // An endless or line-wise answer is read as it comes, not as one text.
        "text/event-stream" => MediaKind.Binary,
        "application/xml" or "application/yaml" or "application/x-yaml" or "application/javascript" or "application/graphql" or "application/jwt" => MediaKind.Text,
        var plain when IsJson(plain) => MediaKind.Json,
        var plain when plain.StartsWith("multipart/", StringComparison.Ordinal) => MediaKind.OtherMultipart,
        var plain when plain.StartsWith("text/", StringComparison.Ordinal) || plain.EndsWith("+xml", StringComparison.Ordinal)
            || plain.EndsWith("+yaml", StringComparison.Ordinal) => MediaKind.Text,
        _ => MediaKind.Binary,
    };

    public static bool IsJson(string mediaType) =>
        Plain(mediaType) is "application/json" or "text/json" or "*/*" || Plain(mediaType).EndsWith("+json", StringComparison.Ordinal);

    /// <summary>The media type as a body is sent with it: without parameters and wildcards.</summary>
    public static string ForBody(string mediaType, MediaKind kind)
    {
        string plain = Plain(mediaType);
        return OneType.IsMatch(plain) && plain.IndexOf('*') < 0 ? plain : kind switch
        {
            MediaKind.Json => "application/json",
            MediaKind.Text => "text/plain",
            _ => "application/octet-stream",
        };
    }

    /// <summary>The media type as an answer is asked for.</summary>
    public static string ForAnswer(string mediaType, MediaKind kind)
    {
        string plain = Plain(mediaType);
        return kind == MediaKind.Json && plain.IndexOf('*') >= 0 ? "application/json" : OneType.IsMatch(plain.Replace("*", "x")) ? plain : "*/*";
    }

    /// <summary>The type of a field's part, if it is fit for a header.</summary>
    public static string? ForField(string? mediaType) => mediaType is not null && OneType.IsMatch(Plain(mediaType)) && mediaType.IndexOf('*') < 0 ? Plain(mediaType) : null;

    private static string Plain(string mediaType) => mediaType.Split(';')[0].Trim().ToLowerInvariant();
}
