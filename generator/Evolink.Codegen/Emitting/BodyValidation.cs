using System.Linq;
using Evolink.Codegen.Client;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Emitting;

/// <summary>Writes what is demanded of bodies that are lists, maps or texts: a generated type knows its own rules, they do not.</summary>
internal static class BodyValidation
{
    public static bool Has(MethodModel method) => method.Body is { Constraints.Count: > 0 };

    public static string Name(MethodModel method) => "Check" + method.Operation;

    public static void Write(CodeWriter code, GroupUnit unit)
    {
        var fields = new ConstraintFields();
        // The methods of one operation share the checks of a body.
        foreach (MethodModel method in unit.Methods.Where(Has).GroupBy(method => (method.Operation, method.Body!.Type)).Select(same => same.First()))
        {
            TypeRef type = method.Body!.Type.Nullable(!method.Body.IsRequired && method.Body.Type.IsValueType);
            code.Blank();
            code.Open($"internal static void {Name(method)}({TypeNames.Format(type)} value, ref {TypeNames.Runtime}SchemaValidationContext context)");
            new ConstraintEmitter(code, unit.Namespace, fields).Write(method.Body.Constraints, Subject.Item(type));
            code.Close();
        }

        fields.Write(code);
    }
}
