using System;
using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Client.Merging;
using Evolink.Codegen.Diagnostics;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Client;

/// <summary>
/// The base record of each request that creates a task, and of each case of a discriminator. C# knows one base: of several
/// discriminators the first has it.
/// </summary>
internal sealed class TypeBases
{
    private readonly Dictionary<string, string> byId = new(StringComparer.Ordinal);

    private TypeBases()
    {
    }

    public static TypeBases Of(
        IEnumerable<MergedOperation> operations, IReadOnlyDictionary<string, string> requestBases, IReadOnlyCollection<(string File, TypeSpec Type)> types,
        ClientNames names, ResponseMerger merger, ICollection<ClientProblem> problems)
    {
        var bases = new TypeBases();
        foreach (MergedOperation operation in operations.Where(operation => operation.CreatesTask))
        {
            operation.Bodies.ForEach(body => bases.Claim(body.Type.Target, requestBases[operation.Id]));
        }

        // Where another file makes something else of a case, that derives from nothing.
        var records = new HashSet<string>(types.Select(entry => entry.Type).OfType<RecordSpec>().Select(record => record.Id), StringComparer.Ordinal);
        foreach ((string file, HierarchySpec hierarchy) in types.Where(entry => entry.Type is HierarchySpec).Select(entry => (entry.File, (HierarchySpec)entry.Type)))
        {
            string name = names.Of(hierarchy);
            foreach (string id in hierarchy.Cases.Select(item => item.Type).Append(hierarchy.Fallback).Select(type => merger.Resolve(type).Target).Distinct().Where(records.Contains))
            {
                if (!bases.Claim(id, name))
                {
                    problems.Add(new ClientProblem(
                        DiagnosticIds.Unsupported,
                        $"'{names.Of(id)}' stands under '{bases.Of(id)}' and cannot be a case of '{name}' too; there it is read as one that is not known.",
                        new Place(file, hierarchy.Pointer)));
                }
            }
        }

        return bases;
    }

    /// <summary>The name of the base of a type; null where it has none.</summary>
    public string? Of(string id) => byId.TryGetValue(id, out string? name) ? name : null;

    private bool Claim(string id, string name)
    {
        if (byId.TryGetValue(id, out string? owner))
        {
            return owner == name;
        }

        byId.Add(id, name);
        return true;
    }
}
