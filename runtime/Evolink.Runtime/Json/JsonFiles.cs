using System.Text.Json;

namespace Evolink;

public static partial class JsonRead
{
    /// <summary>JSON holds no files: whatever stands there is passed over, and the member stays unset.</summary>
    public static UploadFile? File(ref Utf8JsonReader reader)
    {
        reader.Skip();
        return null;
    }
}

public static partial class JsonWrite
{
    /// <summary>Writes the name of a file; its content goes the way of multipart bodies.</summary>
    public static void File(Utf8JsonWriter writer, ReadOnlySpan<byte> name, UploadFile? value) => String(writer, name, value?.FileName);

    /// <inheritdoc cref="File(Utf8JsonWriter, ReadOnlySpan{byte}, UploadFile)"/>
    public static void File(Utf8JsonWriter writer, UploadFile? value) => String(writer, value?.FileName);
}
