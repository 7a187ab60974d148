using System;
using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Models;
using Evolink.Codegen.Naming;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Client;

/// <summary>The list of the models: every request that creates a task, with what its document says of it.</summary>
internal sealed class CatalogueUnits(ClientOptions options, ClientNames names, RequestModels requests)
{
    // What the list itself has.
    private static readonly string[] s_ownMembers = ["All", "Catalogue", "Find", "Register", "TryCreateRequest", "Equals", "ReferenceEquals", "GetHashCode", "GetType", "ToString", "MemberwiseClone"];

    public IEnumerable<UnitModel> Build(IEnumerable<SpecModel> specs, IEnumerable<TypeId> created)
    {
        var isCreated = new HashSet<TypeId>(created);
        NameScope members = NameScope.ForTypes(s_ownMembers);
        List<ModelUnit> models =
        [
            .. specs.SelectMany(spec => spec.Pages.Where(page => isCreated.Contains(page.Request)).SelectMany(page => Entries(spec, page)))
                .OrderBy(entry => entry.Id, StringComparer.Ordinal)
                .Select(entry => new ModelUnit(options.Namespace, names.Models, members.Take(Words.Identifier(entry.Id, "Model")), entry.Id, entry.Type, entry.Page)),
        ];
        return models.Count == 0 ? [] : models.Prepend<UnitModel>(new CatalogueUnit(
            options.Namespace, names.Models, models.Select(model => (model.Id, model.Property)).ToEquatableArray()));
    }

    /// <summary>One entry for each model that the request is for. A document that names no model is called as its file is or, where it has several requests, as the request.</summary>
    private IEnumerable<(string Id, string Type, ModelPage Page)> Entries(SpecModel spec, ModelPage page)
    {
        string own = spec.Pages.Count == 1 ? spec.Name : names.NameOf(page.Request);
        return requests.Build(page.Request).Where(request => !request.IsDerived)
            .SelectMany(request => (request.Models.Count > 0 ? request.Models : [own]).Select(id => (id, request.Type, page)));
    }
}
