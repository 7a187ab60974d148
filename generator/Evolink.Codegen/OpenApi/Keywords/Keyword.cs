namespace Evolink.Codegen.OpenApi;

/// <summary>What is known of a keyword: the kind of its value, and what the objects in that value are.</summary>
internal readonly record struct Keyword(ValueKind Kind, ObjectRole Role = ObjectRole.Opaque)
{
    public static readonly Keyword Text = new(ValueKind.Text);

    public static readonly Keyword Prose = new(ValueKind.Prose);

    public static readonly Keyword Flag = new(ValueKind.Flag);

    public static readonly Keyword Count = new(ValueKind.Count);

    public static readonly Keyword Number = new(ValueKind.Number);

    public static Keyword One(ObjectRole role) => new(ValueKind.One, role);

    public static Keyword List(ObjectRole role) => new(ValueKind.List, role);

    public static Keyword Map(ObjectRole role) => new(ValueKind.Map, role);
}
