using System.Diagnostics;

namespace Evolink.Codegen.Benchmarks.Quick.Rows;

/// <summary>A process of its own, for what is measured cold.</summary>
internal static class Child
{
    /// <summary>The words that this program prints when it is started anew.</summary>
    public static string[] Run(params string[] arguments)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet") start.ArgumentList.Add(typeof(Child).Assembly.Location);
        foreach (string argument in arguments) start.ArgumentList.Add(argument);
        using Process child = Process.Start(start)!;
        string output = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        return child.ExitCode == 0 ? output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) : throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {child.ExitCode}.");
    }
}
