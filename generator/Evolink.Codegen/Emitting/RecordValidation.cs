using Evolink.Codegen.Client;
using Evolink.Codegen.Models;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Emitting;

/// <summary>Writes what a request demands of itself.</summary>
internal static class RecordValidation
{
    public static void Write(CodeWriter code, RecordUnit unit)
    {
        if (unit.BaseType is null)
        {
            ValidationMembers.Write(code);
            code.Blank();
        }

        var fields = new ConstraintFields();
        code.Open(unit.BaseType is null
            ? $"void {TypeNames.Runtime}IValidatable.Validate(ref {TypeNames.Runtime}SchemaValidationContext context)"
            : $"public override void Validate(ref {TypeNames.Runtime}SchemaValidationContext context)");
        var constraints = new ConstraintEmitter(code, unit.Namespace, fields);
        foreach (PropertyModel property in unit.Properties)
        {
            Subject subject = Subject.From(property);
            if (property.IsRequired && !property.WritesNull)
            {
                code.Write($"context.Required({subject.IsSet}, {subject.Location});");
            }

            constraints.Write(property.Constraints, subject);
        }

        constraints.Write(unit.Constraints, Subject.Self("this", new TypeRef(TypeKind.Model, Name: unit.Name)));
        code.Close();
        fields.Write(code);
    }
}
