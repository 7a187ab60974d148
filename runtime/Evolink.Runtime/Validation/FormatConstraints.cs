using System.ComponentModel;
using Evolink.Runtime.Validation.Callbacks;
using Evolink.Runtime.Validation.Formats;

namespace Evolink;

/// <summary>The formats of strings, and the rules for the URLs that a service calls or fetches.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class FormatConstraints
{
    /// <summary><c>format</c> of a string.</summary>
    public static void Format(this ref SchemaValidationContext context, string? value, StringFormat format, string member = "", string jsonName = "")
    {
        if (value is not null && !StringFormats.IsValid(value, format) && context.Fails())
        {
            context.Describe(member, jsonName, $"must be {StringFormats.Describe(format)}");
        }
    }

    /// <summary>
    /// <c>format: uri</c>: a URI with its scheme. Letters beyond ASCII may stand for themselves: that is how people write
    /// links, and every server takes them.
    /// </summary>
    public static void AbsoluteUri(this ref SchemaValidationContext context, Uri? value, string member = "", string jsonName = "") => context.AbsoluteUri(value?.OriginalString, member, jsonName);

    /// <summary>
    /// <c>format: uri</c>: a URI with its scheme. Letters beyond ASCII may stand for themselves: that is how people write
    /// links, and every server takes them.
    /// </summary>
    public static void AbsoluteUri(this ref SchemaValidationContext context, string? value, string member = "", string jsonName = "")
    {
        if (value is not null && !UriSyntax.IsUri(value, allowUnicode: true) && context.Fails())
        {
            context.Describe(member, jsonName, "must be an absolute URI, such as https://example.com/image.png");
        }
    }

    /// <summary>The URL of a file that the service fetches: public, http or https.</summary>
    public static void MediaUrl(this ref SchemaValidationContext context, Uri? value, string member = "", string jsonName = "") => context.MediaUrl(value?.OriginalString, member, jsonName);

    /// <summary>The URL of a file that the service fetches: public, http or https.</summary>
    public static void MediaUrl(this ref SchemaValidationContext context, string? value, string member = "", string jsonName = "")
    {
        if (value is not null && MediaUrlRule.Problem(value) is { } problem && context.Fails())
        {
            context.DescribeMedia(member, jsonName, MediaUrlRule.Describe(problem), value);
        }
    }

    /// <summary>The URL that the service calls when a task ends: public, https, at most 2048 characters.</summary>
    public static void CallbackUrl(this ref SchemaValidationContext context, Uri? value, string member = "", string jsonName = "")
    {
        if (value is not null && CallbackUrlRule.Problem(value) is { } problem && context.Fails())
        {
            context.Describe(member, jsonName, CallbackUrlRule.Describe(problem));
        }
    }

    /// <summary>The URL that the service calls when a task ends: public, https, at most 2048 characters.</summary>
    public static void CallbackUrl(this ref SchemaValidationContext context, string? value, string member = "", string jsonName = "")
    {
        if (value is not null && CallbackUrlRule.Problem(value) is { } problem && context.Fails())
        {
            context.Describe(member, jsonName, CallbackUrlRule.Describe(problem));
        }
    }
}
