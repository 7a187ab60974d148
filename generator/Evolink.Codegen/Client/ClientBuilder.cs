using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Evolink.Codegen.Client.Merging;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Diagnostics;
using Evolink.Codegen.Models;

namespace Evolink.Codegen.Client;

/// <summary>
/// Builds the units of the client from the models of all files: responses and operations are merged, and every type gets its name.
/// Done at every change of any model, so it only sorts, compares and names.
/// </summary>
internal sealed class ClientBuilder
{
    private readonly ClientOptions options;
    private readonly List<SpecModel> specs;
    private readonly ResponseMerger merger;
    private readonly ClientNames names;
    private readonly List<ClientProblem> problems = [];

    private ClientBuilder(List<SpecModel> specs, ClientOptions options, CancellationToken cancellationToken)
    {
        (this.options, this.specs) = (options, specs);
        merger = new ResponseMerger(specs.SelectMany(spec => spec.Types.Where(type => !type.IsRequest).Select(type => (spec.File, type))).ToList(), cancellationToken);
        names = new ClientNames(options, problems);
    }

    public static ClientModel Build(IEnumerable<SpecModel> specs, ClientOptions options, CancellationToken cancellationToken)
    {
        // A project may include a file twice, by its folder and by its name.
        List<SpecModel> all = specs.GroupBy(spec => spec.File, StringComparer.Ordinal).Select(same => same.First())
            .OrderBy(spec => spec.File, StringComparer.Ordinal).ToList();
        return !options.IsNamed && all.Any(spec => spec.Client is not null)
            ? new AddedRequestBuilder(all, options, cancellationToken).Build(cancellationToken)
            : new ClientBuilder(all.Where(spec => spec.Client is null).ToList(), options, cancellationToken).Build(cancellationToken);
    }

    private ClientModel Build(CancellationToken cancellationToken)
    {
        List<MergedOperation> operations = OperationMerger.Merge(specs, merger, cancellationToken);
        List<(string File, TypeModel Type)> responses = merger.Finish().ToList();
        if (operations.Count == 0 && responses.Count == 0)
        {
            return new ClientModel([], []);
        }

        IReadOnlyList<ClientTaskFamily> families = new TaskFamilyBuilder(operations, problems).Build();
        Dictionary<string, GroupModel> groups = names.Groups(operations);
        IEnumerable<(string File, TypeModel Type)> requests = specs
            .SelectMany(spec => spec.Types.Where(type => type.IsRequest).Select(type => (spec.File, type)));
        List<(string File, TypeModel Type)> types = requests.Concat(responses).OrderBy(entry => entry.File, StringComparer.Ordinal)
            .ThenBy(entry => !entry.Type.IsComponent).ToList();
        var wanted = new HashSet<string>(types.Select(entry => entry.Type.Name), StringComparer.OrdinalIgnoreCase);
        Dictionary<string, string> bases = operations.Where(operation => operation.CreatesTask)
            .ToDictionary(operation => operation.Id, operation => names.RequestBase(operation, wanted));
        foreach ((string file, TypeModel type) in types)
        {
            cancellationToken.ThrowIfCancellationRequested();
            names.Type(file, type);
        }

        problems.AddRange(merger.Conflicts.Distinct().Select(conflict =>
            new ClientProblem(DiagnosticIds.ResponseConflict, conflict.Problem, conflict.First, conflict.Second)));
        TypeBases typeBases = TypeBases.Create(operations, bases, types, names, merger, problems);
        var requestModels = new RequestModels(names, typeBases, types.Select(entry => entry.Type));
        EquatableArray<RequestModel> models = requestModels.Build(operations);
        IEnumerable<UnitModel> typeUnits = new TypeUnits(options, names, merger, typeBases).Build(types, cancellationToken);
        // Who receives webhooks reads them, and calls nobody: without operations there is no client.
        IEnumerable<UnitModel> clientUnits = operations.Count == 0
            ? [new JsonUnit(options.Namespace, names.Json, names.AllTypes, [])]
            : new ClientUnits(options, names, merger, types.Select(entry => entry.Type)).Build(specs, operations, groups, bases, models, families);
        IEnumerable<UnitModel> catalogue = new CatalogueUnits(options, names, requestModels)
            .Build(specs, operations.Where(operation => operation.CreatesTask).SelectMany(operation => operation.Bodies).Select(body => body.Type.Id));
        return new ClientModel([.. clientUnits, .. catalogue, .. typeUnits], [.. problems]);
    }
}
