using System.Collections;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Evolink.Runtime.Catalogue;
using Evolink.Runtime.Requests;

namespace Evolink;

/// <summary>What a generated list of models stands on. No model is made before it is asked for.</summary>
/// <param name="ids">The ids, in ordinal order.</param>
/// <param name="find">The model at a place of that order.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ModelCatalogue(string[] ids, Func<int, ModelInfo> find)
{
    // Weak keys: a client in an unloadable context can be unloaded.
    private static readonly ConditionalWeakTable<Assembly, Func<ModelCatalogue>> s_clients = [];

    /// <summary>Every model.</summary>
    public IReadOnlyList<ModelInfo> All { get; } = new ModelList(ids, find);

    /// <summary>The model of an id, the first where several requests take it; null where there is none.</summary>
    public ModelInfo? Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return FindAll(id).FirstOrDefault();
    }

    /// <summary>Tells where the models of a client's requests are. For generated code.</summary>
    /// <param name="client">The assembly of the requests.</param>
    /// <param name="find">Finds them, when a request has to be looked up.</param>
    public static void Register(Assembly client, Func<ModelCatalogue> find)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(find);
        s_clients.AddOrUpdate(client, find);
    }

    /// <summary>The model that a type of request is for, by the id that the request names; null for one that no list has.</summary>
    internal static ModelInfo? Find(Type requestType, string? id) =>
        id is not null && s_clients.TryGetValue(requestType.Assembly, out Func<ModelCatalogue>? catalogue) ? catalogue().FindRequest(requestType, id) : null;

    /// <summary>Makes a request of JSON; see <see cref="ModelInfo.TryCreateRequest"/>.</summary>
    public bool TryCreateRequest(string id, JsonElement json, [NotNullWhen(true)] out GenerationRequest? request, out IReadOnlyList<ValidationResult> problems)
    {
        if (Find(id) is { } model)
        {
            return model.TryCreateRequest(json, out request, out problems);
        }

        request = null;
        problems = [new ValidationResult($"There is no model '{RequestNames.Shortened(id)}'{Suggestion.Text(id, ids)}", ["Model"])];
        return false;
    }

    private ModelInfo? FindRequest(Type type, string id) => FindAll(id).FirstOrDefault(model => model.RequestType == type);

    private IEnumerable<ModelInfo> FindAll(string id)
    {
        int place = Array.BinarySearch(ids, id, StringComparer.Ordinal);
        while (place > 0 && ids[place - 1] == id) place--;
        for (; place >= 0 && place < ids.Length && ids[place] == id; place++) yield return find(place);
    }

    private sealed class ModelList(string[] ids, Func<int, ModelInfo> find) : IReadOnlyList<ModelInfo>
    {
        public int Count => ids.Length;

        public ModelInfo this[int index] => find(index);

        public IEnumerator<ModelInfo> GetEnumerator() => Enumerable.Range(0, Count).Select(find).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
