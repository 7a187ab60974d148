using Evolink.Codegen.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Evolink.Codegen.Tests.Capabilities.Deprecated;

/// <summary><c>deprecated</c>: whoever uses it is told by the compiler, and nobody else.</summary>
public sealed class DeprecatedTests
{
    [Theory]
    [InlineData("new SettingRequest { Current = \"a\" }", null)]
    [InlineData("new SettingRequest { Current = \"a\", Old = \"b\" }", "Old")]
    [InlineData("new SettingNested { Older = 1 }", "Older")]
    [InlineData("new Setting().Old", "Old")]
    [InlineData("new EvolinkClient().Deprecated.GetGoneAsync()", "GetGoneAsync")]
    public void AUseOfWhatIsDeprecated_IsAWarning(string use, string? member)
    {
        Generation generation = GeneratorHarness.Run(("specs/setting.yaml", CapabilityCase.SpecOf("Deprecated")));

        IEnumerable<Diagnostic> warnings = generation.Compile($"using Evolink; internal static class Own {{ public static object? Use() => {use}; }}");

        Assert.Equal(member is null ? [] : ["CS0618"], warnings.Select(warning => warning.Id));
        Assert.All(warnings, warning => Assert.Contains($".{member}", warning.GetMessage(null), StringComparison.Ordinal));
    }
}
