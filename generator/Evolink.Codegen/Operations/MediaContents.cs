using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.OpenApi;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.Operations;

/// <summary>What request bodies, responses and parameters hold, by media type; references are followed.</summary>
internal static class MediaContents
{
    /// <summary>The schema of the JSON content.</summary>
    public static SpecNode? JsonSchema(SpecNode? holder) => SpecReference.Follow(holder)?["content"]?.Members
        .Where(media => MediaTypes.IsJson(media.Name))
        .Select(media => SpecReference.Follow(media.Value)?["schema"])
        .FirstOrDefault(schema => schema is not null);

    /// <summary>The contents, each with its media type, its kind and its node; the preferred first.</summary>
    public static IReadOnlyList<MediaContent> List(SpecNode? holder) =>
        (SpecReference.Follow(holder)?["content"]?.Members ?? [])
            .Select(media => (media.Name, Node: SpecReference.Follow(media.Value)))
            .Where(media => media.Node is { Kind: SpecNodeKind.Object })
            .Select(media => new MediaContent(media.Name, MediaTypes.KindOf(media.Name, media.Node!["schema"]), media.Node!))
            .OrderBy(media => media.Kind)
            .ToList();
}

/// <summary>One content of a body, a response or a parameter.</summary>
internal sealed record MediaContent(string MediaType, MediaKind Kind, SpecNode Node);
