using System.Reflection;
using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Capabilities.Unchecked;

/// <summary>What is not checked may let an invalid request through; it never refuses a valid one.</summary>
public sealed class UncheckedTests
{
    private static readonly Lazy<Generation> s_generated = new(() => GeneratorHarness.Run(UncheckedCase.All.Select(item => (item.Group.Path, item.Group.Text))));
    private static readonly Lazy<Assembly> s_client = new(() => s_generated.Value.Load());

    public static TheoryData<string> Names => [.. UncheckedCase.All.Select(item => item.Name)];

    /// <summary>How much is followed before it is too much is no matter here.</summary>
    public static TheoryData<string> Small => [.. UncheckedCase.All.Where(item => item.Name != "many-objects").Select(item => item.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void AValidRequest_IsAccepted(string name) =>
        Assert.All(Find(name).ValidRequests, request => Assert.Equal("", RoundTrip.Problem(TypeOf(name), request)));

    [Theory]
    [MemberData(nameof(Names))]
    public void WhatIsChecked_IsRefusedStill(string name) =>
        Assert.All(Find(name).RefusedRequests, request => Assert.NotEqual("", RoundTrip.Problem(TypeOf(name), request)));

    [Theory]
    [MemberData(nameof(Small))]
    public void WhatIsNotChecked_IsReportedOnce(string name)
    {
        string found = string.Join(",", s_generated.Value.Diagnostics
            .Where(diagnostic => diagnostic.Location.GetLineSpan().Path == Find(name).Group.Path).Select(diagnostic => diagnostic.Id).Order(StringComparer.Ordinal));

        Assert.Equal(Find(name).Reported, found);
    }

    private static UncheckedCase Find(string name) => UncheckedCase.All.Single(item => item.Name == name);

    private static Type TypeOf(string name) => s_client.Value.GetType("Evolink." + Find(name).Group.TypeName)!;
}
