using Evolink.Tool.Cli;

namespace Evolink.Tool.Mcp;

/// <summary>Values of an agent's that the schema of a tool lets pass. An answer that is empty because of them would look like one.</summary>
internal static class ToolArguments
{
    /// <summary>The most entries of a list.</summary>
    /// <exception cref="ToolException">It is less than one.</exception>
    public static int Count(int count) => count >= 1 ? count : throw ToolException.Failed($"count must be at least 1, not {count}.");

    /// <summary>One of several words, in any case; empty for none of them.</summary>
    /// <returns>The word as it is known.</returns>
    /// <exception cref="ToolException">There is no such word; the message has those that there are.</exception>
    public static string OneOf(string name, string value, IReadOnlyList<string> known) => value.Length == 0
        ? ""
        : known.FirstOrDefault(one => one.Equals(value, StringComparison.OrdinalIgnoreCase)) ?? throw ToolException.Failed($"{name} must be one of {string.Join(", ", known)}, not '{value}'.");
}
