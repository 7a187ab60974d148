namespace Evolink.Package.Tests;

/// <summary>A project sets the severities of what is found in its specifications, as it does for its own code.</summary>
public sealed class SeverityTests(PackedPackages packages)
{
    [Theory]
    [InlineData("none")]
    [InlineData("suggestion")]
    public async Task AGlobalConfig_IsHeard_InAProjectOfSpecificationsAlone(string severity)
    {
        Consumer consumer = SpecificationsAlone();
        consumer.Write(".globalconfig", $"is_global = true\ndotnet_diagnostic.EVO1001.severity = {severity}\n");
        (await consumer.BuildAsync()).SucceededWithoutAWarning();
    }

    [Theory]
    [InlineData("EvolinkNamespace=1abc")]
    [InlineData("EnableDefaultEvolinkSpecs=perhaps")]
    public async Task NoWarn_IsHeard_AndAnOptionWithAWrongValueIsNamed(string option)
    {
        ChildOutput build = (await SpecificationsAlone().BuildAsync("-p:NoWarn=EVO1001", "-p:" + option)).Succeeded();
        string problem = Assert.Single(build.Problems);
        Assert.Contains("warning EVO2001: ", problem, StringComparison.Ordinal);
        Assert.Contains($"'{option.Split('=')[1]}'", problem, StringComparison.Ordinal);
    }

    private Consumer SpecificationsAlone()
    {
        Consumer consumer = new(packages, "BrokenSpec");
        consumer.Delete("Program.cs");
        consumer.Edit("BrokenSpec.csproj", "<OutputType>Exe</OutputType>", "");
        return consumer;
    }
}
