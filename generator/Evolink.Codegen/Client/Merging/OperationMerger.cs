using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Constraints;
using Evolink.Codegen.Diagnostics;
using Evolink.Codegen.Models;
using Evolink.Codegen.Operations;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Client.Merging;

/// <summary>Unites the operations of all specifications, sorted by path, method, id and server.</summary>
internal static class OperationMerger
{
    public static List<MergedOperation> Merge(IReadOnlyList<SpecModel> specs, ResponseMerger responses, CancellationToken cancellationToken)
    {
        ILookup<(string Method, string Path, string Id), string> servers = specs.SelectMany(spec => spec.Operations).Where(operation => operation.Server.Length > 0)
            .ToLookup(operation => (operation.Method, operation.Path, operation.Id), operation => operation.Server);
        var merged = new Dictionary<string, MergedOperation>(StringComparer.Ordinal);
        foreach (SpecModel spec in specs)
        {
            foreach (OperationSpec own in spec.Operations)
            {
                cancellationToken.ThrowIfCancellationRequested();
                // A document that names no server speaks of the one that another names.
                OperationSpec operation = own.Server.Length == 0 && servers[(own.Method, own.Path, own.Id)].FirstOrDefault() is { } server ? own with { Server = server } : own;
                string key = MergedOperation.KeyOf(operation);
                if (!merged.TryGetValue(key, out MergedOperation? known))
                {
                    merged.Add(key, known = new MergedOperation(spec.File, operation));
                }
                else
                {
                    Join(known, spec.File, operation, responses);
                }

                if (operation.Body is { } body && !known.Bodies.Contains(body))
                {
                    known.Bodies.Add(body);
                }

                if (operation.OtherBodies.Count > 0)
                {
                    known.OtherBodies.AddRange(operation.OtherBodies.Where(other => !known.OtherBodies.Contains(other)));
                }
            }
        }

        return merged.Values
            .OrderBy(operation => operation.First.Path, StringComparer.Ordinal)
            .ThenBy(operation => operation.First.Method, StringComparer.Ordinal)
            .ThenBy(operation => operation.First.Id, StringComparer.Ordinal)
            .ThenBy(operation => operation.First.Server, StringComparer.Ordinal)
            .ToList();
    }

    private static void Join(MergedOperation known, string file, OperationSpec operation, ResponseMerger responses)
    {
        known.Files.Add(file);
        SpecLocation first = new(known.File, known.First.Pointer), second = new(file, operation.Pointer);
        if (known.First.ResponseKind == operation.ResponseKind)
        {
            known.Response = responses.Unite(known.Response, first, operation.Response, second);
        }

        known.Extension ??= operation.Task?.Extension;
        (known.Key, known.KeyChoices) = known.Key.IsDeclared ? (known.Key, known.KeyChoices) : (operation.Key, operation.KeyChoices);
        known.IsBodyOptional |= operation.Body is not { IsRequired: true };
        if (known.Parameters.Count + operation.Parameters.Count == 0)
        {
            return;
        }

        IEnumerable<ParameterSpec> united = known.Parameters.Select(own =>
            operation.Parameters.FirstOrDefault(other => IsSame(own, other)) is { } other
                ? Unite(own, first, other, second, responses)
                : Optional(own));
        IEnumerable<ParameterSpec> added = operation.Parameters.Where(other => known.Parameters.All(own => !IsSame(own, other))).Select(Optional);
        known.Parameters = united.Concat(added).ToList();
    }

    private static bool IsSame(ParameterSpec left, ParameterSpec right) => left.JsonName == right.JsonName && left.Location == right.Location;

    /// <summary>A parameter that only some specifications have or require is optional, since the callers of the others do not know it.</summary>
    private static ParameterSpec Optional(ParameterSpec parameter) => parameter.Location == ParameterLocation.Path
        ? parameter
        : parameter with { IsRequired = false, Preset = null, Type = parameter.Type.Nullable() };

    private static ParameterSpec Unite(ParameterSpec left, SpecLocation leftPlace, ParameterSpec right, SpecLocation rightPlace, ResponseMerger responses)
    {
        bool isRequired = left.IsRequired && right.IsRequired;
        TypeRef type = responses.Unite(left.Type, leftPlace, right.Type, rightPlace)!.Nullable(!isRequired);
        ParameterForm? form = left.Form ?? right.Form
            ?? (ParameterForms.IsScalar(type) ? null : new ParameterForm(ParameterForms.Default(left.Location)));
        Literal? preset = left.Preset == right.Preset ? left.Preset : null;
        // What only some specifications demand, the callers of the others do not know; and the type must be the one that it was demanded of.
        EquatableArray<Constraint> constraints = type.Nullable(false) == left.Type.Nullable(false) ? [.. left.Constraints.Intersect(right.Constraints)] : [];
        return left with { IsRequired = isRequired, Preset = preset, Type = type, Form = form, Constraints = constraints };
    }
}
