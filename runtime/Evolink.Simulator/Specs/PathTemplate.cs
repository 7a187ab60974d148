namespace Evolink.Simulation;

/// <summary>A path such as <c>/v1/tasks/{task_id}</c>.</summary>
internal sealed record PathTemplate(string Text)
{
    private readonly string[] _segments = Text.Trim('/').Split('/');

    /// <summary>The path without its parameters' names: two templates of one shape match the same paths.</summary>
    public string Shape => string.Join('/', _segments.Select(static segment => IsParameter(segment) ? "{}" : segment));

    public int Parameters => _segments.Count(IsParameter);

    public bool EndsInParameter => IsParameter(_segments[^1]);

    /// <summary>Whether the last parameter takes all that is left of a path, as names of resources need it.</summary>
    public bool TakesRest { get; init; }

    public bool Matches(string path)
    {
        string[] parts = Parts(path);
        return parts.Length == _segments.Length
            && parts.Zip(_segments).All(static pair => IsParameter(pair.Second) ? pair.First.Length > 0 : pair.First == pair.Second);
    }

    /// <summary>What stands in a path for a parameter; null where the template has no such one.</summary>
    public string? Value(string path, string parameter)
    {
        int at = Array.IndexOf(_segments, $"{{{parameter}}}");
        return at < 0 ? null : Parts(path)[at];
    }

    /// <summary>The name of a template's last parameter; empty for none.</summary>
    public static string LastParameter(string template)
    {
        int open = template.LastIndexOf('{'), close = template.LastIndexOf('}');
        return open >= 0 && close > open ? template[(open + 1)..close] : "";
    }

    private string[] Parts(string path) => path.Trim('/').Split('/', TakesRest ? _segments.Length : int.MaxValue);

    /// <summary>The last segment of a path that matches, which is a task's id where a task is asked for.</summary>
    public static string LastSegment(string path) => path[(path.LastIndexOf('/') + 1)..];

    private static bool IsParameter(string segment) => segment.StartsWith('{') && segment.EndsWith('}');
}
