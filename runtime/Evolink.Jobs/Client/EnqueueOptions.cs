namespace Evolink.Jobs.Client;

/// <summary>What may be wished for.</summary>
internal static class EnqueueOptions
{
    private const int MaxKeyCharacters = 256;

    /// <exception cref="ArgumentException">An option is out of its range; the message names it.</exception>
    public static void ThrowIfInvalid(JobOptions options)
    {
        if (options.Key is { } key && (string.IsNullOrWhiteSpace(key) || key.Length > MaxKeyCharacters)) throw Invalid(nameof(JobOptions.Key), $"must have 1 to {MaxKeyCharacters} characters");
        if (options.SaveTo is { } saveTo && string.IsNullOrWhiteSpace(saveTo)) throw Invalid(nameof(JobOptions.SaveTo), "must not be empty");
        if (options.MaxCredits < 0) throw Invalid(nameof(JobOptions.MaxCredits), "must not be negative");
        if (options.ExpiresAfter <= TimeSpan.Zero) throw Invalid(nameof(JobOptions.ExpiresAfter), "must be over 0");
        if (options.FallbackModels is null || options.FallbackModels.Any(string.IsNullOrWhiteSpace)) throw Invalid(nameof(JobOptions.FallbackModels), "must name models");
    }

    private static ArgumentException Invalid(string option, string rule) => new($"JobOptions.{option} {rule}.");
}
