using System.Globalization;

namespace Evolink.Simulation;

/// <summary>A simulator that serves until it is stopped, and says what it does.</summary>
internal static class HostRun
{
    /// <param name="command">How it behaves.</param>
    /// <param name="output">Told of every request.</param>
    /// <param name="error">Told of what cannot be served.</param>
    /// <param name="stopped">Ends it.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(CommandLine command, TextWriter output, TextWriter error, CancellationToken stopped)
    {
        TextWriter lines = TextWriter.Synchronized(output);
        try
        {
            EvolinkSimulator simulator = await EvolinkSimulator.StartAsync(command.Options with { OnRequest = request => PrintRequest(lines, request) }, stopped).ConfigureAwait(false);
            await using (simulator.ConfigureAwait(false))
            {
                PrintWelcome(simulator, command.FailureTexts, lines, error);
                await Task.Delay(Timeout.Infinite, stopped).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                string failures = command.Failures is { } plan ? $", {plan.Count} failures played" : "";
                lines.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"Stopped. {simulator.Requests.Count} requests, {simulator.Ledger.Count} charges of {simulator.Ledger.Sum(static charge => charge.Credits)} credits{failures}."));
            }

            return 0;
        }
        catch (OperationCanceledException) when (stopped.IsCancellationRequested)
        {
            return 0;
        }
        catch (IOException problem)
        {
            await error.WriteLineAsync(problem.Message).ConfigureAwait(false);
            return 1;
        }
    }

    private static void PrintRequest(TextWriter output, RequestRecord request) => output.WriteLine(
        string.Create(CultureInfo.InvariantCulture, $"{request.Time.ToLocalTime():HH:mm:ss.fff}  {request.Status}  {request.Method} {request.Path}"));

    private static void PrintWelcome(EvolinkSimulator simulator, IReadOnlyList<string> failures, TextWriter output, TextWriter error)
    {
        foreach (string problem in simulator.SpecProblems) error.WriteLine(problem);
        output.WriteLine($"""
            Listening on {simulator.BaseAddress}
            {simulator.Models.Count} models: {string.Join(", ", simulator.Models)}

            Point a client at it:
              export EVOLINK_BASE_URL={simulator.BaseAddress}
              export EVOLINK_API_KEY={simulator.ApiKey}
            {(failures.Count == 0 ? "" : $"\nFails on purpose: {string.Join(", ", failures)}\n")}
            Ctrl-C ends it.
            """);
    }
}
