using System;
using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Client.Merging;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Models;
using Evolink.Codegen.Naming;
using Evolink.Codegen.Operations;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Client;

/// <summary>Finds the C# members that <c>x-evolink-page</c> names in JSON.</summary>
internal sealed class PageBuilder(ClientNames names, ResponseMerger merger, IEnumerable<TypeModel> types)
{
    private readonly Dictionary<TypeId, RecordModel> _records = types.OfType<RecordModel>().GroupBy(type => type.Id).ToDictionary(same => same.Key, same => same.First());

    /// <summary>The method over all pages of an operation; null where it has none, and where specifications disagree about what a page is.</summary>
    public PageModel? Build(MergedOperation operation, string identifier, MethodModel method, NameScope scope)
    {
        if (operation.First.Page is not { } page || operation.Response is not { } response || method.ResponseKind != ResponseKind.Json
            || method.Parameters.FirstOrDefault(parameter => parameter.JsonName == page.Parameter && parameter.Location == ParameterLocation.Query) is not { } parameter
            || Find(response, page.Items) is not { Type: { Kind: TypeKind.List, Element: { } item } } items
            || Way(response, page.Total, IsWhole) is not { } total || Way(response, page.Next, IsText) is not { } next
            || Way(response, page.More, kind => kind == TypeKind.Boolean) is not { } more)
        {
            return null;
        }

        return new PageModel(scope.Take(NameOf(identifier)), parameter.Name, names.Resolve(merger.Resolve(item)), items.Way)
        {
            Number = page.Next is null ? parameter.Type.Kind : null,
            First = page.First,
            Total = total,
            Next = next,
            More = more,
            // What has no id is compared as a whole.
            ItemId = Way(item, page.ItemId ?? ["id"], kind => IsWhole(kind) || IsText(kind)) ?? [],
        };
    }

    /// <summary><c>ListAllTasks</c> for <c>ListTasks</c>: the word stands behind the verb.</summary>
    private static string NameOf(string identifier)
    {
        int end = Enumerable.Range(1, identifier.Length - 1).FirstOrDefault(index => char.IsUpper(identifier[index]));
        return end == 0 ? identifier + "AllAsync" : $"{identifier.Substring(0, end)}All{identifier.Substring(end)}Async";
    }

    /// <summary>The way to a member; empty where none is asked for, null where it leads to nothing of the kind.</summary>
    private EquatableArray<PageStep>? Way(TypeRef from, EquatableArray<string>? path, Func<TypeKind, bool> isOfKind) => path is not { } pointer
        ? EquatableArray<PageStep>.Empty
        : Find(from, pointer) is { } found && isOfKind(found.Type.Kind) ? found.Way : null;

    private (EquatableArray<PageStep> Way, TypeRef Type)? Find(TypeRef from, EquatableArray<string> path)
    {
        var steps = new List<PageStep>();
        TypeRef type = merger.Resolve(from);
        foreach (string name in path)
        {
            if (type.Kind != TypeKind.Model || !_records.TryGetValue(type.Id, out RecordModel? record)
                || record.Properties.FirstOrDefault(property => property.JsonName == name) is not { } property)
            {
                return null;
            }

            steps.Add(new PageStep(ClientNames.Member(property.Name, names.NameOf(record.Id)), type.IsNullable));
            type = merger.Resolve(property.Type);
        }

        return (steps.ToEquatableArray(), type);
    }

    private static bool IsWhole(TypeKind kind) => kind is TypeKind.Int32 or TypeKind.Int64;

    private static bool IsText(TypeKind kind) => kind is TypeKind.String or TypeKind.Text;
}
