using Evolink.Runtime.Http.Bodies;

namespace Evolink;

public sealed partial class ApiCall
{
    internal RequestBody? Body { get; private set; }

    /// <summary>Sets a JSON body that is a generated type.</summary>
    /// <param name="body">The body.</param>
    /// <param name="isOptional">Whether null is allowed, and sends no body.</param>
    /// <param name="mediaType">The media type.</param>
    public ApiCall Json(IJsonModel? body, bool isOptional = false, string mediaType = "application/json") =>
        Set(body, isOptional, body => new JsonBody(mediaType, body, body.WriteTo));

    /// <summary>Sets a JSON body of any type.</summary>
    /// <param name="body">The body.</param>
    /// <param name="write">Writes the body.</param>
    /// <param name="isOptional">Whether null is allowed, and sends no body.</param>
    /// <param name="mediaType">The media type.</param>
    public ApiCall Json<T>(T? body, JsonValueWriter<T> write, bool isOptional = false, string mediaType = "application/json") =>
        Set((object?)body, isOptional, _ => new JsonBody(mediaType, body, writer => write(writer, body!)));

    /// <summary>Sets a form as the body, <c>application/x-www-form-urlencoded</c>; the operation says how its fields are written.</summary>
    /// <inheritdoc cref="Json(IJsonModel, bool, string)"/>
    public ApiCall Form(IJsonModel? body, bool isOptional = false) =>
        Set(body, isOptional, body => new FormBody(new JsonBody("", body, body.WriteTo), Operation.Fields));

    /// <inheritdoc cref="Form(IJsonModel, bool)"/>
    public ApiCall Form<T>(T? body, JsonValueWriter<T> write, bool isOptional = false) =>
        Set((object?)body, isOptional, _ => new FormBody(new JsonBody("", body, writer => write(writer, body!)), Operation.Fields));

    /// <summary>Sets a body of several parts, <c>multipart/form-data</c>: files as streams, and other fields.</summary>
    /// <inheritdoc cref="Json(IJsonModel, bool, string)"/>
    public ApiCall Multipart(IJsonModel? body, bool isOptional = false) =>
        Set(body, isOptional, body => new MultipartBody(new JsonBody("", body, body.WriteTo), FileParts.Collect(body), Operation.Fields));

    /// <inheritdoc cref="Multipart(IJsonModel, bool)"/>
    public ApiCall Multipart<T>(T? body, JsonValueWriter<T> write, bool isOptional = false) =>
        Set((object?)body, isOptional, _ => new MultipartBody(new JsonBody("", body, writer => write(writer, body!)), FileParts.Collect(body), Operation.Fields));

    /// <summary>Sets a text as the body.</summary>
    /// <inheritdoc cref="Json(IJsonModel, bool, string)"/>
    public ApiCall Text(string? body, bool isOptional = false, string mediaType = "text/plain") =>
        Set(body, isOptional, body => new TextBody(mediaType, body));

    /// <summary>Sets a stream as the body. It is sent from where it stands, and not disposed.</summary>
    /// <inheritdoc cref="Json(IJsonModel, bool, string)"/>
    public ApiCall Binary(Stream? body, bool isOptional = false, string mediaType = "application/octet-stream") =>
        Set(body, isOptional, body => new BinaryBody(mediaType, body));

    private ApiCall Set<T>(T? body, bool isOptional, Func<T, RequestBody> make)
        where T : class
    {
        if (!isOptional) ArgumentNullException.ThrowIfNull(body);
        if (body is not null) Body = make(body);
        return this;
    }
}
