using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Client.Merging;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Diagnostics;
using Evolink.Codegen.TaskFamilies;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Client;

/// <summary>Gives every operation that creates tasks its family, or says why it has none: then it is called as any other operation.</summary>
internal sealed class TaskFamilyBuilder
{
    private readonly IReadOnlyList<MergedOperation> _operations;
    private readonly ICollection<ClientProblem> _problems;
    private readonly Dictionary<TaskOperation, MergedOperation> _byTask = [];
    private readonly TaskPairing _pairing;
    private readonly List<ClientTaskFamily> _families = [];

    public TaskFamilyBuilder(IReadOnlyList<MergedOperation> operations, ICollection<ClientProblem> problems)
    {
        (_operations, _problems) = (operations, problems);
        foreach (MergedOperation operation in operations)
        {
            if (operation.Task is { } task)
            {
                _byTask[task] = operation;
            }
        }

        _pairing = new TaskPairing([.. _byTask.Keys]);
    }

    /// <summary>The families, each once, in the order of the operations that create their tasks.</summary>
    public IReadOnlyList<ClientTaskFamily> Build()
    {
        foreach (TaskOperation task in _byTask.Keys.Where(TaskPairing.Creates))
        {
            _byTask[task].Family = FamilyOf(_byTask[task], task);
        }

        SettleRequests();
        return _families;
    }

    private ClientTaskFamily? FamilyOf(MergedOperation create, TaskOperation task)
    {
        if (_pairing.FindQuery(task) is not { } query || _byTask[query].Response is not { Kind: TypeKind.Model })
        {
            ReportUnpaired(create, task);
            return null;
        }

        TaskOperation? content = _pairing.FindContent(task, query);
        TaskFamilySpec spec = TaskFamilySpec.Create(task, query, content is not null);
        ReportPointers(create, task, query);
        if (spec.NeverEnds)
        {
            Report(DiagnosticIds.UnknownStatus, create, $"No status that '{query.Id}' lists ends a task well ({Quoted(spec.Words)}); '{create.First.Id}' has no SubmitAsync. {Write("statuses: { completed: [word] }")}");
            return null;
        }

        if (spec.UnknownWords.ToList() is { Count: > 0 } unknown)
        {
            Report(DiagnosticIds.UnknownStatus, create, $"'{query.Id}' lists words of a status that nobody knows: {Quoted(unknown)}. A wait goes on for as long as a task has one of them. {Write($"statuses: {{ failed: [{unknown[0]}] }}")}");
        }

        if (task.Extension?.Content is { } named && content is null)
        {
            ReportMissing(create, named);
        }

        (TaskOperation? batch, BatchShape? batchShape) = BatchOf(create, task, query, spec);
        var family = new ClientTaskFamily(_byTask[query], spec, content is null ? null : _byTask[content], content is null ? null : task.Extension?.ContentParameter)
        {
            Batch = batch is null ? null : _byTask[batch],
            BatchShape = batchShape,
        };
        if (_families.FirstOrDefault(known => known == family) is { } same)
        {
            return same;
        }

        _families.Add(family);
        return family;
    }

    private (TaskOperation? Batch, BatchShape? Shape) BatchOf(MergedOperation create, TaskOperation task, TaskOperation query, TaskFamilySpec spec)
    {
        TaskOperation? batch = _pairing.FindBatch(task, query, spec);
        if (task.Extension?.Batch is not { } named)
        {
            return (batch, batch?.Batch);
        }

        if (batch is null)
        {
            ReportMissing(create, named);
            return (null, null);
        }

        // What the document says goes before what is found. A task that is read in vain is one that is asked for twice.
        BatchShape? shape = batch.Batch is { } found ? found with { Ids = task.Extension.BatchIds ?? found.Ids, Items = task.Extension.BatchItems ?? found.Items } : null;
        if (shape is null || !shape.Fits(spec) || batch.RequiredParameters.Count > 0)
        {
            Report(
                DiagnosticIds.InvalidExtension, create,
                $"'{TaskExtension.Keyword}' of '{create.First.Id}' names the batch '{named}', which is no POST whose body lists ids and whose response lists tasks as '{query.Id}' gives them. Each task is asked for by itself.");
            return (null, null);
        }

        return (batch, shape);
    }

