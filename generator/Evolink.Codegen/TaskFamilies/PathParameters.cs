namespace Evolink.Codegen.TaskFamilies;

/// <summary>The parameters of a path template. Compiled into the generator, the runtime and the simulator, which have to mean the same one.</summary>
internal static class PathParameters
{
    /// <summary>The name of a template's last parameter, which takes a task's id where nothing else is said; empty where it has none.</summary>
    public static string FindLast(string template)
    {
        int open = template.LastIndexOf('{'), close = template.LastIndexOf('}');
        return open >= 0 && close > open ? template.Substring(open + 1, close - open - 1) : "";
    }
}
