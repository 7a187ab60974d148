namespace Evolink;

/// <summary>One operation of an API, as its specification has it.</summary>
/// <param name="Id">The <c>operationId</c>.</param>
/// <param name="Method">The HTTP method, in capitals.</param>
/// <param name="Path">The path with its parameters in braces, such as <c>/v1/tasks/{task_id}</c>.</param>
/// <param name="Server">The server's base URL.</param>
public sealed record ApiOperation(string Id, string Method, string Path, string Server)
{
    /// <summary>The tasks that the operation creates: how they are queried, and in which words. Null for an operation that creates none.</summary>
    public TaskFamily? TaskFamily { get; init; }

    /// <summary>Whether the operation creates a task that is paid for. Such a call is never repeated unasked.</summary>
    public bool CreatesTask => TaskFamily is not null;

    /// <summary>How the key is sent. By default as a bearer token.</summary>
    public ApiKeyLocation KeyLocation { get; init; } = ApiKeyLocation.Bearer;

    /// <summary>The name of the header, query parameter or cookie that holds the key; empty where the location needs none.</summary>
    public string KeyName { get; init; } = "";

    /// <summary>The ways in which the key may be sent, where there are several: the first is the one above, unless the client's options choose another.</summary>
    public IReadOnlyList<ApiKeyScheme> KeySchemes { get; init; } = [];

    /// <summary>How the key is sent, where the caller has chosen a scheme; null for whatever comes first.</summary>
    internal ApiKeyScheme FindKeyScheme(string? chosen) => KeySchemes.FirstOrDefault(scheme => scheme.Name == chosen) ?? new ApiKeyScheme("", KeyLocation, KeyName);

    /// <summary>The media type of a good response. By default <c>application/json</c>.</summary>
    public string Accept { get; init; } = "application/json";

    /// <summary>The statuses beside 2xx that are documented as results: redirects, whose <c>Location</c> is not followed, and 304.</summary>
    public IReadOnlyList<int> ResultStatuses { get; init; } = [];

    /// <summary>The parameters that have one value, of an operation that the client calls by a request or for a task.</summary>
    public IReadOnlyList<ApiPreset> Presets { get; init; } = [];

    /// <summary>Of an operation that is answered with events: what their JSON has to have, each in one of these ways; none where it may be anything.</summary>
    public IReadOnlyList<EventShape> Events { get; init; } = [];

    /// <summary>The fields of a form or multipart body that are not written as usual.</summary>
    public IReadOnlyList<ApiField> Fields { get; init; } = [];

    /// <summary>How it takes a file; null for an operation that uploads none.</summary>
    public ApiUpload? Upload { get; init; }
}
