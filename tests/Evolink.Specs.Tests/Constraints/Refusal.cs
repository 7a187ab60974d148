using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Evolink.Simulation;
using Evolink.Tests.Support;

namespace Evolink.Tests.Constraints;

/// <summary>That a request breaks a rule of its spec, in the eyes of the generated code and of the simulator.</summary>
internal static class Refusal
{
    /// <summary>The only thing wrong with the request is this member, or what these members, with a comma between them, are together.</summary>
    public static void IsOnly(GenerationRequest request, string member, string jsonName)
    {
        Assert.False(request.TryValidate(out IReadOnlyList<ValidationResult> results));
        ValidationResult result = Assert.Single(results);
        Assert.Equal(member, string.Join(",", result.MemberNames));
        Assert.StartsWith(jsonName + ": ", result.ErrorMessage, StringComparison.Ordinal);

        // Where several members break a rule together, the simulator names one of them and the client their object; a map's
        // key is a member's name to the one and in brackets to the other.
        string prefix = jsonName == "$" ? "" : jsonName.Split("[\"")[0];
        Assert.All(Validate(request), failure => Assert.StartsWith(prefix, failure.Path, StringComparison.Ordinal));
        Assert.NotEmpty(Validate(request));
    }

    /// <summary>Nothing is wrong with the request.</summary>
    public static void IsNone(GenerationRequest request)
    {
        request.TryValidate(out IReadOnlyList<ValidationResult> results);
        Assert.Empty(results);
        Assert.Empty(Validate(request));
    }

    private static IReadOnlyList<SchemaFailure> Validate(GenerationRequest request)
    {
        JsonElement json = Json.Write(request);
        SpecOperation operation = SpecFiles.OperationOf(json.GetProperty("model").GetString()!);
        return operation.Validate(json);
    }
}
