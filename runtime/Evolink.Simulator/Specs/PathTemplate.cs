namespace Evolink.Simulation;

/// <summary>A path such as <c>/v1/tasks/{task_id}</c>.</summary>
internal sealed record PathTemplate(string Text)
{
    private readonly string[] _segments = Text.Trim('/').Split('/');

    /// <summary>The path without its parameters' names: two templates of one shape match the same paths.</summary>
    public string Shape => string.Join('/', _segments.Select(static segment => IsParameter(segment) ? "{}" : segment));

    public int Parameters => _segments.Count(IsParameter);

    public bool EndsInParameter => IsParameter(_segments[^1]);

    public bool Matches(string path)
    {
        string[] parts = path.Trim('/').Split('/');
        return parts.Length == _segments.Length
            && parts.Zip(_segments).All(static pair => IsParameter(pair.Second) ? pair.First.Length > 0 : pair.First == pair.Second);
    }

    /// <summary>The last segment of a path that matches, which is a task's id where a task is asked for.</summary>
    public static string LastSegment(string path) => path[(path.LastIndexOf('/') + 1)..];

    private static bool IsParameter(string segment) => segment.StartsWith('{') && segment.EndsWith('}');
}
