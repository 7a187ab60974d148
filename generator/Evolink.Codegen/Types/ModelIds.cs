using System;
using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;

namespace Evolink.Codegen.Types;

/// <summary>The models that a request is for, as its member <c>model</c> says.</summary>
internal static class ModelIds
{
    public const string Member = "model";

    /// <summary>The values of the schema, those of its choices where others are allowed too, and its default.</summary>
    public static EquatableArray<string> Of(SchemaView view)
    {
        IReadOnlyList<SpecNode> values = SchemaValues.Of(view);
        return (values.Count > 0 ? values : view.Choices().SelectMany(choice => SchemaValues.Of(SchemaView.Of(choice))))
            .Concat(view.All("default"))
            .Where(value => value.Kind == SpecNodeKind.String)
            .Select(value => value.Text)
            .Distinct(StringComparer.Ordinal)
            .ToEquatableArray();
    }
}
