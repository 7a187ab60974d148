using System.Globalization;
using Evolink.Runtime.Text;

namespace Evolink.Runtime.Errors;

/// <summary>What a person can do about a refusal, in the words of a message: what the server says of it, and what is known of its kind.</summary>
internal static class RefusalAdvice
{
    private const int ShownModels = 5;

    /// <summary>The sentences that follow what happened; empty where nothing is known.</summary>
    public static string Create(EvolinkErrorKind kind, ApiErrorBody error, ApiDescriptor api)
    {
        RefusalDetails details = error.Details;
        string? suggestion = details.FallbackModel is { } model && error.Suggestion == model ? Fallback(model) : Sentence(error.Suggestion);
        return string.Join(' ', new[]
        {
            suggestion,
            Cost(details),
            Models(details.AllowedModels),
            kind.Advice(api, error.Code),
            details.ResetTimezone is { } zone ? $"The limit begins anew at midnight ({zone})." : null,
            details.ActionUrl is { } page ? $"See {AddressText.Format(page)}" : null,
        }.Where(static sentence => !string.IsNullOrWhiteSpace(sentence)));
    }

    /// <summary>The sentence for another model.</summary>
    public static string Fallback(string model) => $"The service suggests the model '{model}' instead.";

    private static string? Sentence(string? text) => text?.Trim() is { Length: > 0 } words ? words + (char.IsLetterOrDigit(words[^1]) ? "." : "") : null;

    private static string? Cost(RefusalDetails details) => (details.EstimatedCredits, details.AccountBalanceCredits) switch
    {
        ({ } cost, { } balance) => string.Create(CultureInfo.InvariantCulture, $"It would cost about {cost} credits, and the account has {balance}."),
        ({ } cost, null) => string.Create(CultureInfo.InvariantCulture, $"It would cost about {cost} credits."),
        (null, { } balance) => string.Create(CultureInfo.InvariantCulture, $"The account has {balance} credits."),
        _ => null,
    };

    private static string? Models(IReadOnlyList<string> allowed)
    {
        if (allowed.Count == 0) return null;
        string more = allowed.Count > ShownModels ? FormattableString.Invariant($" and {allowed.Count - ShownModels} more") : "";
        return $"The key may use {string.Join(", ", allowed.Take(ShownModels))}{more}.";
    }
}
