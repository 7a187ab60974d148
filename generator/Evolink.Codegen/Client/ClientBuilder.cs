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
    private readonly ClientOptions _options;
    private readonly List<SpecModel> _specs;
    private readonly ResponseMerger _merger;
    private readonly ClientNames _names;
    private readonly List<ClientProblem> _problems = [];

    private ClientBuilder(List<SpecModel> specs, ClientOptions options, CancellationToken cancellationToken)
    {
        (_options, _specs) = (options, specs);
        _merger = new ResponseMerger(specs.SelectMany(spec => spec.Types.Where(type => !type.IsRequest).Select(type => (spec.File, type))).ToList(), cancellationToken);
        _names = new ClientNames(options, _problems);
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
        List<MergedOperation> operations = OperationMerger.Merge(_specs, _merger, cancellationToken);
        List<(string File, TypeModel Type)> responses = _merger.Finish().ToList();
        if (operations.Count == 0 && responses.Count == 0)
        {
            return new ClientModel([], []);
        }

        IReadOnlyList<ClientTaskFamily> families = new TaskFamilyBuilder(operations, _problems).Build();
        Dictionary<string, GroupModel> groups = _names.Groups(operations);
        IEnumerable<(string File, TypeModel Type)> requests = _specs
            .SelectMany(spec => spec.Types.Where(type => type.IsRequest).Select(type => (spec.File, type)));
        List<(string File, TypeModel Type)> types = requests.Concat(responses).OrderBy(entry => entry.File, StringComparer.Ordinal)
            .ThenBy(entry => !entry.Type.IsComponent).ToList();
        var wanted = new HashSet<string>(types.Select(entry => entry.Type.Name), StringComparer.OrdinalIgnoreCase);
        Dictionary<string, string> bases = operations.Where(operation => operation.CreatesTask)
            .ToDictionary(operation => operation.Id, operation => _names.RequestBase(operation, wanted));
        foreach ((string file, TypeModel type) in types)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _names.Type(file, type);
        }

        _problems.AddRange(_merger.Conflicts.Distinct().Select(conflict =>
            new ClientProblem(DiagnosticIds.ResponseConflict, conflict.Problem, conflict.First, conflict.Second)));
        TypeBases typeBases = TypeBases.Create(operations, bases, types, _names, _merger, _problems);
        var requestModels = new RequestModels(_names, typeBases, types.Select(entry => entry.Type));
        EquatableArray<RequestModel> models = requestModels.Build(operations);
        IEnumerable<UnitModel> typeUnits = new TypeUnits(_options, _names, _merger, typeBases).Build(types, cancellationToken);
        // Who receives webhooks reads them, and calls nobody: without operations there is no client.
        IEnumerable<UnitModel> clientUnits = operations.Count == 0
            ? [new JsonUnit(_options.Namespace, _names.Json, _names.AllTypes, [])]
            : new ClientUnits(_options, _names, _merger, types.Select(entry => entry.Type)).Build(_specs, operations, groups, bases, models, families);
        IEnumerable<UnitModel> catalogue = new CatalogueUnits(_options, _names, requestModels)
            .Build(_specs, operations.Where(operation => operation.CreatesTask).SelectMany(operation => operation.Bodies).Select(body => body.Type.Id));
        return new ClientModel([.. clientUnits, .. catalogue, .. typeUnits], [.. _problems]);
    }
}
