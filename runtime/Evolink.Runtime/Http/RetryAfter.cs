using System.Net.Http.Headers;

namespace Evolink.Runtime.Http;

/// <summary>Reads <c>Retry-After</c>: seconds, or a date.</summary>
internal static class RetryAfter
{
    /// <summary>The wait that the response asks for; zero for a date that has passed, null for none or for an unreadable value.</summary>
    /// <remarks>A date is compared with the response's own <c>Date</c>, so that a clock that is wrong here does not matter.</remarks>
    public static TimeSpan? Read(HttpResponseHeaders headers, TimeProvider time) => headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => TimeSpan.FromTicks(Math.Max(0, (date - (headers.Date ?? time.GetUtcNow())).Ticks)),
        _ => null,
    };
}
