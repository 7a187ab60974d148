using System;
using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Client.Merging;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Models;
using Evolink.Codegen.Naming;
using Evolink.Codegen.OpenApi;
using Evolink.Codegen.Operations;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Client;

/// <summary>The units of the client itself: its groups and methods, the request bases, the descriptor, the services.</summary>
/// <param name="options">How the client is called.</param>
/// <param name="names">The names of its types.</param>
/// <param name="merger">The types that are one.</param>
/// <param name="types">The types of its requests and responses.</param>
internal sealed class ClientUnits(ClientOptions options, ClientNames names, ResponseMerger merger, IEnumerable<TypeModel> types)
{
    public IEnumerable<UnitModel> Build(
        IReadOnlyList<SpecModel> specs,
        IReadOnlyList<MergedOperation> operations,
        IReadOnlyDictionary<string, GroupModel> groups,
        IReadOnlyDictionary<string, string> bases,
        EquatableArray<RequestModel> requests,
        IReadOnlyList<ClientTaskFamily> families)
    {
        Dictionary<string, string> fields = Fields(operations);
        Dictionary<ClientTaskFamily, string> familyFields = FamilyFields(families, fields);
        var methods = new MethodBuilder(names, merger, fields, bases, specs, new PageBuilder(names, merger, types));
        yield return new ClientUnit(
            options.Namespace, names.Client, names.Api, options.EnvironmentPrefix + "_API_KEY", families.Count > 0, families.Select(family => family.Query.Id).Distinct().Count() == 1 ? TaskType(families[0]) : null,
            [.. groups.Values], methods.Submits(operations, groups));
        yield return new ApiUnit(
            options.Namespace, names.Api, names.Client, ServersOf(specs, operations),
            operations.Select(operation => Operation(operation, fields, familyFields, operation.Family is not null || families.Any(family => family.Called.Contains(operation))))
                .Concat(operations.Where(MethodBuilder.HasOwnEvents).Select(operation => Events(operation, fields, familyFields))).ToEquatableArray(),
            operations.Any(operation => operation.Key is { IsDeclared: true, Location: not KeyLocation.None }),
            families.Select(family => Family(family, fields, familyFields)).ToEquatableArray())
        {
            EnvironmentPrefix = options.EnvironmentPrefix,
            FileUpload = UploadBuilder.FindForRequests(operations) is { } upload ? fields[upload.Id] : null,
            IsEvolink = specs.Where(spec => spec.Operations.Count > 0).All(spec => spec.IsEvolink),
            SecuritySchemes = operations.SelectMany(operation => operation.KeyChoices).Select(choice => choice.Scheme).Distinct(StringComparer.Ordinal).ToEquatableArray(),
        };
        yield return new HostingUnit(options.Namespace, names.Hosting, "Add" + options.Stem, names.Client, names.Api, options.EnvironmentPrefix + "_API_KEY");
        foreach (UnitModel unit in Requests(operations, bases, requests, fields))
        {
            yield return unit;
        }

        foreach (IGrouping<string, MergedOperation> group in operations.GroupBy(operation => OperationNames.Group(operation.First.Path)))
        {
            EquatableArray<MethodModel> built = methods.Build(group);
            yield return new GroupUnit(options.Namespace, groups[group.Key].Type, groups[group.Key].Responses, names.Api, groups[group.Key].Title, built)
            {
                Uploads = UploadBuilder.Build(group, built, fields),
            };
        }
    }

    /// <summary>The units of requests that a client of a referenced assembly submits: what that client has of its own is not there twice.</summary>
    /// <param name="operations">The operations that the requests are sent to, and those that are asked for their tasks.</param>
    public IEnumerable<UnitModel> BuildAdded(
        IReadOnlyList<MergedOperation> operations, IReadOnlyDictionary<string, string> bases, EquatableArray<RequestModel> requests, IReadOnlyList<ClientTaskFamily> families)
    {
        Dictionary<string, string> fields = Fields(operations);
        Dictionary<ClientTaskFamily, string> familyFields = FamilyFields(families, fields);
        yield return new ApiUnit(
            options.Namespace, names.Api, null, [], operations.Select(operation => Operation(operation, fields, familyFields, isOfTasks: true)).ToEquatableArray(), false,
            families.Select(family => Family(family, fields, familyFields)).ToEquatableArray())
        {
            EnvironmentPrefix = options.EnvironmentPrefix,
            IsEvolink = false,
            SecuritySchemes = [],
        };
        foreach (UnitModel unit in Requests(operations, bases, requests, fields))
        {
            yield return unit;
        }
    }

