using System.Linq;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Constraints;
using Evolink.Codegen.Models;
using Evolink.Codegen.Operations;
using Evolink.Codegen.TaskFamilies;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Client;

/// <summary>One emitted file: every name is given, every decision made. Immutable, equal by value, without positions.</summary>
/// <param name="Namespace">The namespace of the file.</param>
/// <param name="Name">The C# name of what it declares; unique in any case of letters.</param>
internal abstract record UnitModel(string Namespace, string Name)
{
    public string HintName => Name + ".g.cs";
}

/// <param name="BaseType">The abstract record over it: of a request its operation's, of a derived type its discriminated union's.</param>
internal sealed record RecordUnit(
    string Namespace, string Name, string? BaseType, bool IsRequest, DocText Doc,
    EquatableArray<PropertyModel> Properties, TypeRef? AdditionalProperties, EquatableArray<Constraint> Constraints) : UnitModel(Namespace, Name)
{
    /// <summary>Whether a value with members that the specification does not name satisfies it.</summary>
    public bool AllowsAdditionalProperties => !Constraints.OfType<NoAdditionalPropertiesConstraint>().Any();
}

internal sealed record EnumUnit(
    string Namespace, string Name, DocText Doc, TypeKind Underlying,
    EquatableArray<EnumMemberModel> Members) : UnitModel(Namespace, Name);

internal sealed record UnionUnit(
    string Namespace, string Name, bool IsRequest, DocText Doc,
    EquatableArray<VariantModel> Variants) : UnitModel(Namespace, Name);

/// <summary>The abstract record of a discriminated union.</summary>
/// <param name="BaseType">Where it is a request that creates a task, the abstract record of that operation's requests.</param>
internal sealed record DiscriminatedUnionUnit(
    string Namespace, string Name, string? BaseType, bool IsRequest, DocText Doc, string Discriminator, TypeKind DiscriminatorKind,
    EquatableArray<DerivedTypeModel> DerivedTypes, TypeRef Fallback) : UnitModel(Namespace, Name);

/// <summary>The abstract record under which the requests of one task-creating operation stand.</summary>
/// <param name="Api">The class that holds the operations.</param>
/// <param name="Operation">The operation's field in it.</param>
/// <param name="TaskType">The task that it creates, as its query answers it.</param>
internal sealed record RequestBaseUnit(string Namespace, string Name, string Api, string Operation, TypeRef TaskType, DocText Doc)
    : UnitModel(Namespace, Name);

/// <summary>The operations under one path segment.</summary>
/// <param name="Responses">The type of the same operations with their whole responses.</param>
internal sealed record GroupUnit(
    string Namespace, string Name, string Responses, string Api, string Title, EquatableArray<MethodModel> Methods) : UnitModel(Namespace, Name)
{
    /// <summary>The methods that upload a file by its path, as a stream or from another server.</summary>
    public EquatableArray<UploadModel> Uploads { get; init; } = [];
}

/// <summary>A method that uploads a file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Operation">The operation's field in the descriptor.</param>
/// <param name="Method">The method of the operation itself.</param>
/// <param name="Spec">How it uploads.</param>
internal sealed record UploadModel(string Name, string Operation, MethodModel Method, UploadSpec Spec);

/// <param name="Operation">The operation's field in the descriptor.</param>
/// <param name="Body">The request's body; null where the operation has none.</param>
/// <param name="ResponseKind">How the response is read.</param>
/// <param name="Response">The type of a JSON response; null for any other.</param>
/// <param name="Headers">What is said of the response's headers.</param>
/// <param name="Requests">The C# names of the types that can be sent, where each model has its own.</param>
internal sealed record MethodModel(
    string Name, string Operation, DocText Doc, bool IsDeprecated, EquatableArray<ParameterSpec> Parameters, BodySpec? Body, ResponseKind ResponseKind,
    TypeRef? Response, string Headers, EquatableArray<string> Requests)
{
    /// <summary>Of a method that gives the body in another way than its overloads: which, as its name says it.</summary>
    public string BodyWay { get; init; } = "";

    /// <summary>The media types that it asks for; null for those that its operation has.</summary>
    public string? Accept { get; init; }

    /// <summary>Whether the caller may ask for one of several media types.</summary>
    public bool HasChoice { get; init; }

    /// <summary>The method that gives the items of all pages; null where there are none.</summary>
    public PageModel? Page { get; init; }

    /// <summary>The property of the body that asks for events, which this method sets; null where there is none to set.</summary>
    public string? EventSwitch { get; init; }
}

/// <summary>The client itself.</summary>
/// <param name="KeyVariable">The environment variable that holds its key.</param>
/// <param name="HasTasks">Whether any operation creates tasks.</param>
/// <param name="Submits">The methods that create tasks by more than a request.</param>
/// <param name="TaskType">The response of the query that all tasks have; null where there are several, or none.</param>
internal sealed record ClientUnit(
    string Namespace, string Name, string Api, string KeyVariable, bool HasTasks, TypeRef? TaskType, EquatableArray<GroupModel> Groups,
    EquatableArray<SubmitModel> Submits) : UnitModel(Namespace, Name);

