using Microsoft.Extensions.Options;

namespace Evolink.Webhooks;

/// <summary>Stops a host that could not receive what it asks for.</summary>
internal sealed class WebhookOptionsValidator : IValidateOptions<EvolinkWebhookOptions>
{
    public ValidateOptionsResult Validate(string? name, EvolinkWebhookOptions options) =>
        options.FindProblem() is { } problem ? ValidateOptionsResult.Fail(problem) : ValidateOptionsResult.Success;
}
