using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Client.Merging;
using Evolink.Codegen.Diagnostics;
using Evolink.Codegen.Operations;

namespace Evolink.Codegen.Client;

/// <summary>Which operation asks for a task.</summary>
internal static class TaskQueries
{
    public static MergedOperation? Choose(IReadOnlyList<MergedOperation> operations, ICollection<ClientProblem> problems)
    {
        List<MergedOperation> queries = operations
            .Where(operation => operation is { First.Role: TaskRole.Queries, Response.Kind: Types.TypeKind.Model }).ToList();
        MergedOperation? create = operations.FirstOrDefault(operation => operation.CreatesTask);
        if (create is null)
        {
            // Nothing is waited for, so nothing has to be asked for.
            return null;
        }

        if (queries.Count == 0)
        {
            problems.Add(new ClientProblem(
                DiagnosticIds.NoTaskQuery,
                $"'{create.First.Id}' creates tasks, but no GET operation whose path ends in a parameter answers one; the client has no SubmitAsync, GenerateAsync and Resume.",
                PlaceOf(create)));
            return null;
        }

        if (queries.Count > 1)
        {
            problems.Add(new ClientProblem(
                DiagnosticIds.SeveralTaskQueries,
                $"Several operations ask for a task; '{queries[0].First.Path}' is used, '{queries[1].First.Path}' is not.",
                PlaceOf(queries[1]),
                PlaceOf(queries[0])));
        }

        return queries[0];
    }

    private static Place PlaceOf(MergedOperation operation) => new(operation.File, operation.First.Pointer);
}
