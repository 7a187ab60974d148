using System.ComponentModel;
using Evolink.Runtime.Configuration;
using Evolink.Runtime.Http;
using Evolink.Runtime.Http.Parameters;

namespace Evolink;

/// <summary>One call of an operation: its parameters and its body. Values are written invariantly and escaped.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class ApiCall(ApiOperation operation)
{
    private readonly Dictionary<string, string> _path = new(StringComparer.Ordinal);
    private readonly List<string> _query = [];
    private readonly List<string> _cookies = [];
    private readonly List<KeyValuePair<string, string>> _headers = [];

    /// <summary>The operation that is called.</summary>
    public ApiOperation Operation { get; } = operation;

    /// <summary>How this one call goes; null for the client's ways.</summary>
    /// <exception cref="ArgumentException">An option is out of its range, or not this operation's to have; the message names it.</exception>
    internal RequestOptions? Options
    {
        get;
        set
        {
            if (value is not null) RequestRules.ThrowIfInvalid(value, Operation);
            field = value;
        }
    }

    internal IReadOnlyList<KeyValuePair<string, string>> Headers => _headers;

    /// <summary>The cookies as one header has them, each <c>name=value</c>.</summary>
    internal IReadOnlyList<string> Cookies => _cookies;

    /// <summary>Sets a path parameter.</summary>
    /// <exception cref="ArgumentException">The value is null or empty: the path would name another resource.</exception>
    public ApiCall Path(string name, string? value) => SetPath(name, value is null ? null : ParameterText.Escaped(value));

    /// <inheritdoc cref="Path(string, string)"/>
    public ApiCall Path(string name, IFormattable? value) => Path(name, ParameterText.Of(value));

    /// <inheritdoc cref="Path(string, string)"/>
    public ApiCall Path(string name, bool? value) => Path(name, ParameterText.Of(value));

    /// <inheritdoc cref="Path(string, string)"/>
    public ApiCall Path(string name, Uri? value) => Path(name, value?.OriginalString);

    /// <summary>Adds a query parameter; a null is left out.</summary>
    public ApiCall Query(string name, string? value)
    {
        if (value is not null) _query.Add(ParameterText.Escaped(name) + "=" + ParameterText.Escaped(value));
        return this;
    }

    /// <inheritdoc cref="Query(string, string)"/>
    public ApiCall Query(string name, IFormattable? value) => Query(name, ParameterText.Of(value));

    /// <inheritdoc cref="Query(string, string)"/>
    public ApiCall Query(string name, bool? value) => Query(name, ParameterText.Of(value));

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
    public ApiCall Header(string name, IFormattable? value) => Header(name, ParameterText.Of(value));

    /// <inheritdoc cref="Header(string, string)"/>
    public ApiCall Header(string name, bool? value) => Header(name, ParameterText.Of(value));

    /// <inheritdoc cref="Header(string, string)"/>
    public ApiCall Header(string name, Uri? value) => Header(name, value?.OriginalString);

    /// <summary>Adds a cookie; a null is left out.</summary>
    public ApiCall Cookie(string name, string? value)
    {
        if (value is not null) _cookies.Add(ParameterText.Escaped(name) + "=" + ParameterText.Escaped(value));
        return this;
    }

    /// <inheritdoc cref="Cookie(string, string)"/>
    public ApiCall Cookie(string name, IFormattable? value) => Cookie(name, ParameterText.Of(value));

    /// <inheritdoc cref="Cookie(string, string)"/>
    public ApiCall Cookie(string name, bool? value) => Cookie(name, ParameterText.Of(value));

    /// <inheritdoc cref="Cookie(string, string)"/>
    public ApiCall Cookie(string name, Uri? value) => Cookie(name, value?.OriginalString);

    /// <summary>The operation's path with its parameters and the query.</summary>
    internal string PathAndQuery() => ApiPath.Expand(Operation.Path, _path, _query);

    private ApiCall SetPath(string name, string? escaped)
    {
        if (string.IsNullOrEmpty(escaped)) throw new ArgumentException($"The path parameter '{name}' needs a value.", name);
        _path[name] = escaped;
        return this;
    }
}
