using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints;

/// <content>
/// Constraints that leave something out allow more than their schema. Where they must hold, that only lets more be sent. Where they
/// must not hold, decide what else must, or are counted, it would refuse what is valid: there a schema is whole or not checked.
/// </content>
internal sealed partial class RuleBuilder
{
    /// <summary>How often something was left out so far.</summary>
    private int leftOut;

    /// <summary>The generated types whose own rules were relied on so far.</summary>
    private readonly List<string> relied = [];

    private (int LeftOut, int Relied) Mark() => (leftOut, relied.Count);

    private void LeaveOut() => leftOut++;

    /// <summary>Whether the rules that were made since say all that their schemas do.</summary>
    private bool IsWhole((int LeftOut, int Relied) since) =>
        leftOut == since.LeftOut && (wholeTypes is null || relied.FindIndex(since.Relied, id => !wholeTypes.Contains(id)) < 0);

    /// <summary>Says that a keyword is not checked because what it judges by is not.</summary>
    private void ReportPartly(SpecNode node, string keyword, string instead = "it is not checked before a request is sent")
    {
        LeaveOut();
        diagnostics.Unsupported(node, $"'{keyword}' with a schema that is checked only in part", instead);
    }

    /// <summary>The members of a case are not those of the record that all cases derive from.</summary>
    private EquatableArray<Constraint> LeaveOutHierarchy(SchemaView view)
    {
        LeaveOut();
        diagnostics.Unsupported(view.Origin, "a restriction of objects that a discriminator tells apart", "it is not checked");
        return [];
    }

    /// <summary>The rules of a generated type are its own.</summary>
    private RefConstraint Rely(TypeRef type)
    {
        relied.Add(type.Target);
        return new RefConstraint();
    }

    /// <summary>Reports the keywords that no rule is made of.</summary>
    private void ReportUnchecked(TypeRef type, SchemaView view)
    {
        if (UncheckedKeywords.Report(type, view, diagnostics))
        {
            LeaveOut();
        }
    }

    /// <summary>Makes a type's rules only to see whether they are whole, and on which other types they rely.</summary>
    public (bool IsWhole, IReadOnlyList<string> Relied) Judge(TypeShape shape)
    {
        foreach (MemberShape member in shape.Members)
        {
            OfMember(member);
        }

        shape.Variants.ForEach(variant => OfVariant(shape, variant));
        if (shape.Kind == ShapeKind.Record)
        {
            OfRecord(shape);
        }

        return (leftOut == 0, [.. relied, .. shape.Cases.Select(@case => @case.Id)]);
    }
}
