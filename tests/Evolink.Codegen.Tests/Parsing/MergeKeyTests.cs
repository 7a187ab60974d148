using Evolink.Codegen.Diagnostics;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Parsing;

/// <summary><c>&lt;&lt;</c> is no part of YAML 1.2, but of documents that people write.</summary>
public class MergeKeyTests
{
    [Theory]
    [InlineData("a: &a {x: 1, y: 2}\nb: {<<: *a}", """{"a":{"x":1,"y":2},"b":{"x":1,"y":2}}""")]
    [InlineData("a: &a {x: 1, y: 2}\nb: {<<: *a, y: 3, z: 4}", """{"a":{"x":1,"y":2},"b":{"y":3,"z":4,"x":1}}""")]
    [InlineData("b: {<<: [{x: 1}, {x: 2, y: 2}]}", """{"b":{"x":1,"y":2}}""")]
    [InlineData("a: &a {x: 1}\nb: &b {<<: *a, y: 2}\nc: {<<: *b}", """{"a":{"x":1},"b":{"y":2,"x":1},"c":{"y":2,"x":1}}""")]
    [InlineData("a: {<<: {}}", """{"a":{}}""")]
    public void MergedMembers_FillInWhatAnObjectLacks(string yaml, string json) => Assert.Equal(json, Spec.Tree(yaml).Json());

    [Theory]
    [InlineData("spec.json", """{"<<": {"x": 1}}""")]
    [InlineData("spec.yaml", "'<<': {x: 1}")]
    public void QuotedOrInJson_ItIsAKeyLikeAnyOther(string file, string text) => Assert.Equal("1", Spec.Tree(text, file).At("/<</x")!.Text);

    [Theory]
    [InlineData("a: {<<: 5, x: 1}", 1, 9)]
    [InlineData("a: {x: 1, <<: [{y: 2}, z]}", 1, 15)]
    public void WhatCannotBeMerged_IsReported_AndTheRestKept(string yaml, int line, int column)
    {
        (SpecNode? root, List<SpecDiagnostic> diagnostics) = Spec.Parse(yaml);

        diagnostics.AssertOne("EVO1003", line, column);
        Assert.Equal("1", root!.At("/a/x")!.Text);
    }

    [Fact]
    public void AMergeOfItself_Ends()
    {
        (SpecNode? root, List<SpecDiagnostic> diagnostics) = Spec.Parse("a: &a {x: 1, <<: *a}");

        Assert.Contains("EVO1001", diagnostics.Select(found => found.Id));
        Assert.Equal("""{"a":{"x":1}}""", root!.Json());
    }

    [Fact]
    public void AMergedMember_StandsWhereItIsWritten()
    {
        SpecNode merged = Spec.Tree("a: &a\n  x: 1\nb:\n  <<: *a\n").At("/b/x")!;

        Assert.Equal((2, 6, "/b/x"), (merged.Line, merged.Column, merged.Pointer));
    }

    [Fact]
    public void AMergeBomb_EndsInTheBudget()
    {
        string bomb = "a0: &a0 {x: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]}\n" + string.Concat(Enumerable.Range(1, 12).Select(level =>
            $"a{level}: &a{level} {{<<: [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 1))}], y{level}: [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 9))}]}}\n"));

        Assert.Contains("EVO1007", Spec.Parse(bomb).Diagnostics.Select(found => found.Id));
    }
}
