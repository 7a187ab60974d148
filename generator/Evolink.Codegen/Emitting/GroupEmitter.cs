using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Client;
using Evolink.Codegen.Operations;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Emitting;

/// <summary>Writes the operations of one group: each is one call of the runtime.</summary>
internal static class GroupEmitter
{
    public static void Write(CodeWriter code, GroupUnit unit)
    {
        Docs.Write(code, $"The operations under <c>{unit.Title}</c>.");
        code.Write(SourceFile.GeneratedCode);
        code.Open($"public sealed partial class {unit.Name}");
        code.Write($"private readonly {TypeNames.Runtime}ApiPipeline _pipeline;").Blank();
        code.Write($"internal {unit.Name}({TypeNames.Runtime}ApiPipeline pipeline) => (_pipeline, WithResponse) = (pipeline, new {unit.Responses}(pipeline.WithResponse));").Blank();
        Docs.Write(code, "The same operations, each giving the status, the headers and the body of its response beside the value.");
        code.Write($"public {unit.Responses} WithResponse {{ get; }}").Blank();
        Docs.Write(code, "The same operations, each call with these options: headers, idempotency key, limits.");
        code.Write("/// <param name=\"options\">The options; what is not set is as the client has it.</param>");
        code.Write("/// <exception cref=\"global::System.ArgumentException\">An option is out of its range; the message names it.</exception>");
        code.Write($"public {unit.Name} WithOptions({TypeNames.Runtime}RequestOptions options) => new(_pipeline.With(options));");
        foreach (MethodModel method in unit.Methods)
        {
            code.Blank();
            Docs.Write(code, method.Doc, method.Requests.ToDictionary(name => name));
            WriteParameterDocs(code, method);
            WriteMethod(code, unit, method, CallEmitter.Result(method), rules: "");
            if (method.Page is { } page)
            {
                PageEmitter.Write(code, unit, method, page);
            }
        }

        foreach (UploadModel upload in unit.Uploads)
        {
            UploadEmitter.Write(code, unit, upload);
        }

        BodyValidation.Write(code, unit);
        code.Close().Blank();
        WriteResponses(code, unit);
    }

    private static void WriteResponses(CodeWriter code, GroupUnit unit)
    {
        Docs.Write(code, $"The operations under <c>{unit.Title}</c>, each giving its whole response.");
        code.Write(SourceFile.GeneratedCode);
        code.Open($"public sealed partial class {unit.Responses}");
        code.Write($"private readonly {TypeNames.Runtime}ApiResponsePipeline _pipeline;").Blank();
        code.Write($"internal {unit.Responses}({TypeNames.Runtime}ApiResponsePipeline pipeline) => _pipeline = pipeline;");
        // Events have no response that is whole before the last of them.
        foreach (MethodModel method in unit.Methods.Where(method => method.ResponseKind != ResponseKind.Events))
        {
            code.Blank();
            Docs.Write(code, method.Doc with { Remarks = method.Headers, Facts = "" });
            string? result = CallEmitter.Result(method);
            WriteMethod(code, unit, method, TypeNames.Runtime + (result is null ? "EvolinkResponse" : $"EvolinkResponse<{result}>"), rules: unit.Name + ".");
        }

        code.Close();
    }

    public static void WriteParameterDocs(CodeWriter code, MethodModel method, bool isEnumerated = false)
    {
        foreach (ParameterSpec parameter in method.Parameters)
        {
            Docs.Parameter(code, parameter.Name, parameter.Doc);
        }

        if (method.Body is { } body)
        {
            code.Write($"/// <param name=\"request\">{DocOf(body, method.EventSwitch)}</param>");
            if (body.Choices.Count > 0)
            {
                code.Write($"/// <param name=\"contentType\">The media type that it is sent as, {OneOf(body.Choices)}.</param>");
            }
        }

        if (method.HasChoice)
        {
            code.Write("/// <param name=\"accept\">The media type to ask for; by default any that the operation offers.</param>");
        }

        code.Write($"/// <param name=\"cancellationToken\">Ends the {(isEnumerated ? "enumeration" : "call")}.</param>");
        if (!isEnumerated && Returns(method) is { } returns)
        {
            code.Write($"/// <returns>{returns}</returns>");
        }

        code.Write($"/// <exception cref=\"{TypeNames.Runtime}EvolinkException\">The call failed; the type says how.</exception>");
    }

    public static void WriteObsolete(CodeWriter code, MethodModel method)
    {
        if (method.IsDeprecated)
        {
            code.Write("[global::System.Obsolete(\"The specification marks this operation as deprecated.\")]");
        }
    }

