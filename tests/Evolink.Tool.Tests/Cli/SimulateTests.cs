using Evolink.Simulation;
using Evolink.Tool.Tests.Support;

namespace Evolink.Tool.Tests.Cli;

public sealed class SimulateTests
{
    [Fact]
    public async Task ItServes_UntilItIsStopped()
    {
        using TestHome home = new();
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        Task<ToolRun> running = home.RunAsync("", stop.Token, "simulate", "--duration", "1s", "--credits", "5", "--fail", "create:503*1");
        while (!running.IsCompleted && !home.Out.ToString().Contains("Ctrl-C ends it.", StringComparison.Ordinal)) await Task.Delay(20, TestContext.Current.CancellationToken);
        await stop.CancelAsync();

        ToolRun run = (await running).Ended(0);
        Assert.StartsWith("Listening on http://127.0.0.1:", run.Out, StringComparison.Ordinal);
        Assert.Contains("export EVOLINK_API_KEY=sk-simulator", run.Out, StringComparison.Ordinal);
        Assert.Contains("Fails on purpose: create:503*1", run.Out, StringComparison.Ordinal);
        Assert.Contains("Stopped. 0 requests", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheHelp_HasTheRulesOfFail()
    {
        using TestHome home = new();
        string help = (await home.RunAsync("simulate", "--help")).Ended(0).Text;
        Assert.DoesNotContain("docs/", help, StringComparison.Ordinal);
        Assert.Contains(ToolRun.OnOneLine($"{FailureRule.Grammar}\n{RepeatedFailure.Grammar}"), help, StringComparison.Ordinal);
        Assert.All(FailureRule.Words, word => Assert.Contains(word, FailureRule.Grammar, StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnOptionThatIsNotUnderstood_IsNamed()
    {
        using TestHome home = new();
        (await home.RunAsync("simulate", "--fail", "pol:503")).Ended(2).Says("did you mean 'poll'?");
        (await home.RunAsync("simulate", "--duraton", "1")).Ended(2).Says("did you mean --duration?");
    }
}
