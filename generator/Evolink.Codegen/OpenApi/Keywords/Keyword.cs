namespace Evolink.Codegen.OpenApi;

/// <summary>What is known of a keyword: the shape of its value, and what the objects in that value are.</summary>
internal readonly record struct Keyword(Shape Shape, SpecPlace Place = SpecPlace.Opaque);
