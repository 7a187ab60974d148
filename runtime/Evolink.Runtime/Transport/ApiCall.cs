using System.ComponentModel;
using System.Globalization;

namespace Evolink;

/// <summary>One call of an operation: its parameters and its body. Values are written invariantly and escaped.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiCall(ApiOperation operation)
{
    private readonly Dictionary<string, string> _path = new(StringComparer.Ordinal);
    private readonly List<KeyValuePair<string, string>> _query = [];
    private readonly List<KeyValuePair<string, string>> _headers = [];

    /// <summary>The operation that is called.</summary>
    public ApiOperation Operation { get; } = operation;

    internal IJsonModel? Body { get; private set; }

    internal IReadOnlyList<KeyValuePair<string, string>> Headers => _headers;

    /// <summary>Sets a path parameter.</summary>
    /// <exception cref="ArgumentException">The value is null or empty: the path would name another resource.</exception>
    public ApiCall Path(string name, string? value)
    {
        if (string.IsNullOrEmpty(value)) throw new ArgumentException($"The path parameter '{name}' needs a value.", name);
        _path[name] = value;
        return this;
    }

    /// <inheritdoc cref="Path(string, string)"/>
    public ApiCall Path(string name, IFormattable? value) => Path(name, Text(value));

    /// <inheritdoc cref="Path(string, string)"/>
    public ApiCall Path(string name, bool? value) => Path(name, Text(value));

    /// <inheritdoc cref="Path(string, string)"/>
    public ApiCall Path(string name, Uri? value) => Path(name, value?.OriginalString);

    /// <summary>Adds a query parameter; a null is left out.</summary>
    public ApiCall Query(string name, string? value)
    {
        if (value is not null) _query.Add(new(name, value));
        return this;
    }

    /// <inheritdoc cref="Query(string, string)"/>
    public ApiCall Query(string name, IFormattable? value) => Query(name, Text(value));

    /// <inheritdoc cref="Query(string, string)"/>
    public ApiCall Query(string name, bool? value) => Query(name, Text(value));

    /// <inheritdoc cref="Query(string, string)"/>
    public ApiCall Query(string name, Uri? value) => Query(name, value?.OriginalString);

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
        _headers.Add(new(name, value));
        return this;
    }

    /// <inheritdoc cref="Header(string, string)"/>
    public ApiCall Header(string name, IFormattable? value) => Header(name, Text(value));

    /// <inheritdoc cref="Header(string, string)"/>
    public ApiCall Header(string name, bool? value) => Header(name, Text(value));

    /// <inheritdoc cref="Header(string, string)"/>
    public ApiCall Header(string name, Uri? value) => Header(name, value?.OriginalString);

    /// <summary>Sets the body.</summary>
    public ApiCall Json(IJsonModel body)
    {
        ArgumentNullException.ThrowIfNull(body);
        Body = body;
        return this;
    }

    /// <summary>The operation's path with its parameters and the query.</summary>
    internal string PathAndQuery() => ApiPath.Expand(Operation.Path, _path, _query);

    private static string? Text(bool? value) => value switch { null => null, true => "true", false => "false" };

    private static string? Text(IFormattable? value) => value switch
    {
        null => null,
        DateTimeOffset or DateTime or DateOnly => value.ToString("O", CultureInfo.InvariantCulture),
        _ => value.ToString(null, CultureInfo.InvariantCulture),
    };
}
