using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace Evolink.Tests.Support;

/// <summary>Finds what was generated for a part of a spec.</summary>
internal static class GeneratedTypes
{
    private static readonly Type[] s_all = [.. typeof(EvolinkClient).Assembly.GetExportedTypes()];

    public static IReadOnlyList<Type> Requests { get; } =
        [.. s_all.Where(type => type.IsSubclassOf(typeof(GenerationRequest)) && !type.IsAbstract)];

    /// <summary>The request type whose <c>Model</c> takes a model.</summary>
    public static Type RequestOf(string model) => Requests.Single(type => Models(type).Contains(model));

    /// <summary>The type of a body: a request by its model, an answer by the client's method, an error by its schema's name.</summary>
    public static Type? Find(SpecBody body) => body switch
    {
        { IsRequest: true } when body.Schema["properties"]?["model"]?["enum"]?.Items is [var model, ..] => RequestOf(model.Text),
        { IsRequest: true } => MethodOf(body.OperationId)?.GetParameters()[0].ParameterType,
        { Status: ['2', ..] } => MethodOf(body.OperationId)?.ReturnType.GetGenericArguments() is [var answer] ? answer : null,
        _ => s_all.SingleOrDefault(type => type.Name == body.Media["schema"]!["$ref"]?.Text.Split('/')[^1]),
    };

    private static IEnumerable<object?> Models(Type request) =>
        request.GetProperty("Model")?.GetCustomAttribute<AllowedValuesAttribute>()?.Values ?? [];

    private static MethodInfo? MethodOf(string operationId) => typeof(EvolinkClient).GetProperties()
        .SelectMany(group => group.PropertyType.GetMethods())
        .FirstOrDefault(method => string.Equals(method.Name, Letters(operationId) + "Async", StringComparison.OrdinalIgnoreCase));

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit));
}
