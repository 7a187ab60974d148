using System;
using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Client.Merging;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Constraints;
using Evolink.Codegen.Models;
using Evolink.Codegen.Naming;
using Evolink.Codegen.OpenApi;
using Evolink.Codegen.Operations;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Client;

/// <summary>The units of the client itself: its groups and methods, the request bases, the descriptor, the services.</summary>
internal sealed class ClientUnits(ClientOptions options, ClientNames names, ResponseMerger merger)
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
        yield return new ClientUnit(
            options.Namespace, names.Client, names.Api, families.Count > 0, families.Select(family => family.Query.Id).Distinct().Count() == 1 ? TaskType(families[0]) : null,
            [.. groups.Values], Submits(operations, fields, groups));
        yield return new ApiUnit(
            options.Namespace, names.Api, names.Client, ServersOf(specs, operations),
            operations.Select(operation => Operation(operation, fields, familyFields)).ToEquatableArray(),
            operations.Any(operation => operation.Key is { IsDeclared: true, Location: not KeyLocation.None }),
            families.Select(family => Family(family, fields, familyFields)).ToEquatableArray());
        yield return new HostingUnit(options.Namespace, names.Hosting, "Add" + options.Stem, names.Client);
        yield return new JsonUnit(options.Namespace, names.Json, names.AllTypes, bases.Values.OrderBy(name => name, StringComparer.Ordinal).ToEquatableArray());
        if (requests.Count > 0)
        {
            yield return new RequestsUnit(options.Namespace, names.Requests, requests);
        }

        foreach (MergedOperation operation in operations.Where(operation => operation.CreatesTask))
        {
            yield return new RequestBaseUnit(
                options.Namespace, bases[operation.Id], names.Api, fields[operation.Id], TaskType(operation.Family!),
                new DocText($"A request that {operation.First.Method} {operation.First.Path} takes: one type a model."));
        }

        foreach (IGrouping<string, MergedOperation> group in operations.GroupBy(operation => OperationNames.Group(operation.First.Path)))
        {
            yield return new GroupUnit(
                options.Namespace, groups[group.Key].Type, groups[group.Key].Responses, names.Api, groups[group.Key].Title, Methods(group, fields, bases));
        }
    }

    private Dictionary<string, string> Fields(IEnumerable<MergedOperation> operations)
    {
        NameScope scope = NameScope.ForMembers([.. ReservedNames.RecordMembers, "Descriptor", names.Api]);
        return operations.ToDictionary(operation => operation.Id, operation => scope.Take(Words.Identifier(operation.First.Id, "Operation")));
    }

    /// <summary>A family is called as the operation that is asked for it.</summary>
    private Dictionary<ClientTaskFamily, string> FamilyFields(IEnumerable<ClientTaskFamily> families, Dictionary<string, string> fields)
    {
        NameScope scope = NameScope.ForMembers([.. ReservedNames.RecordMembers, "Descriptor", names.Api, .. fields.Values]);
        return families.ToDictionary(family => family, family => scope.Take(fields[family.Query.Id] + "Tasks"));
    }

    private TaskFamilyModel Family(ClientTaskFamily family, IReadOnlyDictionary<string, string> fields, IReadOnlyDictionary<ClientTaskFamily, string> familyFields) => new(
        familyFields[family], TaskType(family), fields[family.Query.Id], family.Spec, family.Content is { } content ? fields[content.Id] : null, family.ContentParameter);

    private TypeRef TaskType(ClientTaskFamily family) => Resolve(family.Query.Response!).Nullable(false);

    private static OperationModel Operation(MergedOperation operation, IReadOnlyDictionary<string, string> fields, IReadOnlyDictionary<ClientTaskFamily, string> familyFields) => new(
        fields[operation.Id], operation.First.Id, operation.First.Method, operation.First.Path, operation.First.Server, operation.Family is { } family ? familyFields[family] : null,
        operation.Key, operation.First.Accept,
        operation.Bodies.SelectMany(body => body.Fields).GroupBy(field => field.Name).Select(group => group.First()).ToEquatableArray());

    /// <summary>Every server once: those of the task-creating operations first, since they are what the client is for.</summary>
    private static EquatableArray<string> ServersOf(IEnumerable<SpecModel> specs, IEnumerable<MergedOperation> operations) => operations
        .OrderBy(operation => !operation.CreatesTask)
        .Select(operation => operation.First.Server)
        .Concat(specs.SelectMany(spec => spec.Servers))
        .Where(Servers.IsAbsolute)
        .Distinct(StringComparer.Ordinal)
        .ToEquatableArray();

    /// <summary>A request alone does not say what the parameters of its operation are.</summary>
    private EquatableArray<SubmitModel> Submits(
        IEnumerable<MergedOperation> operations, IReadOnlyDictionary<string, string> fields, IReadOnlyDictionary<string, GroupModel> groups)
    {
        NameScope scope = NameScope.ForMembers([.. ReservedNames.ClientMembers, .. groups.Values.Select(group => group.Name)]);
        var submits = new List<SubmitModel>();
        foreach (MergedOperation operation in operations.Where(operation => operation is { Family: not null, CreatesTask: false }))
        {
            string name = scope.Take($"Submit{Words.Identifier(operation.First.Id, "Operation")}Async");
            EquatableArray<ParameterSpec> parameters = Parameters(operation);
            foreach (TypeRef body in operation.Bodies.Select(body => Resolve(body.Type)).Distinct())
            {
                BodySpec spec = operation.Bodies[0] with { Type = body, IsRequired = true, Constraints = [] };
                var method = new MethodModel(
                    name, fields[operation.Id], DocOf(operation), operation.First.IsDeprecated, parameters, spec, operation.First.ResponseKind, null, "", []);
                submits.Add(new SubmitModel(method, TaskType(operation.Family!)));
            }
        }

        return submits.ToEquatableArray();
    }

    private EquatableArray<MethodModel> Methods(
        IEnumerable<MergedOperation> operations, IReadOnlyDictionary<string, string> fields, IReadOnlyDictionary<string, string> bases)
    {
        NameScope scope = NameScope.ForMembers(ReservedNames.ClientMembers);
        var methods = new List<MethodModel>();
        foreach (MergedOperation operation in operations)
        {
            string name = scope.Take(Words.Identifier(operation.First.Id, "Operation") + "Async");
            EquatableArray<ParameterSpec> parameters = Parameters(operation);
            methods.AddRange(Bodies(operation, bases).Select(body => new MethodModel(
                name, fields[operation.Id], DocOf(operation), operation.First.IsDeprecated, parameters, body, operation.First.ResponseKind,
                operation.Response is { } response ? Resolve(response) : null, operation.First.Headers, RequestsOf(operation))));
        }

        return [.. methods];
    }

    /// <summary>One overload for each type of body. Where there are several, the body is required, since the compiler could not choose between overloads without one.</summary>
    private IEnumerable<BodySpec?> Bodies(MergedOperation operation, IReadOnlyDictionary<string, string> bases)
    {
        if (operation.CreatesTask)
        {
            return [operation.Bodies[0] with { Type = new TypeRef(TypeKind.Model, Name: bases[operation.Id]), IsRequired = true }];
        }

        List<BodySpec> bodies = operation.Bodies.Select(body => body with { Type = Resolve(body.Type), Constraints = names.Resolve(body.Constraints) })
            .GroupBy(body => body.Type).Select(United).ToList();
        if (bodies.Count == 0)
        {
            return [null];
        }

        return bodies.Select(body => body with { IsRequired = bodies.Count > 1 || !operation.IsBodyOptional });
    }

    /// <summary>Several specifications with one type of body share only the constraints that all of them have.</summary>
    private static BodySpec United(IEnumerable<BodySpec> bodies) => bodies.First() with
    {
        Constraints = bodies.Select(body => body.Constraints.AsEnumerable()).Aggregate((left, right) => left.Intersect(right)).ToEquatableArray(),
    };

    /// <summary>The parameters of all specifications. They are named again, since two specifications may have given one name to different parameters.</summary>
    private EquatableArray<ParameterSpec> Parameters(MergedOperation operation)
    {
        NameScope scope = OperationNames.Parameters();
        return operation.Parameters
            .Select(parameter => parameter with { Name = scope.Take(Words.Parameter(parameter.JsonName, "value")), Type = Resolve(parameter.Type), Constraints = names.Resolve(parameter.Constraints) })
            .OrderBy(parameter => !parameter.IsDemanded)
            .ToEquatableArray();
    }

    /// <summary>An operation of several specifications is described by what they have in common.</summary>
    private DocText DocOf(MergedOperation operation) => operation.Bodies.Count < 2
        ? operation.First.Doc
        : new DocText(
            $"{operation.First.Method} {operation.First.Path}: one type of request for each model.",
            string.Join("\n", RequestsOf(operation).Select(name => $"- `{name}`")));

    private EquatableArray<string> RequestsOf(MergedOperation operation) => operation.Bodies.Count < 2
        ? []
        : operation.Bodies.Select(body => Resolve(body.Type).Name).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).ToEquatableArray();

    private TypeRef Resolve(TypeRef type) => names.Resolve(merger.Resolve(type));
}
