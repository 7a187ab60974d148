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
    [InlineData("--prot", "There is no option '--prot'; did you mean --port?")]
    [InlineData("--colour", "There is no option '--colour'.")]
    [InlineData("--port", "--port needs a value.")]
    [InlineData("--port=1", "There is no option '--port=1'; did you mean --port?")]
    [InlineData("--port 65536", "--port needs a number from 0 to 65535, not '65536'.")]
    [InlineData("--specs no/such/folder", "--specs needs a folder, and there is none at 'no/such/folder'.")]
    [InlineData("--duration -1", "--duration needs a time of at most a day, such as 2.3, 250ms or 3s, not '-1'.")]
    [InlineData("--duration 1e400", "--duration needs a time of at most a day, such as 2.3, 250ms or 3s, not '1e400'.")]
    [InlineData("--duration NaN", "--duration needs a time of at most a day, such as 2.3, 250ms or 3s, not 'NaN'.")]
    [InlineData("--duration 25h", "--duration needs a time of at most a day, such as 2.3, 250ms or 3s, not '25h'.")]
    [InlineData("--credits NaN", "--credits needs a number from 0 on, not 'NaN'.")]
    [InlineData("--credits -5", "--credits needs a number from 0 on, not '-5'.")]
    [InlineData("--seed x", "--seed needs a whole number, not 'x'.")]
    [InlineData("--fail 503", "--fail: '503' must be WHO:WHAT, such as create:503.")]
    [InlineData("--fail pol:503", "--fail: 'pol' is none of create, poll, download, any, task; did you mean 'poll'?")]
    [InlineData("--fail poll:rset", "--fail: 'rset' is neither a status nor one of reset, refuse, cut, stall, html, json-error, garbage, empty, bom, ok; did you mean 'reset'?")]
    [InlineData("--fail poll:200", "--fail: '200' must be a status from 300 to 599.")]
    [InlineData("--fail poll:429+soon", "--fail: 'soon' in '429+soon' must be a time such as 5s.")]
    [InlineData("--fail poll:503@0%", "--fail: '@0%' must be a share such as @20%, over 0 and at most 100 %.")]
    [InlineData("--fail poll:503@NaN", "--fail: '@NaN' must be a share such as @20%, over 0 and at most 100 %.")]
    [InlineData("--fail poll:503*0", "--fail: '*0' must be a number of times such as *3.")]
    [InlineData("--fail task:", "--fail: 'task:' must be WHO:WHAT, such as create:503.")]
    public void AnArgumentThatIsNotUnderstood_IsNamed(string arguments, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => CommandLine.Parse(arguments.Split(' '))).Message);

    [Fact]
    public void Help_IsAskedForWhereverItStands() => Assert.True(CommandLine.Parse(["--port", "1", "--help"]).AsksForHelp);

    [Theory]
    [InlineData("250ms", 0.25)]
    [InlineData("3s", 3)]
    [InlineData("2m", 120)]
    [InlineData("0", 0)]
    [InlineData("24h", 86400)]
    public void ADuration_MayHaveAUnit(string text, double seconds)
    {
        SimulatorOptions options = CommandLine.Parse(["--duration", text]).Options;

        Assert.Equal(TimeSpan.FromSeconds(seconds), options.PendingFor + options.ProcessingFor);
    }

    [Fact]
    public void Help_FitsATerminal() => Assert.All(CommandLine.Help.Split('\n'), static line => Assert.True(line.Length <= 80, line));

    [Fact]
    public void AScript_IsReadLineByLine_AndABadLineIsNamed()
    {
        string[] lines = ["# the first create is lost", "create:reset", "", "poll:503 # once", "task:upstream_error", "pol:503"];

        Assert.Equal(3, FailureScript.Parse("plan.txt", lines[..5]).Count);
        Assert.StartsWith("plan.txt(6): 'pol' is none of", Assert.Throws<FormatException>(() => FailureScript.Parse("plan.txt", lines)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AScriptThatIsNotThere_IsNamed() =>
        Assert.StartsWith("--script cannot read 'no/such.txt': ", Assert.Throws<FormatException>(() => CommandLine.Parse(["--script", "no/such.txt"])).Message, StringComparison.Ordinal);
}
