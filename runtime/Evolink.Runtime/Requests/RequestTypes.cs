using System.ComponentModel;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Evolink.Runtime.Json;
using Evolink.Runtime.Requests;

namespace Evolink;

/// <summary>
/// The requests of one client by the models that they are for. The generated client says which they are when its assembly is
/// first used; the list is made when it is first asked for.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RequestTypes
{
    // Weak keys: a client in an unloadable context can be unloaded.
    private static readonly ConditionalWeakTable<Assembly, Lazy<RequestTypes>> s_clients = [];
    private readonly List<RequestType> _types = [];

    private RequestTypes()
    {
    }

    /// <summary>Tells which requests a client has.</summary>
    /// <param name="client">The assembly that they are in.</param>
    /// <param name="add">Adds them; called once, when a request has to be found.</param>
    public static void Register(Assembly client, Action<RequestTypes> add)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(add);
        s_clients.AddOrUpdate(client, new Lazy<RequestTypes>(() =>
        {
            RequestTypes types = new();
            add(types);
            return types;
        }));
    }

    /// <summary>Adds a request.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="models">The models that it is for; none where its specification names none.</param>
    /// <returns>The same list.</returns>
    public RequestTypes Add<T>(params string[] models)
        where T : GenerationRequest, IJsonModel<T>
    {
        ArgumentNullException.ThrowIfNull(models);
        _types.Add(new RequestType(typeof(T), models, IsCase: false, ModelReader.Read<T>));
        return this;
    }

    /// <summary>Adds one of the types of a request that is read by its discriminator; it is found by its name alone.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <returns>The same list.</returns>
    public RequestTypes AddCase<T>()
        where T : GenerationRequest, IJsonModel<T>
    {
        _types.Add(new RequestType(typeof(T), [], IsCase: true, ModelReader.Read<T>));
        return this;
    }

    /// <summary>How requests of a type are read; null for one that no client has told of.</summary>
    internal static RequestType? Find(Type type) => Under(typeof(GenerationRequest)).FirstOrDefault(known => known.Type == type);

    /// <summary>The types under a base type that a model may mean: those that name it; else those that name none.</summary>
    internal static IReadOnlyList<RequestType> WithModel(Type baseType, string? model)
    {
        RequestType[] all = [.. Under(baseType).Where(type => !type.IsCase)];
        RequestType[] named = model is null ? [] : [.. all.Where(type => type.Models.Contains(model, StringComparer.Ordinal))];
        RequestType[] found = named.Length > 0 ? named : [.. all.Where(type => type.Models.Count == 0)];
        return found.Length == 0 && model is null && all.Length == 1 ? all : found;
    }

    /// <summary>The types under a base type that a name or, where no type has it, a model may mean.</summary>
    /// <exception cref="JsonException">There is none.</exception>
    internal static IReadOnlyList<RequestType> Find(Type baseType, string? name, string? model)
    {
        IReadOnlyList<RequestType> found = FindLoaded(baseType, name, model);
        if (found.Count == 0 && ReferencedClients.Load())
        {
            found = FindLoaded(baseType, name, model);
        }

        return found.Count > 0 ? found : throw Unknown(baseType, model);
    }

    /// <summary>Says that several types fit.</summary>
    internal static JsonException Undecided(Type baseType, string? model, IReadOnlyList<RequestType> types) => new(
        $"{Described(model)} may be each of {RequestNames.List(types.Select(static type => type.FullName).Order(StringComparer.Ordinal))}. "
        + $"Read it as one of them, or write it as {baseType.Name}, which names the type.");

    private static IReadOnlyList<RequestType> FindLoaded(Type baseType, string? name, string? model)
    {
        RequestType[] named = name is null ? [] : [.. Under(typeof(GenerationRequest)).Where(type => type.FullName == name)];
        RequestType[] fitting = [.. named.Where(type => baseType.IsAssignableFrom(type.Type))];
        return fitting.Length > 0 ? fitting
            : named.Length > 0 ? throw new JsonException($"A {name} is no {baseType.FullName}.")
            : WithModel(baseType, model);
    }

    private static JsonException Unknown(Type baseType, string? model)
    {
        string[] known = [.. Under(baseType).SelectMany(static type => type.Models).Distinct(StringComparer.Ordinal)];
        return new JsonException(known.Length == 0
            ? $"No {baseType.Name} is known: the assembly of its client is not referenced."
            : $"{Described(model)} is of no known {baseType.Name}. Known models: {RequestNames.List(RequestNames.Nearest(known, model))}.");
    }

    private static string Described(string? model) =>
        model is null ? "A request without a model" : $"A request of the model '{RequestNames.Shortened(model)}'";

    private static IEnumerable<RequestType> Under(Type baseType) => s_clients.Select(static client => client.Value.Value)
        .SelectMany(static types => types._types)
        .Where(type => baseType.IsAssignableFrom(type.Type));
}
