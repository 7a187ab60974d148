using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Compiling;

public sealed class RealSpecsCompileTests
{
    [Fact]
    public void TheFiveSpecs_GiveNoDiagnosticAndCompileWithoutAWarning() =>
        GeneratorHarness.Run(RealSpecs.All).AssertNoDiagnostics().AssertCompiles();

    [Theory]
    [InlineData("Acme.Video")]
    [InlineData("System")]
    [InlineData("Evolink.Codegen")]
    [InlineData("Task")]
    public void TheFiveSpecs_CompileInAnyNamespace(string name) =>
        GeneratorHarness.Run(new ProjectOptions(ns: name, client: "Videos"), RealSpecs.All).AssertNoDiagnostics().AssertCompiles();
}
