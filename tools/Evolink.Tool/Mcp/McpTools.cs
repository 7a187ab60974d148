using System.Reflection;
using ModelContextProtocol.Server;

namespace Evolink.Tool.Mcp;

/// <summary>The tools of the server.</summary>
internal static class McpTools
{
    public static IReadOnlyList<McpServerTool> Create(params object[] targets) =>
    [
        .. from target in targets
           from method in target.GetType().GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)
           where method.GetCustomAttribute<McpServerToolAttribute>() is not null
           select McpServerTool.Create(method, method.IsStatic ? null : target),
    ];
}