    /// <summary>The base of a request says where it is sent, and a record has one base: of several operations with one type of request the first has it.</summary>
    private void SettleRequests()
    {
        var owners = new Dictionary<TypeId, MergedOperation>();
        foreach (MergedOperation operation in _operations.Where(operation => operation.CreatesTask))
        {
            List<TypeId> requests = operation.Bodies.Select(body => body.Type.Id).ToList();
            if (requests.Where(owners.ContainsKey).Select(id => owners[id]).FirstOrDefault() is { } owner)
            {
                operation.IsRequestTaken = true;
                Report(
                    DiagnosticIds.Unsupported, operation,
                    $"'{operation.First.Id}' creates tasks by a request that '{owner.First.Id}' has already; it is called as any other operation, and '{owner.First.Id}' is what SubmitAsync calls.",
                    owner);
                continue;
            }

            requests.ForEach(id => owners[id] = operation);
        }
    }

    private void ReportUnpaired(MergedOperation create, TaskOperation task)
    {
        if (task.Extension?.Query is { } named)
        {
            ReportMissing(create, named);
            return;
        }

        if (task.Shape is not { IsLikely: true } && task.Extension is null)
        {
            // A payment or an order has an id and a status, too.
            return;
        }

        List<string> queries = _pairing.PlainQueries(task.Server).Select(query => query.Id).ToList();
        string id = queries.Count > 1 ? DiagnosticIds.SeveralTaskQueries : DiagnosticIds.NoTaskQuery;
        string server = task.Server.Length > 0 ? task.Server : "a server that the document does not name";
        string why = queries.Count switch
        {
            0 when _pairing.HasPlainQueryElsewhere(task.Server) => $"no GET operation of {server} whose path ends in a parameter is asked for them",
            0 => "no GET operation whose path ends in a parameter is asked for them",
            1 => $"'{queries[0]}', the only operation that is asked for a task, is not plainly asked for these",
            _ => $"several operations are asked for a task ({Quoted(queries)}), and none of them plainly for these",
        };
        Report(id, create, $"'{create.First.Id}' creates tasks, but {why}; it has no SubmitAsync, GenerateAsync and Resume. {Write($"query: {{ operation: {queries.FirstOrDefault() ?? "getTask"} }}")} Where it creates none, say false.");
    }

    private void ReportMissing(MergedOperation create, string operation) => Report(
        DiagnosticIds.InvalidExtension, create, $"'{TaskExtension.Keyword}' of '{create.First.Id}' names the operation '{operation}', which no specification has.");

    /// <summary>A pointer that leads nowhere is a typo that loses a paid result. Where a schema lists no members, nothing is known.</summary>
    private void ReportPointers(MergedOperation create, TaskOperation task, TaskOperation query)
    {
        TaskExtension said = task.Extension ?? new TaskExtension();
        foreach ((string name, string? pointer, TaskOperation holder) in new[]
        {
            ("id", said.Id, task), ("status", said.Status, query), ("results", said.Results, query), ("error", said.Error, query), ("progress", said.Progress, query),
        })
        {
            if (pointer is not null && Leads(pointer, holder.Members) == false)
            {
                Report(DiagnosticIds.InvalidExtension, create, $"'{TaskExtension.Keyword}' of '{create.First.Id}' says {name}: {pointer}, which the response of '{holder.Id}' does not have.");
            }
        }
    }

    /// <summary>Whether a pointer names a member; null where the schema of what holds it lists none.</summary>
    private static bool? Leads(string pointer, EquatableArray<MemberFact> members)
    {
        string holder = pointer.Substring(0, pointer.LastIndexOf('/'));
        return members.Any(member => member.Pointer == pointer) ? true
            : members.Any(member => member.Holder == holder) ? false
            : holder.Length == 0 ? null : Leads(holder, members);
    }

    private void Report(string id, MergedOperation operation, string message, MergedOperation? other = null) =>
        _problems.Add(new ClientProblem(id, message, new SpecLocation(operation.File, operation.First.Pointer), other is null ? null : new SpecLocation(other.File, other.First.Pointer)));

    private static string Write(string example) => $"Write it on the operation: {TaskExtension.Keyword}: {{ {example} }}.";

    private static string Quoted(IEnumerable<string> words) => string.Join(", ", words.Select(word => $"'{word}'"));
}
