using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using ModelContextProtocol.Server;

namespace Evolink.Tool.Mcp;

/// <summary>The tools of the server.</summary>
internal static class McpTools
{
    public static IReadOnlyList<McpServerTool> Create(McpSession session, McpLimits limits) =>
        [.. CreateAll(new ModelTools(session)), .. CreateAll(new JobTools(session, limits)), .. CreateAll(new AccountTools(session, limits))];

    // The type is known to the compiler, so that a native program keeps its methods.
    private static IEnumerable<McpServerTool> CreateAll<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] T>(T tools)
        where T : notnull =>
        from method in typeof(T).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)
        where method.GetCustomAttribute<McpServerToolAttribute>() is not null
        select McpServerTool.Create(method, method.IsStatic ? null : tools);
}
