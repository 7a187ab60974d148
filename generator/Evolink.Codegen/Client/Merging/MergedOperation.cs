using System.Collections.Generic;
using Evolink.Codegen.Operations;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Client.Merging;

/// <summary>One operation of the client: what all specifications with its method, path and id say together.</summary>
internal sealed class MergedOperation(string file, OperationSpec first)
{
    public string File => file;

    public OperationSpec First => first;

    /// <summary>What makes operations one.</summary>
    public string Id => KeyOf(first);

    /// <summary>Whether its requests stand under a base of their own, by which they are submitted.</summary>
    public bool CreatesTask { get; set; } = first.Role == TaskRole.Creates;

    /// <summary>The bodies, one a specification.</summary>
    public List<BodySpec> Bodies { get; } = [];

    public TypeRef? Response { get; set; } = first.Response;

    /// <summary>How the key is sent: as the first specification has it that says so.</summary>
    public KeySpec Key { get; set; } = first.Key;

    /// <summary>Whether some specification has no body, so that none can be demanded.</summary>
    public bool IsBodyOptional { get; set; } = first.Body is not { IsRequired: true };

    public List<ParameterSpec> Parameters { get; set; } = [.. first.Parameters];

    public static string KeyOf(OperationSpec operation) => $"{operation.Method} {operation.Path} {operation.Id}";
}
