using System;
using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.OpenApi;

/// <summary>
/// What holds by convention alone, in documents of EvoLink's servers and in those that say so. What a document writes out, as
/// <c>x-evolink-media</c> and the other extensions, holds in any.
/// </summary>
internal static class EvolinkConventions
{
    private const string Keyword = "x-evolink-conventions";

    private static readonly HashSet<string> s_media =
    [
        "image", "images", "img", "video", "videos", "audio", "audios", "voice", "voices", "music", "sound", "mask", "masks",
        "frame", "frames", "photo", "photos", "picture", "pictures", "media", "file", "files", "clip", "clips",
    ];

    private static readonly HashSet<string> s_callbacks = ["callback", "webhook", "notify", "notification", "redirect", "return"];

    public static bool ApplyTo(SpecDocument document) => document.Root?[Keyword] is { Kind: SpecNodeKind.Boolean } said
        ? said.Text == "true"
        : document.ServerUrls.Any(IsOfEvolink);

    /// <summary>Whether a member is the URL that the service calls when a task ends.</summary>
    public static bool IsCallbackUrl(string jsonName) => jsonName == "callback_url";

    /// <summary>Whether a URL is that of a file which the service fetches: <c>image_urls</c>, <c>image_start</c>, <c>mask_url</c>, <c>link_url</c>. A bare <c>url</c> says nothing.</summary>
    public static bool IsMediaUrl(string jsonName)
    {
        string[] words = jsonName.ToLowerInvariant().Split('_', '-');
        bool isUrl = words.Length > 1 && words[words.Length - 1] is "url" or "urls";
        return !words.Any(s_callbacks.Contains) && (isUrl || words.Any(s_media.Contains));
    }

    private static bool IsOfEvolink(string server) => Uri.TryCreate(server, UriKind.Absolute, out Uri? url)
        && (url.Host == "evolink.ai" || url.Host.EndsWith(".evolink.ai", StringComparison.Ordinal));
}
