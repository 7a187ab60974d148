using Evolink.Tool.Cli;
using Evolink.Tool.Output;

namespace Evolink.Tool.Tests.Support;

/// <summary>A machine with an own folder and environment, on which the command runs in this process.</summary>
internal sealed class TestHome : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("evolink-tool-");

    /// <summary>The environment's variables.</summary>
    /// <remarks>The service's address is one where nobody listens: no test asks the real one.</remarks>
    public Dictionary<string, string?> Variables { get; } = new() { [EvolinkOptions.BaseAddressVariable] = "http://127.0.0.1:1" };

    /// <summary>By which the age of the price list is told.</summary>
    public TimeProvider Time { get; set; } = TimeProvider.System;

    /// <summary>How <c>--simulate</c> behaves: at once.</summary>
    public SimulatorOptions Simulator { get; init; } = new() { PendingFor = TimeSpan.Zero, ProcessingFor = TimeSpan.Zero };

    /// <summary>What the command that was begun last has written to the standard output so far.</summary>
    public RecordingWriter Out { get; private set; } = new();

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>Makes the service of this machine a simulator that outlives single commands.</summary>
    public async Task<EvolinkSimulator> ServeAsync(SimulatorOptions? options = null)
    {
        EvolinkSimulator service = await EvolinkSimulator.StartAsync(options ?? Simulator, TestContext.Current.CancellationToken);
        Variables[EvolinkOptions.ApiKeyVariable] = service.ApiKey;
        Variables[EvolinkOptions.BaseAddressVariable] = service.BaseAddress.AbsoluteUri;
        return service;
    }

    public Task<ToolRun> RunAsync(params string[] arguments) => RunAsync("", TestContext.Current.CancellationToken, arguments);

    public async Task<ToolRun> RunAsync(string input, CancellationToken interrupted, params string[] arguments)
    {
        RecordingWriter output = Out = new(), error = new();
        ToolEnvironment environment = CreateEnvironment(new Screen(output, error, new StringReader(input)));
        int code = await ToolProgram.RunAsync(arguments, environment, interrupted);
        return new ToolRun(string.Join(' ', arguments), code, output.ToString(), error.ToString());
    }

    public ToolEnvironment CreateEnvironment(Screen screen) => new()
    {
        Screen = screen,
        Variable = name => Variables.GetValueOrDefault(name),
        ConfigFolder = PathOf("config"),
        DataFolder = PathOf("data"),
        Time = Time,
        PricePatience = TimeSpan.FromMinutes(2),
        Simulator = Simulator,
        SimulatedInterval = TimeSpan.FromMilliseconds(20),
    };

    public void Dispose() => _folder.Delete(recursive: true);
}
