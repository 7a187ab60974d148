using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Evolink.Codegen.Client.Merging;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Diagnostics;
using Evolink.Codegen.Models;
using Evolink.Codegen.Naming;
using Evolink.Codegen.Operations;

namespace Evolink.Codegen.Client;

/// <summary>
/// Builds requests that a client of a referenced assembly submits: those whose tasks an operation of that client is asked for. A second
/// client is not emitted, nor what answers the first one's calls: two types of one name would be one too many wherever both are in sight.
/// </summary>
internal sealed class AddedRequestBuilder
{
    private readonly ClientOptions _options;
    private readonly IReadOnlyList<SpecModel> _own;
    private readonly IReadOnlyList<SpecModel> _referenced;
    private readonly Dictionary<string, SpecModel> _referencedByFile;

    /// <summary>What is read of webhooks, whose documents call nobody.</summary>
    private readonly ResponseMerger _payloads;
    private readonly List<ClientProblem> _problems = [];

    /// <param name="specs">The documents of the project and of the clients that it refers to, each once, in ordinal order.</param>
    /// <param name="options">What the project sets.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public AddedRequestBuilder(IReadOnlyList<SpecModel> specs, ClientOptions options, CancellationToken cancellationToken)
    {
        // What a client is asked for is a GET, or a batch of them. What else its documents hold may be the create that a new model is sent to, which is new as long as its request is.
        _referenced = [.. specs.Where(spec => spec.Client is not null).Select(spec => spec with { Operations = spec.Operations.Where(operation => operation.Method == "GET" || operation.Task?.Batch is not null).ToEquatableArray() })];
        _referencedByFile = _referenced.ToDictionary(spec => spec.File, StringComparer.Ordinal);
        var known = new HashSet<(string, string, string)>(_referenced.SelectMany(spec => spec.Operations).Select(PlaceOf));
        _own = [.. specs.Where(spec => spec.Client is null).Select(spec => spec with { Operations = spec.Operations.Where(operation => !known.Contains(PlaceOf(operation))).ToEquatableArray() })];
        _payloads = new ResponseMerger(ResponsesOf(specs.Where(spec => spec.Client is null && spec.Operations.Count == 0)), cancellationToken);
        _options = options with { ClientName = StemOf(options.Namespace, _referenced.Select(spec => spec.Client!)) + "Client" };
    }

    public ClientModel Build(CancellationToken cancellationToken)
    {
        // Where the responses of several documents differ is not told: they are not emitted.
        var responses = new ResponseMerger(ResponsesOf(_referenced.Concat(_own)), cancellationToken);
        List<MergedOperation> operations = OperationMerger.Merge([.. _referenced, .. _own], responses, cancellationToken);
        new TaskFamilyBuilder(operations, _problems).Build();
        List<MergedOperation> creates = operations.Where(operation => operation.CreatesTask && _referencedByFile.ContainsKey(operation.Family!.Query.File)).ToList();
        ReportOthers(operations.Except(creates));

        var names = new ClientNames(_options, _problems);
        List<ClientTaskFamily> families = creates.Select(operation => operation.Family!).Distinct().ToList();
        families.ForEach(family => Reference(family, names));
        List<(string File, TypeModel Type)> types = Types(creates, names);
        if (types.Count == 0)
        {
            return new ClientModel([], [.. _problems]);
        }

        var wanted = new HashSet<string>(types.Select(entry => entry.Type.Name), StringComparer.OrdinalIgnoreCase);
        Dictionary<string, string> bases = creates.ToDictionary(operation => operation.Id, operation => names.RequestBase(operation, wanted, _options.Stem));
        types.ForEach(entry => names.Type(entry.File, entry.Type));
        TypeBases typeBases = TypeBases.Create(creates, bases, types, names, _payloads, _problems);
        var requestModels = new RequestModels(names, typeBases, types.Select(entry => entry.Type));
        List<MergedOperation> called = [.. families.SelectMany(family => family.Called).OfType<MergedOperation>().Distinct(), .. creates];
        IEnumerable<UnitModel> requests = creates.Count == 0
            ? [new JsonUnit(_options.Namespace, names.Json, names.AllTypes, [])]
            : new ClientUnits(_options, names, _payloads, []).BuildAdded(called, bases, requestModels.Build(creates), families);
        IEnumerable<UnitModel> catalogue = new CatalogueUnits(_options, names, requestModels).Build(_own, creates.SelectMany(operation => operation.Bodies).Select(body => body.Type.Id));
        IEnumerable<UnitModel> typeUnits = new TypeUnits(_options, names, _payloads, typeBases).Build(types, cancellationToken);
        return new ClientModel([.. requests, .. catalogue, .. typeUnits], [.. _problems]);
    }

