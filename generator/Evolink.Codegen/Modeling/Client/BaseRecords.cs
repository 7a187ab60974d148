using System;
using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Diagnostics;
using Evolink.Codegen.Modeling.Merging;
using Evolink.Codegen.Modeling.Types;

namespace Evolink.Codegen.Modeling.Client;

/// <summary>
/// The base record of each request that creates a task and of each case of a discriminator. C# knows one base: of two
/// operations or two discriminators that share a schema the first owns it.
/// </summary>
internal sealed class BaseRecords(ClientNames names, ResponseMerger merger, ICollection<ClientProblem> problems)
{
    private readonly Dictionary<string, string> owners = new(StringComparer.Ordinal);

    /// <summary>The names of the bases by the ids of the types that derive from them.</summary>
    public IReadOnlyDictionary<string, string> Of(
        IEnumerable<MergedOperation> operations, IReadOnlyDictionary<string, string> bases, IReadOnlyCollection<(string File, TypeSpec Type)> types)
    {
        foreach (MergedOperation operation in operations.Where(operation => operation.CreatesTask))
        {
            foreach (TypeRef body in operation.Bodies.Select(body => body.Type).Where(body => !owners.ContainsKey(body.Target)))
            {
                owners.Add(body.Target, bases[operation.Id]);
            }
        }

        // Where another file makes something else of a case, that derives from nothing.
        var records = new HashSet<string>(types.Select(entry => entry.Type).OfType<RecordSpec>().Select(record => record.Id), StringComparer.Ordinal);
        foreach ((string file, TypeSpec type) in types)
        {
            if (type is HierarchySpec hierarchy)
            {
                Own(hierarchy, file, records);
            }
        }

        return owners;
    }

    private void Own(HierarchySpec hierarchy, string file, HashSet<string> records)
    {
        string name = names.Of(hierarchy);
        IEnumerable<TypeRef> derived = hierarchy.Cases.Select(item => item.Type).Append(hierarchy.Fallback);
        foreach (string id in derived.Select(type => merger.Resolve(type).Target).Distinct().Where(records.Contains))
        {
            if (!owners.TryGetValue(id, out string? owner))
            {
                owners.Add(id, name);
            }
            else if (owner != name)
            {
                problems.Add(new ClientProblem(
                    DiagnosticIds.Unsupported,
                    $"'{names.Of(id)}' is a case of '{name}' here and derives from '{owner}' elsewhere; it is not read as a case of '{name}'.",
                    new Place(file, hierarchy.Pointer)));
            }
        }
    }
}
