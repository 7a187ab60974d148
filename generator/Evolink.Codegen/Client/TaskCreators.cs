using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Client.Merging;
using Evolink.Codegen.Diagnostics;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Client;

/// <summary>Decides which operations create tasks. The base of a request says where it is sent, and a record has one base.</summary>
internal static class TaskCreators
{
    /// <summary>Where several operations create tasks from one type of request, the first does; the others become ordinary operations.</summary>
    public static void Settle(IEnumerable<MergedOperation> operations, ICollection<ClientProblem> problems)
    {
        var owners = new Dictionary<TypeId, MergedOperation>();
        foreach (MergedOperation operation in operations.Where(operation => operation.CreatesTask))
        {
            List<TypeId> requests = operation.Bodies.Select(body => body.Type.Id).ToList();
            if (requests.Where(owners.ContainsKey).Select(id => owners[id]).FirstOrDefault() is { } owner)
            {
                operation.CreatesTask = false;
                problems.Add(new ClientProblem(
                    DiagnosticIds.Unsupported,
                    $"'{operation.First.Id}' creates tasks by a request that '{owner.First.Id}' has already; it is called as any other operation, and '{owner.First.Id}' is what SubmitAsync calls.",
                    new SpecLocation(operation.File, operation.First.Pointer), new SpecLocation(owner.File, owner.First.Pointer)));
                continue;
            }

            requests.ForEach(id => owners[id] = operation);
        }
    }
}
