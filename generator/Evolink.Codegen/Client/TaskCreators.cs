using System;
using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Client.Merging;
using Evolink.Codegen.Diagnostics;

namespace Evolink.Codegen.Client;

/// <summary>Which operations create tasks: a request knows by its base where it is sent, and it has one base.</summary>
internal static class TaskCreators
{
    /// <summary>Of several operations that create tasks of one request the first does; the others take it as any operation does.</summary>
    public static void Settle(IEnumerable<MergedOperation> operations, ICollection<ClientProblem> problems)
    {
        var owners = new Dictionary<string, MergedOperation>(StringComparer.Ordinal);
        foreach (MergedOperation operation in operations.Where(operation => operation.CreatesTask))
        {
            List<string> requests = operation.Bodies.Select(body => body.Type.Target).ToList();
            if (requests.Where(owners.ContainsKey).Select(id => owners[id]).FirstOrDefault() is { } owner)
            {
                operation.CreatesTask = false;
                problems.Add(new ClientProblem(
                    DiagnosticIds.Unsupported,
                    $"'{operation.First.Id}' creates tasks by a request that '{owner.First.Id}' has already; it is called as any other operation, and '{owner.First.Id}' is what SubmitAsync calls.",
                    new Place(operation.File, operation.First.Pointer), new Place(owner.File, owner.First.Pointer)));
                continue;
            }

            requests.ForEach(id => owners[id] = operation);
        }
    }
}