/// <summary>A method of the client that creates tasks by more than a request: its operation takes parameters, or shares its request with another one.</summary>
/// <param name="Method">The call, by the name of the client's method.</param>
/// <param name="TaskType">The task that it creates.</param>
/// <param name="Group">The type that has the operation itself, and the checks of its parameters.</param>
internal sealed record SubmitModel(MethodModel Method, TypeRef TaskType, string Group);

/// <param name="Name">The client's property.</param>
/// <param name="Type">The group's type.</param>
/// <param name="Responses">The type of the same operations with their whole responses.</param>
internal sealed record GroupModel(string Name, string Type, string Responses, string Title);

/// <summary>What the runtime is told of the API.</summary>
/// <param name="ClientName">The client; null where requests are added to that of a referenced assembly.</param>
internal sealed record ApiUnit(
    string Namespace, string Name, string? ClientName, EquatableArray<string> Servers, EquatableArray<OperationModel> Operations,
    bool NeedsKey, EquatableArray<TaskFamilyModel> TaskFamilies) : UnitModel(Namespace, Name)
{
    /// <summary>What the client's environment variables begin with.</summary>
    public required string EnvironmentPrefix { get; init; }

    /// <summary>Whether all specifications follow EvoLink's conventions.</summary>
    public required bool IsEvolink { get; init; }

    /// <summary>The field of the operation that takes files for requests that name some; null where there is none.</summary>
    public string? FileUpload { get; init; }

    /// <summary>The security schemes of which a caller may choose one.</summary>
    public required EquatableArray<string> SecuritySchemes { get; init; }
}

/// <summary>The tasks of one kind.</summary>
/// <param name="Field">The family's field in the class that holds the operations.</param>
/// <param name="TaskType">The response of the query.</param>
/// <param name="Query">The query's field.</param>
/// <param name="Content">The field of the operation whose response is the result; null for none.</param>
internal sealed record TaskFamilyModel(string Field, TypeRef TaskType, string Query, TaskFamilySpec Spec, string? Content, string? ContentParameter)
{
    /// <summary>The field of the operation that is asked for many of them; null for none.</summary>
    public string? Batch { get; init; }

    /// <summary>Where its body and its response have what.</summary>
    public BatchShape? BatchShape { get; init; }
}

/// <param name="Field">Its field in the class that holds the operations.</param>
/// <param name="TaskFamily">The field of the family of the tasks that it creates; null where it creates none.</param>
/// <param name="Fields">Of a form or multipart body: the fields that are not written as usual.</param>
internal sealed record OperationModel(
    string Field, string Id, string Method, string Path, string Server, string? TaskFamily, KeySpec Key, string Accept, EquatableArray<int> Statuses, EquatableArray<FieldSpec> Fields)
{
    /// <summary>The ways in which the key may be sent, where a caller may choose.</summary>
    public EquatableArray<KeyChoice> KeyChoices { get; init; } = [];

    /// <summary>The parameters that the runtime gives by itself.</summary>
    public EquatableArray<ParameterSpec> Presets { get; init; } = [];

    /// <summary>What its events have to have.</summary>
    public EquatableArray<EventShape> Events { get; init; } = [];

    /// <summary>How it uploads files; null where it does not.</summary>
    public UploadSpec? Upload { get; init; }
}

/// <summary>The resolver of all converters.</summary>
/// <param name="Bases">The abstract records of the requests that create tasks.</param>
internal sealed record JsonUnit(string Namespace, string Name, EquatableArray<string> Types, EquatableArray<string> Bases) : UnitModel(Namespace, Name);

/// <summary>What finds the type of a request by its model.</summary>
internal sealed record RequestsUnit(string Namespace, string Name, EquatableArray<RequestModel> Requests) : UnitModel(Namespace, Name);

/// <param name="Models">The models that the request is for; none where its schema names none.</param>
/// <param name="IsDerived">Whether the discriminator of its base is what it is read by.</param>
internal sealed record RequestModel(string Type, EquatableArray<string> Models, bool IsDerived);

/// <summary>The list of the models.</summary>
/// <param name="Models">Each with its property, in the order of their ids.</param>
internal sealed record CatalogueUnit(string Namespace, string Name, EquatableArray<(string Id, string Property)> Models) : UnitModel(Namespace, Name);

/// <summary>One model of the list: a part of its class.</summary>
/// <param name="Catalogue">The class that lists the models.</param>
/// <param name="Property">The model's property in it.</param>
/// <param name="RequestType">The type of its requests.</param>
internal sealed record ModelUnit(string Namespace, string Catalogue, string Property, string Id, string RequestType, ModelPage Page)
    : UnitModel(Namespace, Catalogue + "." + Property);

/// <summary>The registration with a host's services.</summary>
internal sealed record HostingUnit(string Namespace, string Name, string Method, string Client, string Api, string KeyVariable) : UnitModel(Namespace, Name);
