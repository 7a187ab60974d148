using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Client;
using Evolink.Codegen.Operations;

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
        Docs.Write(code, "The same operations, each giving the status, the headers and the body of its answer beside the value.");
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
        }

        BodyValidation.Write(code, unit);
        code.Close().Blank();
        WriteResponses(code, unit);
    }

    private static void WriteResponses(CodeWriter code, GroupUnit unit)
    {
        Docs.Write(code, $"The operations under <c>{unit.Title}</c>, each giving its whole answer.");
        code.Write(SourceFile.GeneratedCode);
        code.Open($"public sealed partial class {unit.Responses}");
        code.Write($"private readonly {TypeNames.Runtime}ApiResponsePipeline _pipeline;").Blank();
        code.Write($"internal {unit.Responses}({TypeNames.Runtime}ApiResponsePipeline pipeline) => _pipeline = pipeline;");
        foreach (MethodModel method in unit.Methods)
        {
            code.Blank();
            Docs.Write(code, method.Doc with { Remarks = method.Headers, Facts = "" });
            string? result = CallEmitter.Result(method);
            WriteMethod(code, unit, method, TypeNames.Runtime + (result is null ? "EvolinkResponse" : $"EvolinkResponse<{result}>"), rules: unit.Name + ".");
        }

        code.Close();
    }

    public static void WriteParameterDocs(CodeWriter code, MethodModel method)
    {
        foreach (ParameterSpec parameter in method.Parameters)
        {
            Docs.Parameter(code, parameter.Name, parameter.Doc);
        }

        if (method.Body is { } body)
        {
            code.Write($"/// <param name=\"request\">{DocOf(body)}</param>");
        }

        code.Write("/// <param name=\"cancellationToken\">Ends the call.</param>");
        if (method.ResponseKind == ResponseKind.Stream)
        {
            code.Write("/// <returns>The answer as it comes, of any size; dispose it.</returns>");
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

    private static string DocOf(BodySpec body) => body.Kind switch
    {
        MediaKind.Text => $"The text; it is sent as <c>{Docs.Inline(body.MediaType)}</c>.",
        MediaKind.Binary => $"The bytes; they are sent as <c>{Docs.Inline(body.MediaType)}</c>, from where the stream stands.",
        _ => "The request; it is checked before it is sent.",
    };

    private static void WriteMethod(CodeWriter code, GroupUnit unit, MethodModel method, string? result, string rules)
    {
        WriteObsolete(code, method);
        (string send, string reader) = CallEmitter.Send(method);
        code.Write($"public {TypeNames.Tasks}Task{(result is null ? "" : $"<{result}>")} {method.Name}({string.Join(", ", Parameters(method))}) =>");
        code.Write($"    _pipeline.{send}({CallEmitter.Call(method, unit.Api, rules)}{reader}, cancellationToken);");
    }

    public static IEnumerable<string> Parameters(MethodModel method)
    {
        foreach (ParameterSpec parameter in method.Parameters.Where(parameter => parameter.IsRequired))
        {
            yield return $"{TypeNames.Format(parameter.Type)} {CSharp.Name(parameter.Name)}";
        }

        if (method.Body is { } body)
        {
            yield return body.IsRequired ? $"{TypeNames.Format(body.Type)} request" : $"{TypeNames.Format(body.Type.Nullable())} request = null";
        }

        foreach (ParameterSpec parameter in method.Parameters.Where(parameter => !parameter.IsRequired))
        {
            yield return $"{TypeNames.Format(parameter.Type)} {CSharp.Name(parameter.Name)} = null";
        }

        yield return TypeNames.Token + " cancellationToken = default";
    }
}
