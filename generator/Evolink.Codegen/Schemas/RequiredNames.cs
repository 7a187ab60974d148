using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.Schemas;

/// <summary>Names under <c>required</c> that seem to be slips.</summary>
internal static class RequiredNames
{
    private static readonly string[] s_ownPlaces = ["properties", "patternProperties", "items", "additionalProperties", "schemas"];

    /// <summary>
    /// The required names of an object that none of its properties has, where it has properties at all: without one, the object is described elsewhere.
    /// </summary>
    public static IEnumerable<SpecNode> Undescribed(SchemaView view)
    {
        if (view.First("properties") is null)
        {
            return [];
        }

        var described = new HashSet<string>(ObjectMembers.Collect(view).Where(member => member.View is not null).Select(member => member.JsonName));
        return view.All("required").SelectMany(node => node.Items)
            .Where(name => !described.Contains(name.Text) && !IsDescribedAround(view.Identity, name.Text));
    }

    /// <summary>A branch may require what the schema around it describes.</summary>
    private static bool IsDescribedAround(SpecNode schema, string name)
    {
        for (SpecNode node = schema; node.Parent is { } holder && !(node.Name is { } place && s_ownPlaces.Contains(place)); node = holder)
        {
            if (SchemaView.From(holder).All("properties").Any(properties => properties.Has(name)))
            {
                return true;
            }
        }

        return false;
    }
}
