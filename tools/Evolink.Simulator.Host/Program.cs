using System.Runtime.InteropServices;
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

using CancellationTokenSource stopped = new();
using PosixSignalRegistration interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using PosixSignalRegistration terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
return await HostRun.RunAsync(command, Console.Out, Console.Error, stopped.Token).ConfigureAwait(false);

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true; // the server is closed first
    stopped.Cancel();
}