    private IEnumerable<UnitModel> Requests(
        IReadOnlyList<MergedOperation> operations, IReadOnlyDictionary<string, string> bases, EquatableArray<RequestModel> requests, IReadOnlyDictionary<string, string> fields)
    {
        yield return new JsonUnit(options.Namespace, names.Json, names.AllTypes, bases.Values.OrderBy(name => name, StringComparer.Ordinal).ToEquatableArray());
        if (requests.Count > 0)
        {
            yield return new RequestsUnit(options.Namespace, names.Requests, requests);
        }

        foreach (MergedOperation operation in operations.Where(operation => operation.CreatesTask))
        {
            yield return new RequestBaseUnit(
                options.Namespace, bases[operation.Id], names.Api, fields[operation.Id], TaskType(operation.Family!),
                new DocText($"A request that {operation.First.Method} {operation.First.Path} takes. Each specification that describes it gives one."));
        }
    }

    private Dictionary<string, string> Fields(IReadOnlyList<MergedOperation> operations)
    {
        NameScope scope = NameScope.ForMembers([.. ReservedNames.RecordMembers, "Descriptor", names.Api]);
        Dictionary<string, string> fields = operations.ToDictionary(operation => operation.Id, operation => scope.Take(Words.Identifier(operation.First.Id, "Operation")));
        foreach (MergedOperation operation in operations.Where(MethodBuilder.HasOwnEvents))
        {
            fields.Add(MethodBuilder.EventsOf(operation), scope.Take(fields[operation.Id] + "Events"));
        }

        return fields;
    }

    /// <summary>A family is called as the operation that is asked for it.</summary>
    private Dictionary<ClientTaskFamily, string> FamilyFields(IEnumerable<ClientTaskFamily> families, Dictionary<string, string> fields)
    {
        NameScope scope = NameScope.ForMembers([.. ReservedNames.RecordMembers, "Descriptor", names.Api, .. fields.Values]);
        return families.ToDictionary(family => family, family => scope.Take(fields[family.Query.Id] + "Tasks"));
    }

    private TaskFamilyModel Family(ClientTaskFamily family, IReadOnlyDictionary<string, string> fields, IReadOnlyDictionary<ClientTaskFamily, string> familyFields) => new(
        familyFields[family], TaskType(family), fields[family.Query.Id], family.Spec, family.Content is { } content ? fields[content.Id] : null, family.ContentParameter)
    {
        Batch = family.Batch is { } batch ? fields[batch.Id] : null,
        BatchShape = family.BatchShape,
    };

    private TypeRef TaskType(ClientTaskFamily family) => Resolve(family.Query.Response!).Nullable(false);

    private static OperationModel Operation(MergedOperation operation, IReadOnlyDictionary<string, string> fields, IReadOnlyDictionary<ClientTaskFamily, string> familyFields, bool isOfTasks) => new(
        fields[operation.Id], operation.First.Id, operation.First.Method, operation.First.Path, operation.First.Server, operation.Family is { } family ? familyFields[family] : null,
        operation.Key, operation.First.Accept, operation.First.Statuses,
        operation.Bodies.Concat(operation.OtherBodies).SelectMany(body => body.Fields).GroupBy(field => field.Name).Select(group => group.First()).ToEquatableArray())
    {
        KeyChoices = operation.KeyChoices,
        Upload = operation.First.Upload,
        Events = MethodBuilder.HasOwnEvents(operation) ? [] : operation.First.Events,
        Presets = isOfTasks ? operation.Parameters.Where(parameter => parameter.PresetText is not null).ToEquatableArray() : [],
    };

    /// <summary>The same operation, answered with events and not with a task.</summary>
    private static OperationModel Events(MergedOperation operation, IReadOnlyDictionary<string, string> fields, IReadOnlyDictionary<ClientTaskFamily, string> familyFields) =>
        Operation(operation, fields, familyFields, isOfTasks: false) with { Field = fields[MethodBuilder.EventsOf(operation)], TaskFamily = null, Accept = "text/event-stream", Events = operation.First.Events };

    /// <summary>Every server once: those of the task-creating operations first, since they are what the client is for.</summary>
    private static EquatableArray<string> ServersOf(IEnumerable<SpecModel> specs, IEnumerable<MergedOperation> operations) => operations
        .OrderBy(operation => !operation.CreatesTask)
        .Select(operation => operation.First.Server)
        .Concat(specs.SelectMany(spec => spec.Servers))
        .Where(Servers.IsAbsolute)
        .Distinct(StringComparer.Ordinal)
        .ToEquatableArray();

    private TypeRef Resolve(TypeRef type) => names.Resolve(merger.Resolve(type));
}
