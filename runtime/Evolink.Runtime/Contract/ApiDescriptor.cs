namespace Evolink;

/// <summary>What the runtime has to know of an API. The generator writes it from the specifications.</summary>
public sealed record ApiDescriptor
{
    /// <summary>The client's name, as it stands in logs and messages.</summary>
    public required string ClientName { get; init; }

    /// <summary>Every server that the specifications name, the main one first. The key goes to these origins and to no other.</summary>
    public required IReadOnlyList<string> Servers { get; init; }

    /// <summary>What the client's environment variables begin with: <c>PRINT</c> for <c>PRINT_API_KEY</c> and <c>PRINT_BASE_URL</c>.</summary>
    public string EnvironmentPrefix { get; init; } = "EVOLINK";

    /// <summary>Whether the API is EvoLink's, or one like it, so that what is known of EvoLink's keys, limits and error codes holds of it.</summary>
    public bool HasEvolinkConventions { get; init; }

    /// <summary>The security schemes of which a caller may choose one, by their names in the specifications. Empty where there is no choice.</summary>
    public IReadOnlyList<string> SecuritySchemes { get; init; } = [];

    /// <summary>The environment variable that holds the key.</summary>
    internal string ApiKeyVariable => EnvironmentPrefix + "_API_KEY";

    /// <summary>The environment variable that holds the base address.</summary>
    internal string BaseAddressVariable => EnvironmentPrefix + "_BASE_URL";

    /// <summary>Whether any operation takes a key; without one a client can be made that has none.</summary>
    public bool NeedsKey { get; init; } = true;

    /// <summary>How the client's tasks are queried, one family for each kind of task. Empty where the API has none.</summary>
    public IReadOnlyList<TaskFamily> TaskFamilies { get; init; } = [];

    /// <summary>The operation that takes files of this machine, for requests that name some; null where the API has none.</summary>
    public ApiOperation? FileUpload { get; init; }

    /// <summary>Whether tasks of a family are the client's own.</summary>
    internal bool Has(TaskFamily family)
    {
        for (int index = 0; index < TaskFamilies.Count; index++)
            if (TaskFamilies[index].Matches(family)) return true;
        return false;
    }

    /// <summary>The family that an operation creates a task of or is asked about; null for any other operation.</summary>
    internal TaskFamily? FindFamily(ApiOperation operation)
    {
        if (operation.TaskFamily is { } own) return own;

        // Asked of every response: without an enumerator and a closure.
        for (int index = 0; index < TaskFamilies.Count; index++)
            if (TaskFamilies[index].Names(operation)) return TaskFamilies[index];
        return null;
    }
}
