using Evolink.Codegen.Collections;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints;

/// <summary>
/// What one keyword of a schema demands of a value. A value that is not set satisfies every constraint but
/// <see cref="PropertyConstraint.IsRequired"/>.
/// </summary>
internal abstract record Constraint
{
    /// <summary>The constraint with names in place of ids, in the types and members that it mentions.</summary>
    public virtual Constraint WithNames(ITypeNames names) => this;
}

/// <summary><c>$ref</c>: the value is of a generated type, which validates itself.</summary>
internal sealed record RefConstraint : Constraint;

/// <summary>Constraints that this use of a value adds to those of its generated type.</summary>
internal sealed record ApplyConstraint(EquatableArray<Constraint> Constraints) : Constraint
{
    public override Constraint WithNames(ITypeNames names) => new ApplyConstraint(names.Resolve(Constraints));
}

/// <summary>An item that may not be null.</summary>
internal sealed record NotNullConstraint : Constraint;

/// <summary>The schema <c>false</c>: no value is allowed here, so that it must be left unset.</summary>
internal sealed record FalseSchemaConstraint : Constraint;

/// <summary>Constraints of a union where it holds this variant, or that it may not hold it.</summary>
internal sealed record VariantConstraint(string Variant, TypeRef Type, bool IsAllowed, EquatableArray<Constraint> Constraints) : Constraint
{
    public override Constraint WithNames(ITypeNames names) => this with { Type = names.Resolve(Type), Constraints = names.Resolve(Constraints) };
}

/// <summary><c>oneOf</c> over objects: the object has not all that another variant of its union requires.</summary>
/// <param name="Required">What each variant requires, as a JSON array.</param>
/// <param name="Own">Which of them the object is.</param>
internal sealed record OneVariantConstraint(string Required, int Own) : Constraint;

internal enum Limit
{
    Minimum,
    Maximum,
}
