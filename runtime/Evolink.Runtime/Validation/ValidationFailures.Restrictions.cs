using System.Text.Json;

namespace Evolink;

public partial struct ValidationFailures
{
    /// <summary>The values that a branch leaves of a wider choice. An unset value passes.</summary>
    public void Allowed(string? value, string member, string jsonName, params ReadOnlySpan<string> allowed)
    {
        if (value is not null && !allowed.Contains(value) && Fails())
        {
            Describe(member, jsonName, $"must be one of {string.Join(", ", allowed!)}, not {Shown(value)}");
        }
    }

    /// <inheritdoc cref="Allowed(string?, string, string, ReadOnlySpan{string})"/>
    public void Allowed(long? value, string member, string jsonName, params ReadOnlySpan<long> allowed)
    {
        if (value is long found && !allowed.Contains(found) && Fails())
        {
            Describe(member, jsonName, FormattableString.Invariant($"must be one of {string.Join(", ", allowed.ToArray())}, not {found}"));
        }
    }

    /// <inheritdoc cref="Allowed(string?, string, string, ReadOnlySpan{string})"/>
    public void Allowed(double? value, string member, string jsonName, params ReadOnlySpan<double> allowed)
    {
        if (value is double found && !allowed.Contains(found) && Fails())
        {
            string[] choices = Array.ConvertAll(allowed.ToArray(), static choice => FormattableString.Invariant($"{choice}"));
            Describe(member, jsonName, FormattableString.Invariant($"must be one of {string.Join(", ", choices)}, not {found}"));
        }
    }

    /// <inheritdoc cref="Allowed(string?, string, string, ReadOnlySpan{string})"/>
    public void Allowed(bool? value, string member, string jsonName, params ReadOnlySpan<bool> allowed)
    {
        if (value is bool found && !allowed.Contains(found) && Fails())
        {
            Describe(member, jsonName, $"must not be {(found ? "true" : "false")}");
        }
    }

    /// <summary>A schema that no value satisfies: the member must be left out.</summary>
    public void Unset(bool isSet, string member, string jsonName)
    {
        if (isSet && Fails())
        {
            Describe(member, jsonName, "must not be set");
        }
    }

    /// <summary>Rules that this use of a record adds to the record's own.</summary>
    public void Apply<T>(T? value, string member, string jsonName, ValidationRule<T> rule)
        where T : class
    {
        if (value is not null)
        {
            int mark = Mark();
            rule(value, ref this);
            Prefix(mark, member, jsonName);
        }
    }

    /// <inheritdoc cref="Apply{T}(T, string, string, ValidationRule{T})"/>
    public void Apply<T>(T? value, string member, string jsonName, ValidationRule<T> rule)
        where T : struct
    {
        if (value is T set and not (IOptionalValue { IsSet: false } or JsonElement { ValueKind: JsonValueKind.Undefined }))
        {
            int mark = Mark();
            rule(set, ref this);
            Prefix(mark, member, jsonName);
        }
    }

    /// <inheritdoc cref="CallbackUrl(Uri?, string, string)"/>
    public void CallbackUrl(string? value, string member, string jsonName)
    {
        if (value is not null && CallbackUrlRule.Problem(value) is { } problem && Fails())
        {
            Describe(member, jsonName, CallbackUrlRule.Describe(problem));
        }
    }
}
