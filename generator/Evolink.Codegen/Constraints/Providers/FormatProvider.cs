using System.Collections.Generic;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints.Providers;

/// <summary><c>format</c> of a text, where its C# type does not say it.</summary>
internal sealed class FormatProvider : IConstraintProvider
{
    public IEnumerable<ConstraintSet> Provide(SchemaTarget target, ConstraintBuilder builder)
    {
        if (!target.IsText)
        {
            return [];
        }

        string? format = target.View.Text("format");
        bool isUri = target.Type.Kind == TypeKind.Uri;
        return StringFormats.IsLink(format) || (isUri && format != "uri-reference") ? [ConstraintSet.From(new AbsoluteUriConstraint())]
            : !isUri && StringFormats.MemberFor(format) is { } member ? [ConstraintSet.From(new FormatConstraint(member))]
            : [];
    }
}
