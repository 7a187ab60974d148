using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Operations;
using Evolink.Codegen.TaskFamilies;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Client.Merging;

/// <summary>One operation of the client, merged from all specifications that have its server, method, path and id.</summary>
internal sealed class MergedOperation(string file, OperationSpec first)
{
    public string File => file;

    public OperationSpec First => first;

    /// <summary>The specifications that have it.</summary>
    public List<string> Files { get; } = [file];

    /// <summary>What makes operations one.</summary>
    public string Id { get; } = KeyOf(first);

    /// <summary>What its specifications say of tasks, with the parameters that a caller of all of them needs.</summary>
    public TaskOperation? Task => First.Task is { } task
        ? task with { Extension = task.Extension ?? Extension, RequiredParameters = Parameters.Where(parameter => parameter.NeedsCaller).Select(parameter => parameter.JsonName).ToEquatableArray() }
        : null;

    /// <summary>What another specification than the first says of its tasks.</summary>
    public TaskExtension? Extension { get; set; }

    /// <summary>The tasks that it creates; null where it creates none, or where nobody knows how they are queried.</summary>
    public ClientTaskFamily? Family { get; set; }

    /// <summary>Whether the requests of another operation are the same types.</summary>
    public bool IsRequestTaken { get; set; }

    /// <summary>Whether its requests stand under a base of their own, by which they are submitted. A request alone does not say what the parameters are.</summary>
    public bool CreatesTask => Family is not null && !IsRequestTaken && !Parameters.Any(parameter => parameter.NeedsCaller);

    /// <summary>The bodies, one for each specification.</summary>
    public List<BodySpec> Bodies { get; } = [];

    /// <summary>Other ways to give the body.</summary>
    public List<BodySpec> OtherBodies { get; } = [];

    public TypeRef? Response { get; set; } = first.Response;

    /// <summary>How the key is sent, by the first specification that declares it.</summary>
    public KeySpec Key { get; set; } = first.Key;

    /// <summary>The ways in which the key may be sent, by the same specification.</summary>
    public EquatableArray<KeyChoice> KeyChoices { get; set; } = first.KeyChoices;

    /// <summary>Whether some specification has no body, so that none can be demanded.</summary>
    public bool IsBodyOptional { get; set; } = first.Body is not { IsRequired: true };

    public List<ParameterSpec> Parameters { get; set; } = [.. first.Parameters];

    public static string KeyOf(OperationSpec operation) => $"{operation.Method} {operation.Path} {operation.Id} {operation.Server}";
}
