using Evolink.Codegen.Modeling.Schemas;
using Evolink.Codegen.Modeling.Types;

namespace Evolink.Codegen.Modeling.Operations;

/// <summary>Schemas of raw bytes: what is uploaded as a file in a multipart body, or is a body by itself.</summary>
internal static class FileSchemas
{
    /// <param name="view">The schema.</param>
    /// <param name="contentType">The media type that the body's <c>encoding</c> gives the field.</param>
    public static bool IsFile(SchemaView view, string? contentType)
    {
        JsonKinds kinds = SchemaKinds.Of(view) & ~JsonKinds.Null;
        if (kinds is not (JsonKinds.None or JsonKinds.String) || view.First("contentEncoding") is not null)
        {
            return false;
        }

        string? media = view.Text("contentMediaType") ?? contentType;
        return view.Text("format") == "binary" || (media is not null && IsBinary(media));
    }

    private static bool IsBinary(string mediaTypes)
    {
        // An encoding may list several types: "image/png, image/jpeg".
        foreach (string mediaType in mediaTypes.Split(','))
        {
            if (MediaTypes.KindOf(mediaType, schema: null) is not MediaKind.Binary)
            {
                return false;
            }
        }

        return true;
    }
}
