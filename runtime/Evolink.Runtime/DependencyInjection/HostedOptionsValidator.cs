using Evolink.Runtime.Configuration;
using Microsoft.Extensions.Options;

namespace Evolink.Runtime.DependencyInjection;

/// <summary>Checks the options of a host's clients when it starts: by their rules, and that there is a key at all.</summary>
internal sealed class HostedOptionsValidator : IValidateOptions<EvolinkOptions>
{
    public ValidateOptionsResult Validate(string? name, EvolinkOptions options)
    {
        List<string> problems = OptionsValidator.FindProblems(options, options.Descriptor);
        string variable = options.Descriptor?.ApiKeyVariable ?? EvolinkOptions.ApiKeyVariable;
        if (options.ApiKey is null && options.Descriptor is not { NeedsKey: false } && string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(variable)))
        {
            problems.Add($"ApiKey is not set, and neither is the environment variable {variable}.");
        }

        if (problems.Count == 0) CheckForm(problems, options);
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    // As the client does when it is made, which may be long after the start.
    private static void CheckForm(List<string> problems, EvolinkOptions options)
    {
        if (options.Descriptor is not { } descriptor) return;
        try
        {
            ClientSettings.From(descriptor, options);
        }
        catch (Exception unusable) when (unusable is ArgumentException or InvalidOperationException)
        {
            problems.Add(unusable.Message);
        }
    }
}
