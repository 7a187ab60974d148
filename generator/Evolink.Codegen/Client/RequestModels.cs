using System;
using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Client.Merging;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Models;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Client;

/// <summary>The requests that create tasks, each with the models that it is for.</summary>
internal sealed class RequestModels(ClientNames names, TypeBases bases, IEnumerable<TypeModel> types)
{
    private readonly Dictionary<TypeId, TypeModel> _byId = types.Where(type => type.IsRequest).ToDictionary(type => type.Id);

    public EquatableArray<RequestModel> Build(IEnumerable<MergedOperation> operations) => operations.Where(operation => operation.CreatesTask)
        .SelectMany(operation => operation.Bodies)
        .Select(body => body.Type.Id).Distinct()
        .SelectMany(Build)
        .OrderBy(request => request.Type, StringComparer.Ordinal)
        .ToEquatableArray();

    public IEnumerable<RequestModel> Build(TypeId id) => _byId.TryGetValue(id, out TypeModel? type) ? type switch
    {
        RecordModel record => [new RequestModel(names.NameOf(id), record.Models, IsDerived: false)],
        DiscriminatedUnionModel union => Build(union),
        _ => [],
    } : [];

    /// <summary>A discriminated union is read by its discriminator. Where that is the model, each derived type is found by its own models.</summary>
    private IEnumerable<RequestModel> Build(DiscriminatedUnionModel union)
    {
        string name = names.NameOf(union);
        bool isByModel = union.Discriminator == ModelIds.Member;
        var models = new List<string>();
        foreach (DiscriminatedUnionModel nested in union.DerivedTypes.Select(item => item.Type.Id).Distinct().Where(id => bases.Find(id) == name).Select(id => _byId[id]).OfType<DiscriminatedUnionModel>())
        {
            foreach (RequestModel request in Build(nested))
            {
                yield return request;
            }
        }

        foreach (RecordModel record in union.DerivedTypes.Select(item => item.Type).Append(union.Fallback)
            .Select(type => type.Id).Distinct().Where(id => bases.Find(id) == name).Select(id => _byId[id]).OfType<RecordModel>())
        {
            IEnumerable<string> own = union.DerivedTypes.Where(item => isByModel && item.Type.Id == record.Id).Select(item => item.Value.Text);
            models.AddRange(record.Models);
            yield return new RequestModel(names.NameOf(record), own.ToEquatableArray(), IsDerived: !isByModel || record.Id == union.Fallback.Id);
        }

        if (!isByModel)
        {
            yield return new RequestModel(name, models.Distinct(StringComparer.Ordinal).ToEquatableArray(), IsDerived: false);
        }
    }
}
