using System.Linq;
using Evolink.Codegen.Client;
using Evolink.Codegen.Operations;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Emitting;

/// <summary>Writes what is demanded of parameters, and of bodies that are lists, maps or texts: a generated type knows its own rules, they do not.</summary>
internal static class BodyValidation
{
    public static bool Has(MethodModel method) => method.Body is { Constraints.Count: > 0 };

    public static bool Has(ParameterSpec parameter) => parameter.Constraints.Count > 0;

    /// <summary>The check of a parameter. The line keeps it apart from that of the body of an operation whose name goes on like the parameter's.</summary>
    public static string Name(MethodModel method, ParameterSpec parameter) => $"Check{method.Operation}_{parameter.Name}";

    public static string Name(MethodModel method) => "Check" + method.Operation + method.BodyWay;

    public static void Write(CodeWriter code, GroupUnit unit)
    {
        var fields = new ConstraintFields();
        // The methods of one operation share the checks of a body.
        foreach (MethodModel method in unit.Methods.Where(Has).GroupBy(method => (Name(method), method.Body!.Type)).Select(same => same.First()))
        {
            TypeRef type = method.Body!.Type.Nullable(!method.Body.IsRequired && method.Body.Type.IsValueType);
            code.Blank();
            code.Open($"internal static void {Name(method)}({TypeNames.Format(type)} value, ref {TypeNames.Runtime}SchemaValidationContext context)");
            new ConstraintEmitter(code, unit.Namespace, fields).Write(method.Body.Constraints, Subject.Item(type));
            code.Close();
        }

        // Overloads for several bodies have the parameters in common.
        foreach (MethodModel method in unit.Methods.GroupBy(method => method.Operation).Select(same => same.First()))
        {
            foreach (ParameterSpec parameter in method.Parameters.Where(Has))
            {
                code.Blank();
                code.Open($"internal static void {Name(method, parameter)}({TypeNames.Format(parameter.Type)} value, ref {TypeNames.Runtime}SchemaValidationContext context)");
                new ConstraintEmitter(code, unit.Namespace, fields).Write(parameter.Constraints, new Subject("value", parameter.Type, parameter.Name, parameter.JsonName));
                code.Close();
            }
        }

        fields.Write(code);
    }
}
