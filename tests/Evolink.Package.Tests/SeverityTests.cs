namespace Evolink.Package.Tests;

/// <summary>A project sets the severities of what is found in its specifications, as it does for its own code.</summary>
public sealed class SeverityTests(PackedPackages packages)
{
    [Theory]
    [InlineData("none")]
    [InlineData("suggestion")]
    public async Task AGlobalConfig_IsHeard_InAProjectOfSpecificationsAlone(string severity)
    {
        Consumer consumer = new(packages, "BrokenSpec");
        consumer.Delete("Program.cs");
        consumer.Edit("BrokenSpec.csproj", "<OutputType>Exe</OutputType>", "");
        consumer.Write(".globalconfig", $"is_global = true\ndotnet_diagnostic.EVO1001.severity = {severity}\n");
        (await consumer.BuildAsync()).SucceededWithoutAWarning();
    }

    [Fact]
    public async Task NoWarn_IsHeard_AndAnOptionWithAWrongValueIsNamed()
    {
        Consumer consumer = new(packages, "BrokenSpec");
        ChildOutput build = (await consumer.BuildAsync("-p:NoWarn=EVO1001", "-p:EvolinkNamespace=1abc")).Succeeded();
        Assert.Contains("warning EVO2001: ", Assert.Single(build.Problems), StringComparison.Ordinal);

        build = (await consumer.BuildAsync("-p:NoWarn=EVO1001", "-p:EnableDefaultEvolinkSpecs=perhaps")).Succeeded();
        Assert.Contains(build.Problems, problem => problem.Contains("warning EVO2001: ", StringComparison.Ordinal) && problem.Contains("'perhaps'", StringComparison.Ordinal));
    }
}
