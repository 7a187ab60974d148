using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Operations;

/// <summary>Schemas of raw bytes: what is uploaded as a file in a multipart body, or is a body by itself.</summary>
internal static class FileSchemas
{
    /// <param name="view">The schema.</param>
    /// <param name="contentType">The media type that the body's <c>encoding</c> gives the field.</param>
    public static bool IsFile(SchemaView view, string? contentType)
    {
        JsonKinds kinds = SchemaKinds.Infer(view) & ~JsonKinds.Null;
        if (kinds is not (JsonKinds.None or JsonKinds.String))
        {
            return false;
        }

        string? media = view.Text("contentMediaType") ?? contentType;
        return view.Text("contentEncoding") switch
        {
            null => view.Text("format") == "binary" || (media is not null && IsBinary(media)),
            // The encoding that encodes nothing; any other makes a text of the bytes.
            var encoding => encoding == "binary",
        };
    }

    /// <summary>What a member of a multipart body is if it is a file, a list of files, or the choice between both; null for any other.</summary>
    public static TypeRef? TypeOf(SchemaView view, string? contentType)
    {
        if (IsFile(view, contentType))
        {
            return new TypeRef(TypeKind.File);
        }

        List<SchemaView> variants = view.Variants().Select(SchemaView.From)
            .Where(variant => SchemaKinds.Infer(variant) != JsonKinds.Null).ToList();
        bool isOneFile = variants.Count > 0 && variants.All(variant => IsFile(variant, contentType));
        bool isList = IsListOfFiles(view, contentType)
            || (variants.Count > 0 && variants.All(variant => IsFile(variant, contentType) || IsListOfFiles(variant, contentType)));
        return isOneFile ? new TypeRef(TypeKind.File)
            : isList ? new TypeRef(TypeKind.List, Element: new TypeRef(TypeKind.File))
            : null;
    }

    private static bool IsListOfFiles(SchemaView view, string? contentType) =>
        SchemaKinds.Infer(view).HasFlag(JsonKinds.Array)
        && view.First("items") is { Kind: SpecNodeKind.Object } items && IsFile(SchemaView.From(items), contentType);

    private static bool IsBinary(string mediaTypes)
    {
        // An encoding may list several types: "image/png, image/jpeg".
        foreach (string mediaType in mediaTypes.Split(','))
        {
            if (MediaTypes.IsAny(mediaType) || MediaTypes.KindOf(mediaType, schema: null) is not MediaKind.Binary)
            {
                return false;
            }
        }

        return true;
    }
}
