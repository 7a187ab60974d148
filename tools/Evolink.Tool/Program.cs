using System.Runtime.InteropServices;
using Evolink.Tool;
using Evolink.Tool.Cli;

using CancellationTokenSource interrupted = new();
using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);
return await ToolProgram.RunAsync(args, ToolEnvironment.ForProcess(), interrupted.Token);

void Interrupt(PosixSignalContext signal)
{
    // The second one ends the process as usual.
    signal.Cancel = !interrupted.IsCancellationRequested;
    interrupted.Cancel();
}
