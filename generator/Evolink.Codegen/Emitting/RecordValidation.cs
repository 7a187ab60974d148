using Evolink.Codegen.Client;
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

        var constants = new RuleConstants();
        code.Open(unit.BaseType is null
            ? $"void {TypeNames.Runtime}IValidatable.CollectFailures(ref {TypeNames.Runtime}ValidationFailures failures)"
            : $"public override void CollectFailures(ref {TypeNames.Runtime}ValidationFailures failures)");
        var rules = new RuleEmitter(code, unit.Namespace, constants);
        foreach (PropertySpec property in unit.Properties)
        {
            Subject subject = Subject.Of(property);
            if (property.IsRequired && !property.WritesNull)
            {
                code.Write($"failures.Required({subject.IsSet}, {subject.Location});");
            }

            rules.Write(property.Rules, subject);
        }

        rules.Write(unit.Rules, Subject.Self("this", new TypeRef(TypeKind.Model, unit.Name)));
        code.Close();
        constants.Write(code);
    }
}
