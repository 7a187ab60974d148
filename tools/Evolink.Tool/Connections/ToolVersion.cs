using System.Reflection;

namespace Evolink.Tool.Connections;

internal static class ToolVersion
{
    /// <summary>The package's version.</summary>
    public static string Text { get; } =
        typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    /// <summary>What the service sees beside the client's own name.</summary>
    public static string UserAgent => $"evolink-tool/{Text}";
}
