using Evolink.Codegen.Collections;

namespace Evolink.Codegen.Operations;

/// <summary>How the pages of an operation follow one another, as <c>x-evolink-page</c> says. Members are named as in JSON, from the response down.</summary>
/// <param name="Parameter">The query parameter that says which page is asked for, by its number or by a cursor.</param>
/// <param name="Items">Where the items of a page are; empty where the response is the list itself.</param>
internal sealed record PageSpec(string Parameter, EquatableArray<string> Items)
{
    /// <summary>Where the cursor of the next page is; null where pages have numbers.</summary>
    public EquatableArray<string>? Next { get; init; }

    /// <summary>Where it says whether there is another page; null where it does not.</summary>
    public EquatableArray<string>? More { get; init; }

    /// <summary>Where the number of all items is; null where it is not told.</summary>
    public EquatableArray<string>? Total { get; init; }

    /// <summary>What tells an item from others, from the item down; null for its <c>id</c>, if it has one.</summary>
    public EquatableArray<string>? ItemId { get; init; }

    /// <summary>The number of the first page.</summary>
    public long First { get; init; } = 1;
}
