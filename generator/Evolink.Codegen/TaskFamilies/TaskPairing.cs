using System;
using System.Collections.Generic;
using System.Linq;

namespace Evolink.Codegen.TaskFamilies;

/// <summary>
/// Which operation is asked for the tasks that another one creates. A wrong one costs money: the task is paid for, and looked for
/// among other things. So only what plainly belongs together is paired, in this order: what <c>x-evolink-task</c> says; a GET under
/// the create's own path; a GET of the same document with the same response; the only query on that server.
/// </summary>
internal sealed class TaskPairing
{
    /// <summary>Path segments of queries that serve tasks of any kind. Others belong to what they are called by.</summary>
    private static readonly HashSet<string> s_common = new(
        ["task", "tasks", "job", "jobs", "prediction", "predictions", "generation", "generations", "operation", "operations", "request", "requests", "queue", "status"],
        StringComparer.OrdinalIgnoreCase);

    private readonly IReadOnlyList<TaskOperation> _all;
    private readonly List<TaskOperation> _reads;
    private readonly List<(TaskOperation Operation, TaskShape Shape)> _queries = [];

    public TaskPairing(IReadOnlyList<TaskOperation> all)
    {
        _all = all;
        _reads = all.Where(operation => operation.IsQuery).ToList();
        foreach (TaskOperation operation in _reads)
        {
            if (operation.Shape is { IsLikely: true } shape)
            {
                _queries.Add((operation, shape));
            }
        }
    }

    /// <summary>Whether an operation creates tasks, as far as it says so itself.</summary>
    public static bool Creates(TaskOperation operation) => operation.CanCreate && operation.Extension switch
    {
        { IsNone: true } => false,
        { IsShared: true } said => operation.Members.Any(member => member.Kind == MemberKind.String && member.Pointer == (said.Id ?? "/id")) || operation.Shape is not null,
        { } => true,
        null => operation.Shape is { } shape && (shape.IsPlain || shape.EndsWell),
    };

    /// <summary>The operation that is asked for the tasks of a create; null where none plainly is.</summary>
    public TaskOperation? FindQuery(TaskOperation create) => create.Extension?.Query is { } named
        ? Named(named, create)
        : Below(create) ?? OfSameResponse(create) ?? Only(create);

    /// <summary>The plain queries of a server, whatever they are asked for.</summary>
    public IEnumerable<TaskOperation> PlainQueries(string server) => On(server).Where(query => query is { Operation.EndsInParameter: true, Shape.IsPlain: true })
        .Select(query => query.Operation).GroupBy(query => query.Path, StringComparer.Ordinal).Select(group => group.First());

    /// <summary>Whether there is one on another server.</summary>
    public bool HasPlainQueryElsewhere(string server) => _queries.Any(query => query.Operation.Server != server && query is { Operation.EndsInParameter: true, Shape.IsPlain: true });

    /// <summary>The operation of an id: in the same file first, then in any.</summary>
    private TaskOperation? Named(string id, TaskOperation create) =>
        _all.FirstOrDefault(operation => operation.Id == id && operation.File == create.File) ?? _all.FirstOrDefault(operation => operation.Id == id);

    /// <summary>
    /// The operation whose response is the result of a task, where the document says so or its path does: a file below the query
    /// (<c>/videos/{id}/content</c>), or what lies beside a <c>…/status</c>. Null where the task itself names its results.
    /// </summary>
    public TaskOperation? FindContent(TaskOperation create, TaskOperation query)
    {
        if (create.Extension?.Content is { } named)
        {
            return Named(named, create);
        }

        if (create.Extension?.Results is not null)
        {
            return null;
        }

        IEnumerable<TaskOperation> near = _reads.Where(content => content.Server == query.Server && content.File == query.File);
        return query.EndsInParameter
            ? near.Where(content => content.IsBinary && content.Path.StartsWith(query.Path + "/", StringComparison.Ordinal))
                .OrderBy(content => content.Path.Length).ThenBy(content => content.Path, StringComparer.Ordinal).FirstOrDefault()
            : near.FirstOrDefault(content => content.EndsInParameter && content.Shape is null && query.Path.Substring(0, query.Path.LastIndexOf('/')) == content.Path);
    }

    /// <summary>
    /// The operation that is asked for many tasks of a family at once, where the document says so or the path does: <c>POST /tasks/batch</c>
    /// beside <c>GET /tasks/{id}</c>. Null where there is none; then each task is asked for by itself.
    /// </summary>
    public TaskOperation? FindBatch(TaskOperation create, TaskOperation query, TaskFamilySpec family)
    {
        if (create.Extension?.Batch is { } named)
        {
            return Named(named, create);
        }

        string path = query.Path.Substring(0, query.Path.LastIndexOf('/') + 1) + "batch";
        return query.EndsInParameter
            ? _all.FirstOrDefault(batch => batch.Batch is { } shape && batch.Server == query.Server && batch.Path == path && batch.RequiredParameters.Count == 0 && shape.Fits(family))
            : null;
    }

    private IEnumerable<(TaskOperation Operation, TaskShape Shape)> On(string server) => _queries.Where(query => query.Operation.Server == server);

    /// <summary><c>POST /videos</c> and <c>GET /videos/{id}</c>, or <c>GET /videos/requests/{id}/status</c>.</summary>
    private TaskOperation? Below(TaskOperation create)
    {
        string path = WithoutVerb(create.Path).TrimEnd('/') + "/";
        return On(create.Server).Select(query => query.Operation).Where(query => query.Path.StartsWith(path, StringComparison.Ordinal) && query.Path.IndexOf('{') >= path.Length)
            .OrderBy(query => query.Path.Count(letter => letter == '/')).ThenBy(query => query.Path, StringComparer.Ordinal)
            .FirstOrDefault();
    }

    /// <summary><c>POST /videos:generate</c> makes one of <c>/videos</c>.</summary>
    private static string WithoutVerb(string path)
    {
        int verb = path.LastIndexOf(':');
        return verb > path.LastIndexOf('/') && path.IndexOf('}', verb) < 0 ? path.Substring(0, verb) : path;
    }

    private TaskOperation? OfSameResponse(TaskOperation create)
    {
        List<TaskOperation> same = On(create.Server).Select(query => query.Operation)
            .Where(query => create.Schema is not null && query.Schema == create.Schema && query.File == create.File && query.EndsInParameter)
            .OrderByDescending(query => CommonSegments(query.Path, create.Path)).ToList();
        return same.Count == 1 || (same.Count > 1 && CommonSegments(same[0].Path, create.Path) > CommonSegments(same[1].Path, create.Path)) ? same[0] : null;
    }

    /// <summary>A document that has a query of its own for one thing says nothing of how it is asked for another.</summary>
    private TaskOperation? Only(TaskOperation create)
    {
        List<TaskOperation> plain = PlainQueries(create.Server).ToList();
        return plain.Count == 1 && (create.Shape is { IsPlain: true } shape ? Fits(shape, plain[0].Shape!) : create.Extension is not null)
            && (plain[0].File != create.File || plain[0].Path.Split('/').Any(s_common.Contains)) ? plain[0] : null;
    }

    private static bool Fits(TaskShape create, TaskShape query) => create.Words.Count == 0 || query.Words.Count == 0
        || create.Words.All(word => query.Words.Contains(word) || StatusWords.Find(word) is not null);

    private static int CommonSegments(string left, string right) =>
        left.Split('/').Zip(right.Split('/'), (one, other) => one == other).TakeWhile(isSame => isSame).Count();
}
