using System;
using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Client.Merging;
using Evolink.Codegen.Diagnostics;
using Evolink.Codegen.Models;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Client;

/// <summary>
/// The base record of each request that creates a task, and of each derived type of a discriminated union. A C# record has one
/// base: of several discriminated unions the first has it.
/// </summary>
internal sealed class TypeBases
{
    private readonly Dictionary<TypeId, string> _byId = [];

    private TypeBases()
    {
    }

    public static TypeBases Create(
        IEnumerable<MergedOperation> operations, IReadOnlyDictionary<string, string> requestBases, IReadOnlyCollection<(string File, TypeModel Type)> types,
        ClientNames names, ResponseMerger merger, ICollection<ClientProblem> problems)
    {
        var bases = new TypeBases();
        foreach (MergedOperation operation in operations.Where(operation => operation.CreatesTask))
        {
            operation.Bodies.ForEach(body => bases.Claim(body.Type.Id, requestBases[operation.Id]));
        }

        // Where another file makes something else of a derived type, that derives from nothing.
        var objects = new HashSet<TypeId>(types.Select(entry => entry.Type).Where(type => type is RecordModel or DiscriminatedUnionModel).Select(type => type.Id));
        foreach ((string file, DiscriminatedUnionModel union) in types.Where(entry => entry.Type is DiscriminatedUnionModel).Select(entry => (entry.File, (DiscriminatedUnionModel)entry.Type)))
        {
            string name = names.NameOf(union);
            foreach (TypeId id in union.DerivedTypes.Select(item => item.Type).Append(union.Fallback).Select(type => merger.Resolve(type).Id).Distinct().Where(objects.Contains))
            {
                if (!bases.Claim(id, name))
                {
                    problems.Add(new ClientProblem(
                        DiagnosticIds.Unsupported,
                        $"'{names.NameOf(id)}' stands under '{bases.Find(id)}' and cannot be a case of '{name}' too; there it is read as one that is not known.",
                        new SpecLocation(file, union.Pointer)));
                }
            }
        }

        return bases;
    }

    /// <summary>The name of the base of a type; null where it has none.</summary>
    public string? Find(TypeId id) => _byId.TryGetValue(id, out string? name) ? name : null;

    private bool Claim(TypeId id, string name)
    {
        if (_byId.TryGetValue(id, out string? owner))
        {
            return owner == name;
        }

        _byId.Add(id, name);
        return true;
    }
}
