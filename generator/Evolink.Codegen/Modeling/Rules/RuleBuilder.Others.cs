using System.Linq;
using Evolink.Codegen.Modeling.Schemas;
using Evolink.Codegen.Reading;

namespace Evolink.Codegen.Modeling.Rules;

internal sealed partial class RuleBuilder
{
    /// <summary>The schema of the members that nothing else speaks of; null where there is none, or where which they are is not known.</summary>
    private SpecNode? OthersOf(SchemaView view)
    {
        // A name that matches what is no pattern here may be none of the others.
        return view.All("patternProperties").SelectMany(node => node.Members).All(pattern => EcmaPatterns.Problem(pattern.Name) is null) ? PropertySchemas.Others(view) : null;
    }

    /// <summary>Whether it is known of every name which patterns it matches.</summary>
    private static bool AreNamesKnown(SchemaView view) => view.All("patternProperties").SelectMany(node => node.Members)
        .All(pattern => EcmaPatterns.Problem(pattern.Name) is null && PropertySchemas.IsReadable(pattern.Name));
}
