using Evolink.Simulation;

namespace Evolink.Tests;

public sealed class CommandLineTests
{
    [Fact]
    public void TheArguments_BecomeOptions()
    {
        SimulatorOptions options = CommandLine.Parse(
            ["--port", "5080", "--key", "sk-1", "--specs", Api.TestSpecs, "--specs", AppContext.BaseDirectory, "--duration", "0.4"]).Options;

        Assert.Equal((5080, "sk-1"), (options.Port, options.ApiKey));
        Assert.Equal([Api.TestSpecs, AppContext.BaseDirectory], options.SpecFolders);
        Assert.Equal((TimeSpan.FromSeconds(0.1), TimeSpan.FromSeconds(0.3)), (options.PendingFor, options.ProcessingFor));
    }

    [Fact]
    public void WithoutArguments_TheDefaultsHold() => Assert.Equal(new SimulatorOptions { SpecFolders = [] }.PendingFor, CommandLine.Parse([]).Options.PendingFor);

    [Theory]
    [InlineData("--prot", "There is no option '--prot'.")]
    [InlineData("--port", "--port needs a value.")]
    [InlineData("--port=1", "There is no option '--port=1'.")]
    [InlineData("--port 65536", "--port needs a number from 0 to 65535, not '65536'.")]
    [InlineData("--specs no/such/folder", "--specs needs a folder, and there is none at 'no/such/folder'.")]
    [InlineData("--duration -1", "--duration needs a number of seconds, at most a day, not '-1'.")]
    [InlineData("--duration 1e400", "--duration needs a number of seconds, at most a day, not '1e400'.")]
    public void AnArgumentThatIsNotUnderstood_IsNamed(string arguments, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => CommandLine.Parse(arguments.Split(' '))).Message);

    [Fact]
    public void Help_IsAskedForWhereverItStands() => Assert.True(CommandLine.Parse(["--port", "1", "--help"]).AsksForHelp);
}
