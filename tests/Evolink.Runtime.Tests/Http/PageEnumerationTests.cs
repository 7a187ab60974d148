using Evolink.Tests.Support;

namespace Evolink.Tests.Http;

/// <summary>Pages that move, repeat themselves or never end: no item twice, and no loop without end.</summary>
public sealed class PageEnumerationTests
{
    private sealed record Page(string[]? Items, long? Total = null, string? Next = null, bool? More = null);

    [Fact]
    public async Task AnItemThatWasPushedToTheNextPage_IsGivenOnce() =>
        Assert.Equal(["a", "b", "c"], await ReadAsync(ByNumber([new(["a", "b"], 3), new(["b", "c"], 4), new([], 4)])));

    [Fact]
    public async Task ATotal_IsBelievedBeforeAShorterPage() =>
        Assert.Equal(["a", "b", "c", "d"], await ReadAsync(ByNumber([new(["a", "b"], 4), new(["c"], 4), new(["d"], 4)])));

    [Fact]
    public async Task ATotalThatIsTooLarge_EndsWithAnEmptyPage() =>
        Assert.Equal(["a", "b"], await ReadAsync(ByNumber([new(["a", "b"], 9), new([], 9)])));

    [Fact]
    public async Task WithoutATotal_AShorterPageIsTheLast() =>
        Assert.Equal(["a", "b", "c"], await ReadAsync(ByNumber([new(["a", "b"]), new(["c"])], hasTotal: false)));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AServerThatIgnoresTheNumber_IsTold(bool hasTotal)
    {
        int asked = 0;
        List<string> given = [];
        IAsyncEnumerable<string> items = PageEnumeration.ByNumber(
            TestApi.Query, (_, _) => Task.FromResult(new Page(++asked < 1000 ? ["a", "b"] : [], 100)), page => page.Items, hasTotal ? page => page.Total : null);

        EvolinkResponseException failure = await Assert.ThrowsAsync<EvolinkResponseException>(() => ReadIntoAsync(items, given));

        Assert.Contains("same page again and again", failure.Message, StringComparison.Ordinal);
        Assert.Equal(["a", "b"], given);
        Assert.Equal(3, asked);
    }

    [Fact]
    public async Task AListOfNothing_MayBeNull() => Assert.Empty(await ReadAsync(ByNumber([new(null, 0)])));

    [Fact]
    public async Task AListThatIsNotThere_IsNoEndOfItems()
    {
        List<string> given = [];
        EvolinkResponseException failure = await Assert.ThrowsAsync<EvolinkResponseException>(() => ReadIntoAsync(ByNumber([new(["a", "b"], 3), new(null, 3)]), given));

        Assert.Contains("page 2 has no list", failure.Message, StringComparison.Ordinal);
        Assert.Equal(["a", "b"], given);
        await Assert.ThrowsAsync<EvolinkResponseException>(() => ReadAsync(ByNumber([new(null)])));
    }

    [Fact]
    public async Task ACursorThatComesAgain_EndsTheEnumeration()
    {
        List<string> given = [];
        await Assert.ThrowsAsync<EvolinkResponseException>(() => ReadIntoAsync(ByCursor([new(["a"], Next: "x"), new(["b"], Next: "y"), new(["c"], Next: "x"), new(["d"], Next: "y")]), given));

        Assert.Equal(["a", "b", "c"], given);
    }

    [Fact]
    public async Task EmptyPagesWithoutEnd_AreNoEndlessLoop()
    {
        int asked = 0;
        IAsyncEnumerable<string> items = PageEnumeration.ByCursor(TestApi.Query, (_, _) => Task.FromResult(new Page([], Next: "cursor-" + ++asked)), page => page.Items, page => page.Next);

        EvolinkResponseException failure = await Assert.ThrowsAsync<EvolinkResponseException>(() => ReadAsync(items));

        Assert.Contains("100 pages in a row", failure.Message, StringComparison.Ordinal);
        Assert.Equal(100, asked);
    }

    [Fact]
    public async Task AnEmptyPageWithACursor_IsPassed() =>
        Assert.Equal(["a", "b"], await ReadAsync(ByCursor([new(["a"], Next: "x"), new([], Next: "y"), new(["b"], Next: "z", More: false)])));

    [Fact]
    public async Task ItemsFromBeforeAFailure_AreGiven()
    {
        List<string> given = [];
        IAsyncEnumerable<string> items = PageEnumeration.ByCursor<Page, string>(
            TestApi.Query, (cursor, _) => cursor is null ? Task.FromResult(new Page(["a"], Next: "x")) : throw new TimeoutException("half way"), page => page.Items, page => page.Next);

        await Assert.ThrowsAsync<TimeoutException>(() => ReadIntoAsync(items, given));

        Assert.Equal(["a"], given);
    }

    [Fact]
    public async Task ACancellation_EndsItBetweenTwoItems()
    {
        using CancellationTokenSource ending = new();
        List<string> given = [];

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (string item in ByNumber([new(["a", "b"], 2)]).WithCancellation(ending.Token))
            {
                given.Add(item);
                await ending.CancelAsync();
            }
        });

        Assert.Equal(["a"], given);
    }

    [Fact]
    public async Task ItCanBeEnumeratedAgain_WhichAsksAgain()
    {
        int asked = 0;
        IAsyncEnumerable<string> items = PageEnumeration.ByNumber(TestApi.Query, (_, _) => Task.FromResult(new Page(["item " + ++asked], 1)), page => page.Items, page => page.Total);

        Assert.Equal(["item 1"], await ReadAsync(items));
        Assert.Equal(["item 2"], await ReadAsync(items));
    }

    private static IAsyncEnumerable<string> ByNumber(Page[] pages, bool hasTotal = true) => PageEnumeration.ByNumber(
        TestApi.Query, (number, _) => Task.FromResult(pages[number - 1]), page => page.Items, hasTotal ? page => page.Total : null);

    private static IAsyncEnumerable<string> ByCursor(Page[] pages)
    {
        int asked = 0;
        return PageEnumeration.ByCursor(TestApi.Query, (_, _) => Task.FromResult(pages[asked++]), page => page.Items, page => page.Next, page => page.More);
    }

    private static async Task<List<string>> ReadAsync(IAsyncEnumerable<string> items)
    {
        List<string> given = [];
        await ReadIntoAsync(items, given);
        return given;
    }

    private static async Task ReadIntoAsync(IAsyncEnumerable<string> items, List<string> given)
    {
        await foreach (string item in items) given.Add(item);
    }
}
