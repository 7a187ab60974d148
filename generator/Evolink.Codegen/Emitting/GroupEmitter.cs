using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Modeling.Client;
using Evolink.Codegen.Modeling.Operations;
using Evolink.Codegen.Modeling.Types;

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
        code.Write($"internal {unit.Name}({TypeNames.Runtime}ApiPipeline pipeline) => _pipeline = pipeline;");
        foreach (MethodModel method in unit.Methods)
        {
            code.Blank();
            WriteMethod(code, unit, method);
        }

        code.Close();
    }

    private static void WriteMethod(CodeWriter code, GroupUnit unit, MethodModel method)
    {
        Docs.Write(code, method.Doc);
        foreach (ParameterSpec parameter in method.Parameters)
        {
            Docs.Parameter(code, parameter.Name, parameter.Doc);
        }

        if (method.Body is not null)
        {
            code.Write("/// <param name=\"request\">The request; it is checked before it is sent.</param>");
        }

        code.Write("/// <param name=\"cancellationToken\">Ends the call.</param>");
        code.Write($"/// <exception cref=\"{TypeNames.Runtime}EvolinkException\">The call failed; the type says how.</exception>");
        if (method.IsDeprecated)
        {
            code.Write("[global::System.Obsolete(\"The specification marks this operation as deprecated.\")]");
        }

        string result = method.Response is { } response ? $"{TypeNames.Tasks}Task<{TypeNames.Of(response)}>" : TypeNames.Tasks + "Task";
        string read = method.Response is { } answer ? JsonExpressions.AnswerReader(answer) + ", " : "";
        code.Write($"public {result} {method.Name}({string.Join(", ", Parameters(method))}) =>");
        code.Write($"    _pipeline.SendAsync(new {TypeNames.Runtime}ApiCall({unit.Api}.{method.Operation}){string.Concat(Arguments(method))}, {read}cancellationToken);");
    }

    private static IEnumerable<string> Parameters(MethodModel method)
    {
        foreach (ParameterSpec parameter in method.Parameters.Where(parameter => parameter.IsRequired))
        {
            yield return $"{TypeNames.Of(parameter.Type)} {CSharp.Name(parameter.Name)}";
        }

        if (method.Body is { } body)
        {
            yield return $"{TypeNames.Of(body)} request";
        }

        foreach (ParameterSpec parameter in method.Parameters.Where(parameter => !parameter.IsRequired))
        {
            yield return $"{TypeNames.Of(parameter.Type)} {CSharp.Name(parameter.Name)} = null";
        }

        yield return TypeNames.Token + " cancellationToken = default";
    }

    private static IEnumerable<string> Arguments(MethodModel method)
    {
        foreach (ParameterSpec parameter in method.Parameters)
        {
            string name = CSharp.Name(parameter.Name);
            string value = parameter.Type.Kind is TypeKind.Value or TypeKind.Status
                ? $"{name}{(parameter.Type.IsNullable ? "?" : "")}.ToString()"
                : name;
            yield return $".{parameter.Location}({CSharp.Quote(parameter.JsonName)}, {value})";
        }

        if (method.Body is not null)
        {
            yield return ".Json(request)";
        }
    }
}
