using System;
using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Client.Merging;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Constraints;
using Evolink.Codegen.Diagnostics;
using Evolink.Codegen.Models;
using Evolink.Codegen.Naming;
using Evolink.Codegen.Operations;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Client;

/// <summary>Gives every type of the client its name: the client's own first, then the files' in ordinal order.</summary>
internal sealed class ClientNames : ITypeNames
{
    private readonly NameScope _scope = NameScope.ForTypes();
    private readonly Dictionary<TypeId, string> _byId = [];

    /// <summary>The types that a referenced assembly has.</summary>
    private readonly Dictionary<TypeId, string> _referenced = [];
    private readonly ICollection<ClientProblem> _problems;
    private readonly string _stem;

    public ClientNames(ClientOptions options, ICollection<ClientProblem> problems)
    {
        _problems = problems;
        _stem = options.Stem;
        if (options.Namespace == "Evolink")
        {
            // The runtime's types are in that namespace too, and a generated type of the same name would hide one.
            foreach (string name in RuntimeNames.Types)
            {
                _scope.Take(name);
            }
        }

        Client = _scope.Take(options.ClientName);
        Api = _scope.Take(options.Stem + "Api");
        Json = _scope.Take(options.Stem + "Json");
        Hosting = _scope.Take(options.ClientName + "Services");
        Requests = _scope.Take(options.Stem + "Requests");
        Models = _scope.Take(options.Stem + "Models");
    }

    public string Client { get; }

    public string Api { get; }

    public string Json { get; }

    public string Hosting { get; }

    public string Requests { get; }

    /// <summary>The class that lists the models.</summary>
    public string Models { get; }

    /// <summary>Every named type, in ordinal order.</summary>
    public EquatableArray<string> AllTypes => _byId.Values.OrderBy(name => name, StringComparer.Ordinal).ToEquatableArray();

    /// <summary>The groups of the client by path segment, each with its property and type.</summary>
    public Dictionary<string, GroupModel> Groups(IEnumerable<MergedOperation> operations)
    {
        NameScope members = NameScope.ForMembers([.. ReservedNames.ClientMembers, Client, Api]);
        return operations.Select(operation => OperationNames.Group(operation.First.Path)).Distinct()
            .OrderBy(group => group, StringComparer.Ordinal)
            .ToDictionary(group => group, group => new GroupModel(members.Take(group), _scope.Take(Free(group + "Client")), _scope.Take(Free(group + "Responses")), group));
    }

    /// <param name="operation">The operation that takes the requests.</param>
    /// <param name="wanted">The names of the types, each of which is better known than what it derives from.</param>
    /// <param name="prefix">What stands in front, where a referenced client has requests of the same operation.</param>
    public string RequestBase(MergedOperation operation, ICollection<string> wanted, string prefix = "")
    {
        string name = prefix + Words.Identifier(operation.First.Id, "Operation") + "Request";
        return _scope.Take(Free(wanted.Contains(name) ? name + "Base" : name));
    }

    public void Type(string file, TypeModel type)
    {
        bool isMember = ReservedNames.OfTypes.Contains(type.Name) || (type is EnumModel && type.Name == "Value") || (type is UnionModel union && IsMember(union));
        string wanted = Free(type.Name);
        string name = _scope.Take(isMember ? wanted + "_" : wanted);
        if (name != wanted)
        {
            _problems.Add(new ClientProblem(
                DiagnosticIds.NameCollision,
                $"The name '{type.Name}' is taken; this type is named '{name}'. Rename the file or the schema to choose the name yourself.",
                new SpecLocation(file, type.Pointer)));
        }

        _byId.Add(type.Id, name);
    }

    private static bool IsMember(UnionModel union) =>
        union.Name == "Unknown" || union.Variants.Any(variant => union.Name == "As" + variant.Name || union.Name == "From" + variant.Name);

    /// <summary>A type that is not emitted, since a referenced assembly has it.</summary>
    public void Reference(TypeId id, string fullName) => _referenced[id] = "global::" + fullName;

    public bool IsReferenced(TypeId id) => _referenced.ContainsKey(id);

    /// <summary>A name that hides no type of .NET or of the runtime: in front of one that would, the client's own name stands, whatever the namespace.</summary>
    private string Free(string name) => HiddenNames.Contains(name) || RuntimeNames.Contains(name) ? _stem + name : name;

    public string NameOf(TypeModel type) => NameOf(type.Id);

    public string NameOf(TypeId id) => _byId.TryGetValue(id, out string? name) ? name : _referenced[id];

    /// <summary>A member cannot have the name of its own type.</summary>
    public static string Member(string name, string owner) => name == owner ? name + "_" : name;

    /// <summary>The type with names in place of ids. In a list or map any JSON may be null as it is.</summary>
    public TypeRef Resolve(TypeRef type)
    {
        TypeRef? element = type.Element is { } held ? Resolve(held.Kind == TypeKind.Json ? held.Nullable(false) : held) : null;
        string name = type.Kind is TypeKind.Model or TypeKind.Value ? NameOf(type.Id) : "";
        return type.Id == default && name == type.Name && ReferenceEquals(element, type.Element) ? type : type with { Id = default, Name = name, Element = element };
    }

    /// <summary>A member with the name that it has in its client's type.</summary>
    public MemberRef Resolve(MemberRef member) =>
        member with { Name = Member(member.Name, NameOf(member.Owner)), Type = member.Type is { } type ? Resolve(type) : null };
}
