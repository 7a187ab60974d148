using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Capabilities.Branches;

/// <summary>What several branches say of one member has one type, with all that any of them names.</summary>
public sealed class BranchTests
{
    [Fact]
    public void TheEnumOfSeveralBranches_HasTheValuesOfAll() =>
        GeneratorHarness.Run(("branches.yaml", CapabilityCase.SpecOf("Branches"))).AssertNoDiagnostics().AssertCompiles("""
            static class Uses
            {
                public static readonly Evolink.BranchesMode[] Modes = [Evolink.BranchesMode.X, Evolink.BranchesMode.Y, Evolink.BranchesMode.Z];
                public static readonly Evolink.BranchesLevel Level = 4000000000;
            }
            """);
}