    /// <summary>The requests of the documents that create tasks, and what is read of webhooks.</summary>
    private List<(string File, TypeModel Type)> Types(List<MergedOperation> creates, ClientNames names)
    {
        var files = new HashSet<string>(creates.SelectMany(operation => operation.Files), StringComparer.Ordinal);
        IEnumerable<(string File, TypeModel Type)> requests = _own.Where(spec => files.Contains(spec.File))
            .SelectMany(spec => spec.Types.Where(type => type.IsRequest).Select(type => (spec.File, type)));
        return requests.Concat(_payloads.Finish().Where(entry => !names.IsReferenced(entry.Type.Id))).OrderBy(entry => entry.File, StringComparer.Ordinal)
            .ThenBy(entry => !entry.Type.IsComponent).ToList();
    }

    /// <summary>The task as the referenced client reads it.</summary>
    private void Reference(ClientTaskFamily family, ClientNames names)
    {
        SpecModel spec = _referencedByFile[family.Query.File];
        string client = spec.Client!;
        string type = spec.Types.First(type => !type.IsRequest && type.Id == family.Query.First.Response!.Id).Name;
        names.Reference(family.Query.First.Response!.Id, client.Substring(0, client.LastIndexOf('.') + 1) + type);
    }

    /// <summary>What no method will call, once a file. What could not be paired has been told already.</summary>
    private void ReportOthers(IEnumerable<MergedOperation> operations)
    {
        var told = new HashSet<SpecLocation>(_problems.Select(problem => problem.First).OfType<SpecLocation>());
        string clients = string.Join(" and ", _referenced.Select(spec => spec.Client).Distinct());
        foreach (IGrouping<string, MergedOperation> file in operations.Where(operation => !_referencedByFile.ContainsKey(operation.File)).GroupBy(operation => operation.File))
        {
            List<MergedOperation> open = file.Where(operation => !told.Contains(LocationOf(operation))).ToList();
            if (open.Count == 0)
            {
                continue;
            }

            string others = open.Count == 1 ? "is no request" : open.Count == 2 ? "and one more operation are no requests" : $"and {open.Count - 1} more operations are no requests";
            _problems.Add(new ClientProblem(
                DiagnosticIds.NotOfReferencedClient,
                $"'{open[0].First.Id}' {others} that {clients} can submit: nothing is generated of {(open.Count == 1 ? "it" : "them")}. "
                + "For a client of the project's own, name it by the property EvolinkClientName.",
                LocationOf(open[0])));
        }
    }

    private static SpecLocation LocationOf(MergedOperation operation) => new(operation.File, operation.First.Pointer);

    private static (string Method, string Path, string Server) PlaceOf(OperationSpec operation) => (operation.Method, operation.Path, operation.Server);

    private static List<(string File, TypeModel Type)> ResponsesOf(IEnumerable<SpecModel> specs) =>
        specs.SelectMany(spec => spec.Types.Where(type => !type.IsRequest).Select(type => (spec.File, type))).ToList();

    /// <summary>What the names of the list of models and of the like begin with: the last part of the namespace, unless the client has it.</summary>
    private static string StemOf(string space, IEnumerable<string> clients)
    {
        string stem = Words.Identifier(space.Substring(space.LastIndexOf('.') + 1), "Added");
        return clients.Any(client => ClientOptions.StemOf(client.Substring(client.LastIndexOf('.') + 1)) == stem) ? "Added" : stem;
    }
}
