using System.Reflection;

namespace Evolink.Package.Tests;

/// <summary>Where the sources of the packages and of the consumers are.</summary>
internal static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static attribute => attribute.Key == "RepositoryRoot").Value!;

    public static string Tests { get; } = Path.Combine(Root, "tests", "Evolink.Package.Tests");
}
