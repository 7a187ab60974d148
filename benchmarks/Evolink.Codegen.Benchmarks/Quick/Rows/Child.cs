using System.Diagnostics;

namespace Evolink.Codegen.Benchmarks.Quick.Rows;

/// <summary>This program once more, for what is measured cold or has to be in another process.</summary>
internal sealed class Child : IDisposable
{
    private readonly Process _process;

    private Child(Process process) => _process = process;

    /// <summary>The words that it prints until it ends.</summary>
    public static string[] Run(params string[] arguments)
    {
        using Process child = StartProcess(arguments);
        string output = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        return child.ExitCode == 0 ? output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) : throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {child.ExitCode}.");
    }

    /// <summary>Starts one that runs until this object is disposed.</summary>
    /// <param name="firstLine">The first line that it prints: where it can be reached.</param>
    /// <param name="arguments">What it is to do.</param>
    public static Child Start(out string firstLine, params string[] arguments)
    {
        Child child = new(StartProcess(arguments));
        firstLine = child._process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"{string.Join(' ', arguments)} ended at once.");
        return child;
    }

    /// <summary>What a child that was started does until whoever started it has had enough, or is gone.</summary>
    public static Task EndOfInputAsync() => Console.In.ReadToEndAsync();

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static Process StartProcess(string[] arguments)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardInput = true };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet") start.ArgumentList.Add(typeof(Child).Assembly.Location);
        foreach (string argument in arguments) start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }
}
