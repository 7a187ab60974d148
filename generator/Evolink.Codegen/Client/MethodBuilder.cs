using System;
using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Client.Merging;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Constraints;
using Evolink.Codegen.Models;
using Evolink.Codegen.Naming;
using Evolink.Codegen.Operations;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Client;

/// <summary>The methods of an operation: one overload for each type of body, and one method for each way to be answered.</summary>
/// <param name="fields">The operations' fields, by their ids.</param>
/// <param name="pages">What is enumerated page by page.</param>
/// <param name="bases">The records over the requests that create tasks, by the ids of their operations.</param>
internal sealed class MethodBuilder(
    ClientNames names, ResponseMerger merger, IReadOnlyDictionary<string, string> fields, IReadOnlyDictionary<string, string> bases, IEnumerable<SpecModel> specs, PageBuilder pages)
{
    private readonly Dictionary<TypeId, RecordModel> _requests = specs.SelectMany(spec => spec.Types).OfType<RecordModel>()
        .Where(type => type.IsRequest).GroupBy(type => type.Id).ToDictionary(same => same.Key, same => same.First());

    public EquatableArray<MethodModel> Build(IEnumerable<MergedOperation> operations)
    {
        NameScope scope = NameScope.ForMembers(ReservedNames.ClientMembers);
        var methods = new List<MethodModel>();
        foreach (MergedOperation operation in operations)
        {
            methods.AddRange(Build(operation, scope));
        }

        return [.. methods];
    }

    /// <summary>A request alone does not say what the parameters of its operation are.</summary>
    public EquatableArray<SubmitModel> Submits(IEnumerable<MergedOperation> operations, IReadOnlyDictionary<string, GroupModel> groups)
    {
        NameScope scope = NameScope.ForMembers([.. ReservedNames.ClientMembers, .. groups.Values.Select(group => group.Name)]);
        var submits = new List<SubmitModel>();
        foreach (MergedOperation operation in operations.Where(operation => operation is { Family: not null, CreatesTask: false }))
        {
            string name = scope.Take($"Submit{Words.Identifier(operation.First.Id, "Operation")}Async");
            EquatableArray<ParameterSpec> parameters = Parameters(operation);
            foreach (BodySpec body in operation.Bodies.Select(Resolve).GroupBy(body => InSignature(body.Type)).Select(same => same.First()))
            {
                BodySpec spec = body with { IsRequired = true, Constraints = [] };
                var method = new MethodModel(
                    name, fields[operation.Id], DocOf(operation), operation.First.IsDeprecated, parameters, spec, operation.First.ResponseKind, null, "", []);
                submits.Add(new SubmitModel(method, Resolve(operation.Family!.Query.Response!).Nullable(false), groups[OperationNames.Group(operation.First.Path)].Type));
            }
        }

        return submits.ToEquatableArray();
    }

    private IEnumerable<MethodModel> Build(MergedOperation operation, NameScope scope)
    {
        string identifier = Words.Identifier(operation.First.Id, "Operation");
        string name = scope.Take(identifier + "Async");
        var method = new MethodModel(
            name, fields[operation.Id], DocOf(operation), operation.First.IsDeprecated, Parameters(operation), null, KindOf(operation),
            operation.Response is { } response ? Resolve(response) : null, operation.First.Headers, RequestsOf(operation))
        {
            HasChoice = operation.First.HasChoice && operation.Family is null,
        };
        method = method with { Page = pages.Build(operation, identifier, method, scope) };
        List<MethodModel> first = [.. Bodies(operation).Select(body => method with { Body = body }), .. OtherBodies(operation, method, identifier, scope)];
        return first.Concat(OtherResponses(operation, first, identifier, scope));
    }

    /// <summary>What creates a task is answered with the task, whatever else the operation may answer.</summary>
    private static ResponseKind KindOf(MergedOperation operation) =>
        operation.Family is not null && operation.First.ResponseKind == ResponseKind.Content ? ResponseKind.Json : operation.First.ResponseKind;

    /// <summary>One overload for each type of body. Where several specifications have one, the body is required, since the compiler could not choose between overloads without one.</summary>
    private IEnumerable<BodySpec?> Bodies(MergedOperation operation)
    {
        if (operation.CreatesTask)
        {
            return [operation.Bodies[0] with { Type = new TypeRef(TypeKind.Model, Name: bases[operation.Id]), IsRequired = true }];
        }

        List<BodySpec> bodies = operation.Bodies.Select(Resolve).GroupBy(body => InSignature(body.Type)).Select(United).ToList();
        if (bodies.Count == 0)
        {
            return [null];
        }

        return bodies.Select(body => body with { IsRequired = body.Choices.Count > 0 || bodies.Count > 1 || !operation.IsBodyOptional });
    }

    /// <summary>The other ways to give the body. One whose type another overload has is a method that says its way by its name.</summary>
    private IEnumerable<MethodModel> OtherBodies(MergedOperation operation, MethodModel method, string identifier, NameScope scope)
    {
        HashSet<TypeRef> taken = [.. Bodies(operation).OfType<BodySpec>().Concat(operation.Bodies.Select(Resolve)).Select(body => InSignature(body.Type))];
        foreach (BodySpec body in operation.OtherBodies.Select(Resolve))
        {
            string way = taken.Add(InSignature(body.Type)) ? "" : "As" + body.Kind;
            yield return method with
            {
                Name = way.Length == 0 ? method.Name : scope.Take($"{identifier}{way}Async"),
                BodyWay = way,
                Body = body,
            };
        }
    }

    /// <summary>The type as C# tells overloads apart: whether a reference may be null is not asked.</summary>
    private static TypeRef InSignature(TypeRef type) => type with
    {
        Kind = type.Kind == TypeKind.Text ? TypeKind.String : type.Kind,
        IsNullable = type.IsNullable && type.IsValueType,
        Element = type.Element is { } element ? InSignature(element) : null,
    };

    private IEnumerable<MethodModel> OtherResponses(MergedOperation operation, IReadOnlyList<MethodModel> methods, string identifier, NameScope scope)
    {
        foreach (ResponseSpec response in operation.First.OtherResponses.Where(response => response.Kind == ResponseKind.Events || operation.Family is null))
        {
            var renamed = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (MethodModel method in methods)
            {
                if (!renamed.TryGetValue(method.Name, out string? name))
                {
                    string own = method.Name == methods[0].Name ? identifier : method.Name.Substring(0, method.Name.Length - "Async".Length);
                    renamed.Add(method.Name, name = scope.Take(NameOf(own, response)));
                }

                yield return method with
                {
                    Name = name,
                    Page = null,
                    Operation = response.Kind == ResponseKind.Events ? fields[EventsOf(operation)] : method.Operation,
                    ResponseKind = response.Kind,
                    Response = response.Type is { } type ? Resolve(type) : null,
                    Accept = HasOwnEvents(operation) ? null : response.Accept,
                    HasChoice = response.HasChoice,
                    EventSwitch = response.Kind == ResponseKind.Events ? EventSwitchOf(operation, method.Body) : null,
                };
            }
        }
    }

    /// <summary>Whether what creates a task may be answered with events instead. That is an operation of its own: no task is looked for in events.</summary>
    public static bool HasOwnEvents(MergedOperation operation) => operation.Family is not null && operation.First.OtherResponses.Any(response => response.Kind == ResponseKind.Events);

    /// <summary>The id of the operation that is answered with events.</summary>
    public static string EventsOf(MergedOperation operation) => HasOwnEvents(operation) ? operation.Id + " events" : operation.Id;

    private static string NameOf(string method, ResponseSpec response) => response.Kind switch
    {
        ResponseKind.Events when method.StartsWith("Create", StringComparison.Ordinal) => $"Stream{method.Substring("Create".Length)}Async",
        ResponseKind.Events => $"Stream{method}Async",
        _ => $"{method}As{response.Name ?? response.Kind.ToString()}Async",
    };

    /// <summary>The boolean <c>stream</c> of a body, by which services are asked for events.</summary>
    private string? EventSwitchOf(MergedOperation operation, BodySpec? body)
    {
        if (body is not { IsRequired: true, Type.Kind: TypeKind.Model })
        {
            return null;
        }

        RecordModel? record = operation.Bodies.Concat(operation.OtherBodies).Where(own => Resolve(own.Type) == body.Type)
            .Select(own => _requests.TryGetValue(own.Type.Id, out RecordModel? found) ? found : null).FirstOrDefault();
        PropertyModel? stream = record?.Properties.FirstOrDefault(property => property is { JsonName: "stream", Type.Kind: TypeKind.Boolean });
        return stream is null ? null : ClientNames.Member(stream.Name, names.NameOf(record!.Id));
    }

    /// <summary>Several specifications with one type of body share only the constraints that all of them have.</summary>
    private static BodySpec United(IEnumerable<BodySpec> bodies) => bodies.First() with
    {
        Constraints = bodies.Select(body => body.Constraints.AsEnumerable()).Aggregate((left, right) => left.Intersect(right)).ToEquatableArray(),
    };

    /// <summary>The parameters of all specifications. They are named again, since two specifications may have given one name to different parameters.</summary>
    private EquatableArray<ParameterSpec> Parameters(MergedOperation operation)
    {
        NameScope scope = OperationNames.Parameters(
            operation.Bodies.Concat(operation.OtherBodies).Any(body => body.Choices.Count > 0),
            operation.First.HasChoice || operation.First.OtherResponses.Any(response => response.HasChoice));
        return operation.Parameters.Select(parameter => Resolve(parameter, operation.Files))
            .Select(parameter => parameter with { Name = scope.Take(Words.Parameter(parameter.JsonName, "value")) })
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

    /// <summary>Where another specification's type of the same name is of another kind, the parameter is a text: no such type could be written into a URL.</summary>
    private ParameterSpec Resolve(ParameterSpec parameter, IReadOnlyList<string> files) => merger.IsReplaced(parameter.Type, files)
        ? parameter with { Type = new TypeRef(TypeKind.String).Nullable(parameter.Type.IsNullable), Preset = null, Form = null, Constraints = [] }
        : parameter with { Type = Resolve(parameter.Type), Constraints = names.Resolve(parameter.Constraints) };

    private BodySpec Resolve(BodySpec body)
    {
        EquatableArray<Constraint> constraints = names.Resolve(body.Constraints);
        return body with { Type = Resolve(body.Type), Constraints = constraints };
    }

    private TypeRef Resolve(TypeRef type) => names.Resolve(merger.Resolve(type));
}
