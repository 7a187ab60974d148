using System;
using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Modeling.Naming;
using Evolink.Codegen.Modeling.Operations;

namespace Evolink.Codegen.Modeling.Merging;

/// <summary>Unites the operations of all specifications, sorted by path, method and id.</summary>
internal static class OperationMerger
{
    public static List<MergedOperation> Merge(IEnumerable<SpecModel> specs, ResponseMerger responses)
    {
        var merged = new Dictionary<string, MergedOperation>(StringComparer.Ordinal);
        foreach (SpecModel spec in specs)
        {
            foreach (OperationSpec operation in spec.Operations)
            {
                if (!merged.TryGetValue(MergedOperation.KeyOf(operation), out MergedOperation? known))
                {
                    merged.Add(MergedOperation.KeyOf(operation), known = new MergedOperation(spec.File, operation));
                }
                else
                {
                    Join(known, spec.File, operation, responses);
                }

                if (operation.Body is { } body && !known.Bodies.Contains(body))
                {
                    known.Bodies.Add(body);
                }
            }
        }

        return merged.Values
            .OrderBy(operation => operation.First.Path, StringComparer.Ordinal)
            .ThenBy(operation => operation.First.Method, StringComparer.Ordinal)
            .ThenBy(operation => operation.First.Id, StringComparer.Ordinal)
            .ToList();
    }

    private static void Join(MergedOperation known, string file, OperationSpec operation, ResponseMerger responses)
    {
        known.Response = responses.Unite(
            known.Response, new Place(known.File, known.First.Pointer), operation.Response, new Place(file, operation.Pointer));
        NameScope names = OperationNames.Parameters();
        foreach (ParameterSpec own in known.Parameters)
        {
            names.Take(own.Name);
        }

        foreach (ParameterSpec parameter in operation.Parameters.ToList())
        {
            if (known.Parameters.All(own => own.JsonName != parameter.JsonName || own.Location != parameter.Location))
            {
                // What only some specifications know cannot be demanded of the callers of the others.
                known.Parameters.Add(parameter with
                {
                    Name = names.Take(Words.Parameter(parameter.JsonName, "value")), IsRequired = false, Type = parameter.Type.Nullable(),
                });
            }
        }
    }
}
