using Evolink.Codegen.Collections;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Client;

/// <summary>The method that enumerates the items of all pages.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Parameter">The parameter of the method for one page that says which one is asked for.</param>
/// <param name="Item">The type of the items.</param>
/// <param name="Items">The way from a page to its items.</param>
internal sealed record PageModel(string Name, string Parameter, TypeRef Item, EquatableArray<PageStep> Items)
{
    /// <summary>The type of the number of a page; null where pages are asked for by a cursor.</summary>
    public TypeKind? Number { get; init; }

    /// <summary>The number of the first page.</summary>
    public long First { get; init; }

    /// <summary>The way from a page to the number of all items; none where it is not told.</summary>
    public EquatableArray<PageStep> Total { get; init; } = [];

    /// <summary>The way from a page to the cursor of the next; none where pages have numbers.</summary>
    public EquatableArray<PageStep> Next { get; init; } = [];

    /// <summary>The way from a page to whether there is another; none where it is not told.</summary>
    public EquatableArray<PageStep> More { get; init; } = [];

    /// <summary>The way from an item to what tells it from others; none where the whole item does.</summary>
    public EquatableArray<PageStep> ItemId { get; init; } = [];
}

/// <summary>One member on the way to a value.</summary>
/// <param name="Name">Its name in C#.</param>
/// <param name="OfNullable">Whether what holds it may be null.</param>
internal sealed record PageStep(string Name, bool OfNullable);
