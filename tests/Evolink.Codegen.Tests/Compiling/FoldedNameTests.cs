using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Compiling;

public sealed class FoldedNameTests
{
    [Theory]
    [InlineData("K", "\u212A")]
    [InlineData("\u00C5", "\u212B")]
    public void RequiredMembersWithOneSmallLetter_HaveFieldsOfTheirOwn(string letter, string sign) =>
        GeneratorHarness.Run(("a.yaml", Yaml.Create($"{letter}: {{type: integer}}\n{sign}: {{type: integer}}", $"{letter}, {sign}"))).AssertCompiles();
}
