using System;
using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;

namespace Evolink.Codegen.Models;

/// <summary>The models that a request is for, as its member <c>model</c> says.</summary>
internal static class ModelIds
{
    public const string Member = "model";

    /// <summary>The values of the schema, those of its variants where others are allowed too, and its default.</summary>
    public static EquatableArray<string> Read(SchemaView view)
    {
        IReadOnlyList<SpecNode> values = SchemaValues.Resolve(view);
        return (values.Count > 0 ? values : view.Variants().SelectMany(variant => SchemaValues.Resolve(SchemaView.From(variant))))
            .Concat(view.All("default"))
            .Where(value => value.Kind == SpecNodeKind.String)
            .Select(value => value.Text)
            .Distinct(StringComparer.Ordinal)
            .ToEquatableArray();
    }
}
