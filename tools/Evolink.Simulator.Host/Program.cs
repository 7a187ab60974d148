using System.Globalization;
using System.Runtime.InteropServices;
using Evolink;
using Evolink.Simulation;

CommandLine command;
try
{
    command = CommandLine.Parse(args);
}
catch (FormatException problem)
{
    await Console.Error.WriteLineAsync(problem.Message + " Try --help.").ConfigureAwait(false);
    return 2;
}

if (command.AsksForHelp)
{
    Console.WriteLine(CommandLine.Help);
    return 0;
}

TaskCompletionSource stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
using PosixSignalRegistration interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using PosixSignalRegistration terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

try
{
    EvolinkSimulator simulator = await EvolinkSimulator.StartAsync(command.Options with { OnRequest = PrintRequest }).ConfigureAwait(false);
    await using (simulator.ConfigureAwait(false))
    {
        PrintWelcome(simulator, command.FailureTexts);
        await stopped.Task.ConfigureAwait(false);
        string failures = command.Failures is { } plan ? $", {plan.Count} failures played" : "";
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Stopped. {simulator.Requests.Count} requests, {simulator.Ledger.Count} charges of {simulator.Ledger.Sum(static charge => charge.Credits)} credits{failures}."));
    }
    return 0;
}
catch (IOException problem)
{
    await Console.Error.WriteLineAsync(problem.Message).ConfigureAwait(false);
    return 1;
}

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true; // the server is closed first
    stopped.TrySetResult();
}

static void PrintRequest(RequestRecord request) => Console.WriteLine(
    string.Create(CultureInfo.InvariantCulture, $"{request.Time.ToLocalTime():HH:mm:ss.fff}  {request.Status}  {request.Method} {request.Path}"));

static void PrintWelcome(EvolinkSimulator simulator, IReadOnlyList<string> failures)
{
    foreach (string problem in simulator.SpecProblems) Console.Error.WriteLine(problem);
    Console.WriteLine($"""
        Listening on {simulator.BaseAddress}
        {simulator.Models.Count} models: {string.Join(", ", simulator.Models)}

        Point a client at it:
          export EVOLINK_BASE_URL={simulator.BaseAddress}
          export EVOLINK_API_KEY={simulator.ApiKey}
        {(failures.Count == 0 ? "" : $"\nFails on purpose: {string.Join(", ", failures)}\n")}
        Ctrl-C ends it.
        """);
}
