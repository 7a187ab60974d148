using Evolink.Simulation;

namespace Evolink.Tests;

public sealed class FailurePlanTests
{
    [Fact]
    public void TheScript_GoesBeforeWhatIsRepeated_LineByLine()
    {
        FailurePlan plan = Plan(["create:503", "create:ok", "poll:html"], "create:reset");

        Assert.Equal(503, StatusOf(plan.NextFault(Request(RequestKind.Create))));
        Assert.Null(plan.NextFault(Request(RequestKind.Create)));
        Assert.Equal(Fault.ResetAfterRequest(), plan.NextFault(Request(RequestKind.Create)));
        Assert.Null(plan.NextFault(Request(RequestKind.Download)));
        Assert.NotNull(plan.NextFault(Request(RequestKind.Query)));
        Assert.Equal(3, plan.Count);
    }

    [Fact]
    public void TheFirstFew_AreNoMoreThanThat()
    {
        FailurePlan plan = Plan([], "poll:429+5s*2");

        int?[] statuses = [.. Enumerable.Range(0, 3).Select(_ => StatusOf(plan.NextFault(Request(RequestKind.Query))))];

        Assert.Equal([429, 429, null], statuses);
    }

    [Fact]
    public void AShare_IsDrawnAlikeWithOneSeed()
    {
        bool[] first = Draw(Plan([], "any:503@20%")), second = Draw(Plan([], "any:503@20%"));

        Assert.Equal(first, second);
        Assert.InRange(first.Count(static failed => failed), 150, 250);

        static bool[] Draw(FailurePlan plan) => [.. Enumerable.Range(0, 1000).Select(_ => plan.NextFault(Request(RequestKind.Create)) is not null)];
    }

    [Fact]
    public void ATask_FailsWithTheCodeThatWasAskedFor()
    {
        FailurePlan plan = Plan([], "task:upstream_error*1");

        Assert.Null(plan.NextFault(Request(RequestKind.Create)));
        Assert.Equal("upstream_error", plan.NextScript(TimeSpan.FromSeconds(1))?.Error?.Code);
        Assert.Null(plan.NextScript(TimeSpan.FromSeconds(1)));
    }

    private static int? StatusOf(Fault? fault) => (fault as OtherResponse)?.StatusCode;

    private static FailurePlan Plan(IReadOnlyList<string> script, params string[] repeated) =>
        new(FailureScript.Parse("script", script), [.. repeated.Select(RepeatedFailure.Parse)], seed: 7);

    private static FaultContext Request(RequestKind kind) => new(1, kind, "POST", "/", null, DateTimeOffset.UnixEpoch);
}
