using Evolink.Simulation.Validation;
using Evolink.Tests.Patterns;

namespace Evolink.Tests;

/// <summary>The simulator reads patterns as generator and runtime do, which have the same tests.</summary>
public sealed class EcmaScriptTests
{
    [Fact]
    public void WhatIsAccepted_MatchesAsInJavaScript() => Assert.All(
        EcmaScriptTable.Matches,
        row => Assert.Equal(row.IsMatch, EcmaRegex.For(row.Pattern)!.IsMatch(row.Text)));

    [Fact]
    public void WhatTheGeneratorRefuses_IsNoPatternHere() => Assert.All(EcmaScriptTable.Refused, pattern => Assert.Null(EcmaRegex.For(pattern)));
}
