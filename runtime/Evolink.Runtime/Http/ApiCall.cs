using System.ComponentModel;
using Evolink.Runtime.Configuration;
using Evolink.Runtime.Http;
using Evolink.Runtime.Http.Bodies;
using Evolink.Runtime.Http.Parameters;
using Evolink.Runtime.Responses;

namespace Evolink;

/// <summary>One call of an operation: its parameters and its body. Values are written invariantly and escaped.</summary>
/// <remarks>What generated operations call, overload by overload; how each kind of parameter and body is written lies in types of its own.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiCall(ApiOperation operation)
{
    // Most calls have few of these: a list is made when there is something to put in, and a path has one parameter or two.
    private KeyValuePair<string, string>[] _path = [];
    private List<string>? _query;
    private List<string>? _cookies;
    private List<KeyValuePair<string, string>>? _headers;
    private List<IValidatable>? _checks;

    /// <summary>The operation that is called.</summary>
    public ApiOperation Operation { get; } = operation;

    /// <summary>How this one call goes; null for the client's ways.</summary>
    /// <exception cref="ArgumentException">An option is out of its range, or not this operation's to have; the message names it.</exception>
    internal RequestOptions? Options
    {
        get;
        set
        {
            if (value is not null) RequestOptionsValidator.ThrowIfInvalid(value, Operation);
            field = value;
        }
    }

    internal RequestBody? Body { get; private set; }

    /// <summary>What an earlier query of the same task was answered; null for any other call.</summary>
    internal KnownTask? Earlier { get; set; }

    /// <summary>The id of the task that is queried; null for any other call.</summary>
    internal string? AskedTaskId { get; set; }

    /// <summary>The media types that are asked for.</summary>
    internal string Accepted { get; private set; } = operation.Accept;

    /// <summary>Whether a documented status beside 2xx (a redirect, a 304) is a result of this call.</summary>
    internal bool TakesResultStatuses { get; set; }

    /// <summary>Whether JSON is read whole where any other content is left to the caller as a stream.</summary>
    internal bool BuffersJson { get; set; }

    internal IReadOnlyList<KeyValuePair<string, string>> Headers => _headers ?? [];

    /// <summary>The cookies as one header has them, each <c>name=value</c>.</summary>
    internal IReadOnlyList<string> Cookies => _cookies ?? [];

    /// <summary>Asks for a media type, or for one of several; null for what the operation answers as a rule.</summary>
    /// <param name="mediaTypes">As the header <c>Accept</c> has them.</param>
    /// <exception cref="ArgumentException">It is no list of media types.</exception>
    public ApiCall Accept(string? mediaTypes)
    {
        if (mediaTypes is null) return this;
        if (!MediaTypes.IsAcceptable(mediaTypes)) throw new ArgumentException($"'{mediaTypes}' is no list of media types.", nameof(mediaTypes));
        Accepted = mediaTypes;
        return this;
    }

    /// <summary>Sets a path parameter.</summary>
    /// <exception cref="ArgumentException">The value is null or empty: the path would name another resource; or it is no Unicode text.</exception>
    public ApiCall Path(string name, string? value) => SetPath(name, value is null ? null : ParameterText.Escape(name, value));

    /// <inheritdoc cref="Path(string, string)"/>
    public ApiCall Path(string name, IFormattable? value) => Path(name, ParameterText.Format(value));

    /// <inheritdoc cref="Path(string, string)"/>
    public ApiCall Path(string name, bool? value) => Path(name, ParameterText.Format(value));

    /// <inheritdoc cref="Path(string, string)"/>
    public ApiCall Path(string name, Uri? value) => Path(name, value?.OriginalString);

    /// <summary>Sets a path parameter in a style.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes the value as JSON, from which the style takes it.</param>
    /// <param name="style">The style.</param>
    /// <param name="explode">Whether each member stands by its own name.</param>
    /// <exception cref="ArgumentException">The value is null or empty: the path would name another resource.</exception>
    public ApiCall Path<T>(string name, T? value, JsonValueWriter<T> write, ParameterStyle style = ParameterStyle.Simple, bool explode = false) =>
        SetPath(name, StyledParameter.ToText(name, value, write, style, explode, ParameterText.Escaped));

    /// <summary>Adds a query parameter; a null is left out.</summary>
    /// <exception cref="ArgumentException">The value holds half of a surrogate pair, which would be sent as another text.</exception>
    public ApiCall Query(string name, string? value)
    {
        if (value is not null) (_query ??= []).Add(ParameterText.Escaped(name) + "=" + ParameterText.Escape(name, value));
        return this;
    }

    /// <inheritdoc cref="Query(string, string)"/>
    public ApiCall Query(string name, IFormattable? value) => Query(name, ParameterText.Format(value));

    /// <inheritdoc cref="Query(string, string)"/>
    public ApiCall Query(string name, bool? value) => Query(name, ParameterText.Format(value));

    /// <inheritdoc cref="Query(string, string)"/>
    public ApiCall Query(string name, Uri? value) => Query(name, value?.OriginalString);

    /// <summary>Adds a query parameter in a style; a null is left out.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes the value as JSON, from which the style takes it.</param>
    /// <param name="style">The style.</param>
    /// <param name="explode">Whether each member stands by its own name; by default as the style has it.</param>
    /// <param name="allowReserved">Whether reserved characters stay as they are. <c>#</c>, <c>&amp;</c>, <c>+</c> and brackets would mean something else and are escaped.</param>
    public ApiCall Query<T>(
        string name, T? value, JsonValueWriter<T> write, ParameterStyle style = ParameterStyle.Form, bool? explode = null, bool allowReserved = false)
    {
        (_query ??= []).AddRange(StyledParameter.ToPairs(name, value, write, style, explode, allowReserved));
        return this;
    }

    /// <summary>Adds a header; a null is left out.</summary>
    /// <exception cref="ArgumentException">The value holds a control or a non-ASCII character, or the header is not the caller's to set.</exception>
    public ApiCall Header(string name, string? value)
    {
        if (value is null) return this;
        if (name.Equals("Authorization", StringComparison.OrdinalIgnoreCase) || name.Equals("Host", StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException($"The header '{name}' is set by the client.", nameof(name));
        }

        if (!value.All(c => c is >= ' ' and < '\x7f')) throw new ArgumentException($"The header '{name}' must be printable ASCII.", nameof(value));
        (_headers ??= []).Add(new(name, value));
        return this;
    }

    /// <inheritdoc cref="Header(string, string)"/>
    public ApiCall Header(string name, IFormattable? value) => Header(name, ParameterText.Format(value));

    /// <inheritdoc cref="Header(string, string)"/>
    public ApiCall Header(string name, bool? value) => Header(name, ParameterText.Format(value));

    /// <inheritdoc cref="Header(string, string)"/>
    public ApiCall Header(string name, Uri? value) => Header(name, value?.OriginalString);

    /// <summary>Adds a header in a style; a null is left out.</summary>
    /// <inheritdoc cref="Path{T}"/>
    public ApiCall Header<T>(string name, T? value, JsonValueWriter<T> write, ParameterStyle style = ParameterStyle.Simple, bool explode = false) =>
        Header(name, StyledParameter.ToText(name, value, write, style, explode, ParameterText.Plain));

    /// <summary>Adds a cookie; a null is left out.</summary>
    /// <inheritdoc cref="Query(string, string)" path="/exception"/>
    public ApiCall Cookie(string name, string? value)
    {
        if (value is not null) (_cookies ??= []).Add(ParameterText.Escaped(name) + "=" + ParameterText.Escape(name, value));
        return this;
    }

    /// <inheritdoc cref="Cookie(string, string)"/>
    public ApiCall Cookie(string name, IFormattable? value) => Cookie(name, ParameterText.Format(value));

    /// <inheritdoc cref="Cookie(string, string)"/>
    public ApiCall Cookie(string name, bool? value) => Cookie(name, ParameterText.Format(value));

    /// <inheritdoc cref="Cookie(string, string)"/>
    public ApiCall Cookie(string name, Uri? value) => Cookie(name, value?.OriginalString);

    /// <summary>Adds a cookie in a style; a null is left out.</summary>
    /// <inheritdoc cref="Query{T}"/>
    public ApiCall Cookie<T>(string name, T? value, JsonValueWriter<T> write, ParameterStyle style = ParameterStyle.Form, bool? explode = null)
    {
        (_cookies ??= []).AddRange(StyledParameter.ToPairs(name, value, write, style, explode, allowReserved: false));
        return this;
    }

    /// <summary>Sets a JSON body that is a generated type.</summary>
    /// <param name="body">The body.</param>
    /// <param name="isOptional">Whether null is allowed, and sends no body.</param>
    /// <param name="mediaType">The media type.</param>
    /// <exception cref="ArgumentException">The media type is none, or a range of several.</exception>
    public ApiCall Json(IJsonModel? body, bool isOptional = false, string mediaType = "application/json") =>
        SetJson(body, isOptional, mediaType);

    /// <summary>Sets a JSON body of any type.</summary>
    /// <param name="body">The body.</param>
    /// <param name="write">Writes the body.</param>
    /// <param name="isOptional">Whether null is allowed, and sends no body.</param>
    /// <param name="mediaType">The media type.</param>
    /// <exception cref="ArgumentException">The media type is none, or a range of several.</exception>
    public ApiCall Json<T>(T? body, JsonValueWriter<T> write, bool isOptional = false, string mediaType = "application/json") =>
        Set((object?)body, isOptional, _ => new JsonBody(One(mediaType), body, writer => write(writer, body!)));

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
        Set(body, isOptional, body => new TextBody(One(mediaType), body));

    /// <summary>Sets a stream as the body. It is sent from where it stands, and not disposed.</summary>
    /// <inheritdoc cref="Json(IJsonModel, bool, string)"/>
    public ApiCall Binary(Stream? body, bool isOptional = false, string mediaType = "application/octet-stream") =>
        Set(body, isOptional, body => new BinaryBody(One(mediaType), body));

    /// <summary>Adds the constraints of a body whose type does not validate itself: a list, a map, a text.</summary>
    /// <param name="value">The body; null where there is none, which meets every constraint.</param>
    /// <param name="schema">Its constraints.</param>
    public ApiCall Check<T>(T? value, SubschemaValidator<T> schema)
    {
        if (value is not null) (_checks ??= []).Add(new ConstrainedValue<T>(value, schema));
        return this;
    }

    /// <summary>Checks the body as its specification demands.</summary>
    /// <exception cref="EvolinkValidationException">Something is wrong; the exception names every failure.</exception>
    internal void Validate()
    {
        Body?.Validate();
        if (_checks is null) return;
        foreach (IValidatable check in _checks) ModelValidation.Validate(check);
    }

    /// <summary>Sets what its operation has one value for, in a call that no caller made parameter by parameter.</summary>
    internal ApiCall SetPresets()
    {
        foreach (ApiPreset preset in Operation.Presets)
        {
            _ = preset.Location switch
            {
                ParameterLocation.Path => Path(preset.Name, preset.Value),
                ParameterLocation.Query => Query(preset.Name, preset.Value),
                ParameterLocation.Header => Header(preset.Name, preset.Value),
                _ => Cookie(preset.Name, preset.Value),
            };
        }

        return this;
    }

    /// <summary>The operation's path with its parameters and the query.</summary>
    internal string PathAndQuery() => Address(server: "");

    /// <summary>The same, with the server before it.</summary>
    internal string Address(string server) => ApiPath.Expand(server, Operation.Path, _path, (IReadOnlyList<string>?)_query ?? []);

    /// <summary>Sets a path parameter whose value is several segments, such as the name of a resource: its slashes stay.</summary>
    internal ApiCall PathSegments(string name, string value) => SetPath(name, string.Join('/', value.Split('/').Select(segment => ParameterText.Escape(name, segment))));

    private static string One(string mediaType) =>
        mediaType == "application/json" || MediaTypes.IsOne(mediaType) ? mediaType : throw new ArgumentException($"'{mediaType}' is not one media type, such as image/png.", nameof(mediaType));

    private ApiCall SetPath(string name, string? escaped)
    {
        if (string.IsNullOrEmpty(escaped)) throw new ArgumentException($"The path parameter '{name}' needs a value.", name);
        // Of two values the later one counts.
        _path = [.. _path, new(name, escaped)];
        return this;
    }

    // Apart from the other bodies, since every create has one: without a closure.
    private ApiCall SetJson(IJsonModel? body, bool isOptional, string mediaType)
    {
        if (!isOptional) ArgumentNullException.ThrowIfNull(body);
        if (body is not null) Body = new JsonBody(One(mediaType), body, body.WriteTo);
        return this;
    }

    private ApiCall Set<T>(T? body, bool isOptional, Func<T, RequestBody> make)
        where T : class
    {
        if (!isOptional) ArgumentNullException.ThrowIfNull(body);
        if (body is not null) Body = make(body);
        return this;
    }
}
