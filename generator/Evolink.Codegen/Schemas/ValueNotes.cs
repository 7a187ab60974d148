using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.Schemas;

/// <summary>What a schema says of one of its values.</summary>
/// <param name="Name">The name that a programmer should know it by; empty where none is given.</param>
/// <param name="Title">What a reader should know it by; empty where none is given.</param>
/// <param name="Description">What it means; empty where nothing is said.</param>
internal sealed record ValueNote(string Name, string Title, string Description);

/// <summary>Names and descriptions of listed values, in all of the ways in which they are written.</summary>
internal sealed class ValueNotes
{
    private static readonly string[] s_names = ["x-enum-varnames", "x-enumNames"], s_descriptions = ["x-enum-descriptions", "x-enumDescriptions"];
    private static readonly ValueNote s_none = new("", "", "");
    private readonly Dictionary<(SpecNodeKind, string), ValueNote> _notes = [];

    public ValueNotes(SchemaView view)
    {
        foreach (SpecNode part in view.Parts)
        {
            AddListed(part);
            foreach (ConstVariant variant in ConstVariants.Read(part).SelectMany(variants => variants))
            {
                Add(variant.Value, new ValueNote("", Text(variant.Schema["title"]), Text(variant.Schema["description"])));
            }
        }
    }

    public ValueNote Find(SpecNode value) => _notes.TryGetValue(SchemaValues.Key(value), out ValueNote? note) ? note : s_none;

    /// <summary>The extensions list as many texts as there are values, or give each by its value.</summary>
    private void AddListed(SpecNode part)
    {
        SpecNode? names = First(part, s_names), descriptions = First(part, s_descriptions);
        IReadOnlyList<SpecNode> values = names is null && descriptions is null ? [] : part["enum"]?.Items ?? [];
        for (int index = 0; index < values.Count; index++)
        {
            Add(values[index], new ValueNote(At(names, index, values[index]), "", At(descriptions, index, values[index])));
        }
    }

    /// <summary>What is said first stands; what is said elsewhere of the same value fills in what it lacks.</summary>
    private void Add(SpecNode value, ValueNote note)
    {
        ValueNote known = Find(value);
        _notes[SchemaValues.Key(value)] = new ValueNote(
            known.Name.Length > 0 ? known.Name : note.Name,
            known.Title.Length > 0 ? known.Title : note.Title,
            known.Description.Length > 0 ? known.Description : note.Description);
    }

    private static SpecNode? First(SpecNode part, string[] keywords) => keywords.Select(keyword => part[keyword]).FirstOrDefault(node => node is not null);

    private static string At(SpecNode? texts, int index, SpecNode value) => Text(texts is null ? null
        : texts.Kind == SpecNodeKind.Object ? texts[value.Text]
        : index < texts.Items.Count ? texts.Items[index] : null);

    private static string Text(SpecNode? node) => node is { Kind: SpecNodeKind.String } ? node.Text : "";
}
