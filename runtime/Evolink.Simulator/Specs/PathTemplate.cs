namespace Evolink.Simulation;

/// <summary>A path such as <c>/v1/tasks/{task_id}</c>, or <c>/v1/models/{model}:generate</c>.</summary>
internal sealed record PathTemplate(string Text)
{
    private readonly PathSegment[] _segments = [.. Text.Trim('/').Split('/').Select(static segment => new PathSegment(segment))];

    /// <summary>The path without its parameters' names: two templates of one shape match the same paths.</summary>
    public string Shape => string.Join('/', _segments.Select(static segment => segment.Shape));

    public int Parameters => _segments.Count(static segment => segment.Parameter is not null);

    public bool EndsInParameter => _segments[^1].IsParameter;

    /// <summary>Whether the last parameter takes all that is left of a path, as names of resources need it.</summary>
    public bool TakesRest { get; init; }

    public bool Matches(string path)
    {
        string[] parts = Parts(path);
        return parts.Length == _segments.Length && parts.Zip(_segments).All(static pair => pair.Second.Read(pair.First) is not null);
    }

    /// <summary>What stands in a path for a parameter; null where the template has no such one.</summary>
    public string? Value(string path, string parameter)
    {
        int at = Array.FindIndex(_segments, segment => segment.Parameter == parameter);
        return at < 0 ? null : _segments[at].Read(Parts(path)[at]);
    }

    /// <summary>The name of a template's last parameter; empty for none.</summary>
    public static string LastParameter(string template)
    {
        int open = template.LastIndexOf('{'), close = template.LastIndexOf('}');
        return open >= 0 && close > open ? template[(open + 1)..close] : "";
    }

    /// <summary>The last segment of a path that matches, which is a task's id where a task is asked for.</summary>
    public static string LastSegment(string path) => path[(path.LastIndexOf('/') + 1)..];

    private string[] Parts(string path) => path.Trim('/').Split('/', TakesRest ? _segments.Length : int.MaxValue);
}

/// <summary>One segment of a template: fixed, a parameter, or a parameter between fixed text.</summary>
internal sealed class PathSegment
{
    private readonly string _before, _after;

    public PathSegment(string text)
    {
        int open = text.IndexOf('{', StringComparison.Ordinal), close = text.IndexOf('}', StringComparison.Ordinal);
        bool hasParameter = open >= 0 && close > open;
        Parameter = hasParameter ? text[(open + 1)..close] : null;
        (_before, _after) = hasParameter ? (text[..open], text[(close + 1)..]) : (text, "");
    }

    /// <summary>The name of its parameter; null for a fixed segment.</summary>
    public string? Parameter { get; }

    /// <summary>Whether it is nothing but a parameter.</summary>
    public bool IsParameter => Parameter is not null && _before.Length == 0 && _after.Length == 0;

    /// <summary>The segment without its parameter's name.</summary>
    public string Shape => Parameter is null ? _before : _before + "{}" + _after;

    /// <summary>The parameter's value in a part of a path; empty for a fixed segment; null where the part does not match.</summary>
    public string? Read(string part)
    {
        if (Parameter is null) return part == _before ? "" : null;
        bool fits = part.Length > _before.Length + _after.Length && part.StartsWith(_before, StringComparison.Ordinal) && part.EndsWith(_after, StringComparison.Ordinal);
        return fits ? part[_before.Length..^_after.Length] : null;
    }
}
