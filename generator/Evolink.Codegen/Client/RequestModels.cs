using System;
using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Client.Merging;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Client;

/// <summary>The requests that create tasks, each with the models that it is for.</summary>
internal sealed class RequestModels(ClientNames names, TypeBases bases, IEnumerable<TypeSpec> types)
{
    private readonly Dictionary<string, TypeSpec> byId = types.Where(type => type.IsRequest).ToDictionary(type => type.Id, StringComparer.Ordinal);

    public EquatableArray<RequestModel> Of(IEnumerable<MergedOperation> operations) => operations.Where(operation => operation.CreatesTask)
        .SelectMany(operation => operation.Bodies)
        .Select(body => body.Type.Target).Distinct()
        .SelectMany(Of)
        .OrderBy(request => request.Type, StringComparer.Ordinal)
        .ToEquatableArray();

    private IEnumerable<RequestModel> Of(string id) => byId.TryGetValue(id, out TypeSpec? type) ? type switch
    {
        RecordSpec record => [new RequestModel(names.Of(id), record.Models, IsCase: false)],
        HierarchySpec hierarchy => Of(hierarchy),
        _ => [],
    } : [];

    /// <summary>A request of several kinds is read by its discriminator; unless that is the model, which finds each kind by itself.</summary>
    private IEnumerable<RequestModel> Of(HierarchySpec hierarchy)
    {
        string name = names.Of(hierarchy);
        bool isByModel = hierarchy.Discriminator == ModelIds.Member;
        var models = new List<string>();
        foreach (RecordSpec record in hierarchy.Cases.Select(item => item.Type).Append(hierarchy.Fallback)
            .Select(type => type.Target).Distinct().Where(id => bases.Of(id) == name).Select(id => byId[id]).OfType<RecordSpec>())
        {
            IEnumerable<string> own = hierarchy.Cases.Where(item => isByModel && item.Type.Target == record.Id).Select(item => item.Value.Text);
            models.AddRange(record.Models);
            yield return new RequestModel(names.Of(record), own.ToEquatableArray(), IsCase: !isByModel || record.Id == hierarchy.Fallback.Target);
        }

        if (!isByModel)
        {
            yield return new RequestModel(name, models.Distinct(StringComparer.Ordinal).ToEquatableArray(), IsCase: false);
        }
    }
}
