using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace Evolink.Runtime.Requests;

/// <summary>
/// Finds clients that the program refers to and has not used yet. .NET loads an assembly at its first use, and a program may
/// read a request from its queue before it has made a client.
/// </summary>
internal static class ReferencedClients
{
    private static readonly string s_runtime = typeof(ReferencedClients).Assembly.GetName().Name!;
    private static int s_seen;

    /// <summary>Loads the referenced clients, so that they tell of their requests.</summary>
    /// <returns>Whether there was anything to look at since the last call.</returns>
    public static bool Load()
    {
        // Native code has no assemblies to load: every client in it has told of its requests at the start.
        if (!RuntimeFeature.IsDynamicCodeSupported || AppDomain.CurrentDomain.GetAssemblies().Length == Volatile.Read(ref s_seen))
        {
            return false;
        }

        Queue<Assembly> open = new(AppDomain.CurrentDomain.GetAssemblies().Where(static assembly => !assembly.IsDynamic && !IsFramework(assembly.GetName())));
        HashSet<Assembly> seen = [.. open];
        while (open.TryDequeue(out Assembly? assembly))
        {
            foreach (AssemblyName name in ReferencesOf(assembly))
            {
                if (name.Name == s_runtime)
                {
                    RunInitializer(assembly.ManifestModule);
                }
                else if (!IsFramework(name) && Load(assembly, name) is { } referenced && seen.Add(referenced))
                {
                    open.Enqueue(referenced);
                }
            }
        }

        Volatile.Write(ref s_seen, AppDomain.CurrentDomain.GetAssemblies().Length);
        return true;
    }

    /// <summary>Lets the assembly of a type tell of its requests, if it has not yet.</summary>
    public static void RunInitializer(Module module)
    {
        if (RuntimeFeature.IsDynamicCodeSupported)
        {
            RuntimeHelpers.RunModuleConstructor(module.ModuleHandle);
        }
    }

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "An assembly that trimming removed holds no request that the program could use.")]
    private static AssemblyName[] ReferencesOf(Assembly assembly) => assembly.GetReferencedAssemblies();

    private static bool IsFramework(AssemblyName name) => name.Name is null or "netstandard" or "mscorlib" or "System"
        || name.Name.StartsWith("System.", StringComparison.Ordinal) || name.Name.StartsWith("Microsoft.", StringComparison.Ordinal);

    private static Assembly? Load(Assembly from, AssemblyName name)
    {
        try
        {
            return (AssemblyLoadContext.GetLoadContext(from) ?? AssemblyLoadContext.Default).LoadFromAssemblyName(name);
        }
        catch (Exception unloadable) when (unloadable is IOException or BadImageFormatException)
        {
            // A reference that is only needed to compile, or not on this system: the program runs without it.
            return null;
        }
    }
}