    private static string? Returns(MethodModel method) => method.ResponseKind switch
    {
        ResponseKind.Stream => "The response as it comes, of any size; dispose it.",
        ResponseKind.Content => "What came, by its media type; dispose it.",
        ResponseKind.Events => "The events as they come. The call is sent when the first one is asked for; they can be enumerated once.",
        ResponseKind.Location => "Where the response leads; it is not followed.",
        ResponseKind.OptionalLocation => "Where the response leads; it is not followed. Null where it leads nowhere.",
        _ => null,
    };

    private static string DocOf(BodySpec body, string? eventSwitch)
    {
        string sentAs = body.Choices.Count > 0 ? "as its media type says" : $"as <c>{Docs.Inline(body.MediaType)}</c>";
        return body.Kind switch
        {
            MediaKind.Text => $"The text; it is sent {sentAs}.",
            MediaKind.Binary => $"The bytes; they are sent {sentAs}, from where the stream stands.",
            _ => $"The request; it is checked before it is sent{(eventSwitch is null ? "" : $", with <c>{eventSwitch}</c> set")}.",
        };
    }

    private static string OneOf(IEnumerable<string> mediaTypes) => "one of " + string.Join(", ", mediaTypes.Select(mediaType => $"<c>{Docs.Inline(mediaType)}</c>"));

    private static void WriteMethod(CodeWriter code, GroupUnit unit, MethodModel method, string? result, string rules)
    {
        WriteObsolete(code, method);
        if (IsPreferred(unit, method))
        {
            code.Write("[global::System.Runtime.CompilerServices.OverloadResolutionPriority(1)]");
        }

        (string send, string reader) = CallEmitter.Send(method);
        string task = method.ResponseKind == ResponseKind.Events ? "global::System.Collections.Generic.IAsyncEnumerable" : TypeNames.Tasks + "Task";
        code.Write($"public {task}{(result is null ? "" : $"<{result}>")} {method.Name}({string.Join(", ", Parameters(method))}) =>");
        code.Write($"    _pipeline.{send}({CallEmitter.Call(method, unit.Api, rules)}{reader}, cancellationToken);");
    }

    /// <summary>Of several overloads whose bodies are records the first is the one that <c>new() { … }</c> means.</summary>
    private static bool IsPreferred(GroupUnit unit, MethodModel method)
    {
        List<MethodModel> overloads = unit.Methods.Where(other => other.Name == method.Name && other.Operation == method.Operation).ToList();
        return method.Requests.Count == 0 && ReferenceEquals(overloads[0], method) && method.Body?.Type.Kind == TypeKind.Model
            && overloads.Count(other => other.Body?.Type.Kind == TypeKind.Model) > 1;
    }

    public static IEnumerable<string> Parameters(MethodModel method)
    {
        foreach (ParameterSpec parameter in method.Parameters.Where(parameter => parameter.IsDemanded))
        {
            yield return $"{TypeNames.Format(parameter.Type)} {CSharp.Name(parameter.Name)}";
        }

        if (method.Body is { } body)
        {
            yield return body.IsRequired ? $"{TypeNames.Format(body.Type)} request" : $"{TypeNames.Format(body.Type.Nullable())} request = null";
            if (body.Choices.Count > 0)
            {
                yield return body.MediaType.Length == 0 ? "string contentType" : $"string contentType = {CSharp.Quote(body.MediaType)}";
            }
        }

        foreach (ParameterSpec parameter in method.Parameters.Where(parameter => !parameter.IsDemanded))
        {
            yield return $"{TypeNames.Format(parameter.Type)} {CSharp.Name(parameter.Name)} = {(parameter.Preset is { } preset ? CSharp.Format(preset) : "null")}";
        }

        if (method.HasChoice)
        {
            yield return "string? accept = null";
        }

        yield return TypeNames.Token + " cancellationToken = default";
    }

    /// <summary>What a method is called with by another one that has the same parameters.</summary>
    public static IEnumerable<string> Arguments(MethodModel method)
    {
        IEnumerable<ParameterSpec> demanded = method.Parameters.Where(parameter => parameter.IsDemanded), others = method.Parameters.Where(parameter => !parameter.IsDemanded);
        return [.. demanded.Select(parameter => CSharp.Name(parameter.Name)), .. method.Body is null ? Enumerable.Empty<string>() : ["request"], .. others.Select(parameter => CSharp.Name(parameter.Name)), "cancellationToken"];
    }
}
