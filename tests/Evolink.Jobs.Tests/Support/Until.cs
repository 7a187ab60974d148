using System.Diagnostics;

namespace Evolink.Jobs.Tests.Support;

/// <summary>Waits for what happens on other threads.</summary>
internal static class Until
{
    // A machine that is busy is slow; what has not come by then never will.
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(2);

    /// <summary>Waits until something holds.</summary>
    /// <param name="what">What is waited for, for the failure.</param>
    /// <param name="holds">Whether it does.</param>
    /// <param name="meanwhile">Done between two looks.</param>
    public static Task HoldsAsync(string what, Func<bool> holds, Action? meanwhile = null) => HoldsAsync(what, () => Task.FromResult(holds()), meanwhile);

    /// <inheritdoc cref="HoldsAsync(string, Func{bool}, Action?)"/>
    public static async Task HoldsAsync(string what, Func<Task<bool>> holds, Action? meanwhile = null)
    {
        for (long start = Stopwatch.GetTimestamp(); !await holds(); await Task.Delay(1, TestContext.Current.CancellationToken))
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < s_limit, $"Within {s_limit} it did not come about that {what}.");
            meanwhile?.Invoke();
        }
    }
}
