using System.Buffers;
using System.ComponentModel;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Evolink;

/// <summary>Enumerates the items of all pages of an operation. What generated methods call.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PageEnumeration
{
    // Filters may leave pages empty; so many in a row are a server that has no end, and a loop that its body could not leave.
    private const int MostEmptyPages = 100;

    /// <summary>
    /// Enumerates pages that have numbers. They end with an empty one; with the number of all items, where that is told, else with a page that
    /// is shorter than the first.
    /// </summary>
    /// <param name="operation">The operation that gives a page.</param>
    /// <param name="fetch">Asks for the page of a number.</param>
    /// <param name="items">The items of a page.</param>
    /// <param name="total">The number of all items, where a page tells it.</param>
    /// <param name="id">What tells an item from others; without it the whole item does.</param>
    /// <param name="first">The number of the first page.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <exception cref="EvolinkResponseException">The server gives the same page again and again, or a page without the list that it should have.</exception>
    public static async IAsyncEnumerable<TItem> ByNumber<TPage, TItem>(
        ApiOperation operation, Func<long, CancellationToken, Task<TPage>> fetch, Func<TPage, IReadOnlyList<TItem>?> items, Func<TPage, long?>? total = null,
        Func<TItem, object?>? id = null, long first = 1, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        NewItems<TItem> seen = new(operation, id);
        long received = 0;
        int firstCount = 0;
        for (long number = first; ; number++)
        {
            TPage page = await fetch(number, cancellationToken).ConfigureAwait(false);
            IReadOnlyList<TItem>? found = items(page);
            long? all = total?.Invoke(page);

            // A list of nothing may be null; a page that says nothing of how many there are has another form than its specification.
            if (found is null && total is not null && !(all <= received)) throw NewItems<TItem>.NoList(operation, number);
            List<TItem> fresh = seen.TakeNew(found ?? []);
            foreach (TItem item in fresh)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return item;
            }

            received += fresh.Count;
            if (found is not { Count: > 0 } || (all is null ? found.Count < firstCount : received >= all)) yield break;
            if (number == first) firstCount = found.Count;
        }
    }

    /// <summary>Enumerates pages of which each says where the next begins. They end with one that does not, or that says that it is the last.</summary>
    /// <param name="operation">The operation that gives a page.</param>
    /// <param name="fetch">Asks for the page of a cursor; null for the first.</param>
    /// <param name="items">The items of a page.</param>
    /// <param name="next">The cursor of the next page.</param>
    /// <param name="more">Whether there is another page, where a page tells it.</param>
    /// <param name="id">What tells an item from others; without it the whole item does.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <exception cref="EvolinkResponseException">The server gives the same page or cursor again, or page after page without an item.</exception>
    public static async IAsyncEnumerable<TItem> ByCursor<TPage, TItem>(
        ApiOperation operation, Func<string?, CancellationToken, Task<TPage>> fetch, Func<TPage, IReadOnlyList<TItem>?> items, Func<TPage, string?> next,
        Func<TPage, bool?>? more = null, Func<TItem, object?>? id = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        NewItems<TItem> seen = new(operation, id);
        HashSet<string> asked = new(StringComparer.Ordinal);
        string? cursor = null;
        for (int empty = 0; empty < MostEmptyPages;)
        {
            TPage page = await fetch(cursor, cancellationToken).ConfigureAwait(false);
            List<TItem> fresh = seen.TakeNew(items(page) ?? []);
            foreach (TItem item in fresh)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return item;
            }

            empty = fresh.Count == 0 ? empty + 1 : 0;
            cursor = next(page);
            if (more?.Invoke(page) == false || string.IsNullOrEmpty(cursor)) yield break;
            if (!asked.Add(cursor)) throw NewItems<TItem>.Repeated(operation);
        }

        throw NewItems<TItem>.Endless(operation);
    }

    /// <summary>The items of a page that the page before did not have: lists that grow at their beginning push items on to the next page.</summary>
    private sealed class NewItems<TItem>(ApiOperation operation, Func<TItem, object?>? id)
    {
        // Once may be many new items; twice in a row is a server that does not look at what it is asked for.
        private const int MostRepetitions = 1;

        private HashSet<object> _before = [];
        private int _repeated;

        public List<TItem> TakeNew(IReadOnlyList<TItem> page)
        {
            HashSet<object> now = new(page.Count);
            List<TItem> fresh = new(page.Count);
            foreach (TItem item in page)
            {
                object key = (item is null ? null : id?.Invoke(item)) ?? Whole(item);
                now.Add(key);
                if (!_before.Contains(key)) fresh.Add(item);
            }

            _repeated = page.Count > 0 && fresh.Count == 0 ? _repeated + 1 : 0;
            if (_repeated > MostRepetitions) throw Repeated(operation);
            _before = now;
            return fresh;
        }

        public static EvolinkResponseException Repeated(ApiOperation operation) => Unusable(
            $"{operation.Id}: the server gives the same page again and again, whichever is asked for. The items up to here have been given; ask for single pages to see what it answers.");

        public static EvolinkResponseException Endless(ApiOperation operation) => Unusable(
            $"{operation.Id}: {MostEmptyPages} pages in a row have no new item, and each says that there is another.");

        public static EvolinkResponseException NoList(ApiOperation operation, long number) => Unusable(
            $"{operation.Id}: page {number} has no list of items where the specification has it, and does not say that there are none. Ask for the page itself to see what the server answers.");

        private static EvolinkResponseException Unusable(string problem) => new(problem, HttpStatusCode.OK, "", "", null);

        private static object Whole(TItem item)
        {
            if (item is not IJsonModel model) return item is JsonElement json ? json.GetRawText() : item ?? (object)"";
            ArrayBufferWriter<byte> bytes = new();
            using (Utf8JsonWriter writer = new(bytes)) model.WriteTo(writer);
            return Encoding.UTF8.GetString(bytes.WrittenSpan);
        }
    }
}
