using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Evolink.Codegen.Naming;

namespace Evolink.Codegen.Operations;

/// <summary>Names taken from an operation's path.</summary>
internal static class OperationNames
{
    private static readonly Regex s_version = new("^[vV][0-9]+[0-9A-Za-z]*([._-][0-9A-Za-z]+)*$", RegexOptions.CultureInvariant);

    /// <summary>The id of an operation that has none: <c>GET /v1/tasks/{task_id}</c> is <c>getTasksByTaskId</c>.</summary>
    public static string FromPath(string method, string path) => method.ToLowerInvariant() + string.Concat(
        AfterVersion(path).Select(segment => segment.StartsWith("{", StringComparison.Ordinal)
            ? "By" + Words.Pascal(segment)
            : Words.Pascal(segment)));

    /// <summary>The group of an operation: the first segment after the version, or after <c>api</c>, that is no parameter.</summary>
    public static string Group(string path) =>
        AfterVersion(path).Where(segment => !segment.StartsWith("{", StringComparison.Ordinal))
            .Select(segment => Words.Identifier(segment, "")).FirstOrDefault(name => name.Length > 0) ?? "Root";

    /// <summary>The names of a method's parameters; the specification's come after its own.</summary>
    /// <param name="hasContentType">Whether the caller says the media type of the body.</param>
    /// <param name="hasAccept">Whether the caller may say the media type of the response.</param>
    public static NameScope Parameters(bool hasContentType = false, bool hasAccept = false)
    {
        NameScope scope = NameScope.ForMembers(["request", "cancellationToken"]);
        if (hasContentType)
        {
            scope.Take("contentType");
        }

        if (hasAccept)
        {
            scope.Take("accept");
        }

        return scope;
    }

    /// <summary>What stands behind the version or, in a path without one, behind <c>api</c>: neither says what the operation is about.</summary>
    private static IEnumerable<string> AfterVersion(string path)
    {
        string[] segments = path.Split(['/'], StringSplitOptions.RemoveEmptyEntries);
        int prefix = Array.FindIndex(segments, segment => s_version.IsMatch(segment));
        if (prefix < 0)
        {
            prefix = Array.IndexOf(segments, "api");
        }

        return prefix >= 0 && prefix < segments.Length - 1 ? segments.Skip(prefix + 1) : segments;
    }
}
