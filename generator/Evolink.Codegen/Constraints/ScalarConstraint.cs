using Evolink.Codegen.Collections;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints;

/// <summary><c>minLength</c>.</summary>
internal sealed record MinLengthConstraint(int Bound) : Constraint;

/// <summary><c>maxLength</c>.</summary>
internal sealed record MaxLengthConstraint(int Bound) : Constraint;

/// <summary><c>pattern</c>.</summary>
internal sealed record PatternConstraint(string Pattern) : Constraint;

/// <summary><c>format</c>.</summary>
/// <param name="Format">The member of the runtime's StringFormat.</param>
internal sealed record FormatConstraint(string Format) : Constraint;

/// <summary><c>format: uri</c>.</summary>
internal sealed record AbsoluteUriConstraint : Constraint;

/// <summary><c>x-evolink-size</c>: the limits of a text where it is a size in pixels.</summary>
internal sealed record PixelSizeConstraint(EquatableArray<PixelSizeLimit> Limits) : Constraint;

/// <param name="Keyword">Such as <c>minSide</c>.</param>
internal sealed record PixelSizeLimit(string Keyword, Literal Limit);

/// <summary>The URL that the service calls when a task ends.</summary>
internal sealed record CallbackUrlConstraint : Constraint;

/// <summary>The URL of a file that the service fetches.</summary>
internal sealed record MediaUrlConstraint : Constraint;

/// <summary>A text, any JSON or the names of a map are valid Unicode.</summary>
internal sealed record WellFormedConstraint : Constraint;

/// <summary><c>minimum</c>, <c>maximum</c> and their exclusive forms. Bound and value are of one number type, so that neither is converted.</summary>
internal sealed record BoundConstraint(Limit Limit, bool IsExclusive, Literal Bound) : Constraint;

/// <summary><c>multipleOf</c>.</summary>
internal sealed record MultipleOfConstraint(Literal Divisor) : Constraint;

/// <summary>JSON has no NaN and no infinity.</summary>
internal sealed record FiniteConstraint : Constraint;
