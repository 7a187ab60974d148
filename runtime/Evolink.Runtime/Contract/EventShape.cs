using System.ComponentModel;
using System.Text.Json;

namespace Evolink;

/// <summary>What the JSON of an event has to have, by which it is told from an error that nobody documents, and from JSON of another kind.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EventShape
{
    /// <summary>The members that it has.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>The members of which it has one at least; none where that is not asked.</summary>
    public IReadOnlyList<string> AnyOf { get; init; } = [];

    /// <summary>The member whose value says which event it is; null for none.</summary>
    public string? Tag { get; init; }

    /// <summary>The values of <see cref="Tag"/>.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>Whether it is how the document describes an error: such an event is a value, and no exception.</summary>
    public bool IsError { get; init; }

    internal bool Fits(JsonElement json) => json.ValueKind == JsonValueKind.Object
        && Required.All(name => json.TryGetProperty(name, out _))
        && (AnyOf.Count == 0 || AnyOf.Any(name => json.TryGetProperty(name, out _)))
        && (Tag is null || (json.TryGetProperty(Tag, out JsonElement tag) && tag.ValueKind == JsonValueKind.String && Values.Contains(tag.GetString())));
}
