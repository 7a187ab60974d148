using Evolink.Tool.Tests.Support;

namespace Evolink.Tool.Tests.Cli;

public sealed class JobsTests : IDisposable
{
    private readonly TestHome _home = new();

    public void Dispose() => _home.Dispose();

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    public async Task AListOfLessThanOneJob_IsRefused(string count)
    {
        await using EvolinkSimulator service = await _home.ServeAsync();
        (await _home.RunAsync("jobs", "list", "--count", count)).Ended(2).Says("--count must be at least 1");
    }

    [Fact]
    public async Task TheHelpOfAList_HasTheStates_AndEachIsTaken()
    {
        await using EvolinkSimulator service = await _home.ServeAsync();
        string help = (await _home.RunAsync("jobs", "list", "--help")).Ended(0).Text;
        string[] states = help.Split("Only jobs of this state: ")[1].Split('.')[0].Split(", ");
        Assert.Equal(Enum.GetValues<JobState>().Length, states.Length);
        Assert.Contains("outcome_unknown", states);
        foreach (string state in states) (await _home.RunAsync("jobs", "list", "--state", state)).Ended(0);
        Assert.Equal(states.Order(), (await _home.RunAsync("[suggest:18]", "jobs list --state ")).Ended(0).Lines.Order());
        (await _home.RunAsync("jobs", "list", "--state", "OutcomeUnknown")).Ended(0);
        (await _home.RunAsync("jobs", "list", "--state", "lost")).Ended(2).Says($"--state needs one of {string.Join(", ", states)}, not 'lost'");
    }

    [Fact]
    public async Task AListOfAState_HasNoOther()
    {
        await using EvolinkSimulator service = await _home.ServeAsync();
        (await _home.RunAsync("generate", "gpt-image-2", "--prompt", "x")).Ended(0);
        Assert.Single((await _home.RunAsync("jobs", "list", "--state", "completed")).Ended(0).Lines);
        Assert.Empty((await _home.RunAsync("jobs", "list", "--state", "failed")).Ended(0).Lines);
    }
}
