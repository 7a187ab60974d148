using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Evolink.Simulation;

/// <summary>Which page of a list is asked for.</summary>
internal readonly record struct PageRequest(int Number, int Size)
{
    private const int UsualSize = 20;
    private const int LargestSize = 100;

    /// <param name="request">The request.</param>
    /// <param name="size">The name of the parameter that says how many items a page has.</param>
    /// <exception cref="RefusedException">A parameter is no such number.</exception>
    public static PageRequest Read(HttpRequest request, string size) => new(Read(request, "page", 1, int.MaxValue), Read(request, size, UsualSize, LargestSize));

    public IEnumerable<T> Slice<T>(IEnumerable<T> items) => items.Skip((int)Math.Min((Number - 1L) * Size, int.MaxValue)).Take(Size);

    private static int Read(HttpRequest request, string name, int usual, int largest)
    {
        if (request.Query[name].FirstOrDefault() is not { Length: > 0 } text) return usual;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 && number <= largest
            ? number
            : throw new RefusedException(ApiError.Invalid($"{name} must be a whole number from 1 to {largest}.", name));
    }
}
