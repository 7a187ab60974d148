using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Diagnostics;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints;

/// <summary>
/// Which members are URLs of files that the service fetches. A document says so by <c>x-evolink-media</c>; in the vendor's
/// own documents, which do not, a URL is known by its format and its member's name. <c>x-evolink-media: false</c> says that
/// a member is no such URL, or takes data as well.
/// </summary>
internal static class MediaUrls
{
    private static readonly HashSet<string> Media =
    [
        "image", "images", "img", "video", "videos", "audio", "audios", "voice", "voices", "music", "sound", "mask", "masks",
        "frame", "frames", "photo", "photos", "picture", "pictures", "media", "file", "files", "clip", "clips",
    ];

    private static readonly HashSet<string> Callbacks = ["callback", "webhook", "notify", "notification", "redirect", "return"];

    /// <summary>Whether the member is such a URL, a list of them or a map.</summary>
    public static bool Are(MemberShape member, SchemaView view, bool isEvolink, ModelingDiagnostics diagnostics)
    {
        if (MediaKeyword.In(view) is not { } media)
        {
            return isEvolink && IsName(member.JsonName) && MediaKeyword.Places(view).Any(held => StringFormats.IsLink(held.Text("format")));
        }

        if (media is { Kind: SpecNodeKind.Boolean, Text: "false" })
        {
            return false;
        }

        bool isText = Innermost(member.Type).Kind is TypeKind.Uri or TypeKind.String;
        if (!MediaKeyword.IsValid(media) || !isText)
        {
            diagnostics.InvalidExtension(media, MediaKeyword.Name, isText ? MediaKeyword.Expected : "it on a string, or on an array or a map of strings");
        }

        return isText;
    }

    /// <summary>The rules with this one in place of that for links, which it contains; for a list or a map those of what it holds.</summary>
    public static EquatableArray<Constraint> Constraints(TypeRef type, EquatableArray<Constraint> rules)
    {
        if (type.Kind is not (TypeKind.List or TypeKind.Map))
        {
            return [.. rules.Where(rule => rule is not (AbsoluteUriConstraint or WellFormedConstraint)), new MediaUrlConstraint()];
        }

        TypeRef held = type.Element!;
        bool isOfHeld = rules.Any(IsOfAll);
        Constraint own = type.Kind == TypeKind.List ? new ItemsConstraint(held, Constraints(held, [])) : new AdditionalPropertiesConstraint(held, Constraints(held, []));
        return [.. rules.Select(rule => IsOfAll(rule) ? With((ContainerConstraint)rule, Constraints(held, ((ContainerConstraint)rule).Constraints)) : rule), .. isOfHeld ? [] : new[] { own }];
    }

    private static bool IsOfAll(Constraint rule) => rule is ItemsConstraint { First: 0 } or AdditionalPropertiesConstraint { AreAll: true };

    private static Constraint With(ContainerConstraint rule, EquatableArray<Constraint> rules) => rule with { Constraints = rules };

    private static TypeRef Innermost(TypeRef type) => type.Kind is TypeKind.List or TypeKind.Map ? Innermost(type.Element!) : type;

    /// <summary>Such as <c>image_urls</c>, <c>image_start</c>, <c>mask_url</c>, <c>link_url</c>; a bare <c>url</c> says nothing.</summary>
    private static bool IsName(string jsonName)
    {
        string[] words = jsonName.ToLowerInvariant().Split('_', '-');
        bool isUrl = words.Length > 1 && words[words.Length - 1] is ("url" or "urls");
        return !words.Any(Callbacks.Contains) && (isUrl || words.Any(Media.Contains));
    }
}
