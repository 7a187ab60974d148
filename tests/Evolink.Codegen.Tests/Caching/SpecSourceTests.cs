namespace Evolink.Codegen.Tests.Caching;

/// <summary>What makes two texts of a file the same specification, so that an edit from one to the other ends where the text is read.</summary>
public sealed class SpecSourceTests
{
    private const string Text = "a: 1\nb: [x, 'y']\nc: {d: true}\n";

    [Theory]
    [InlineData("# A comment.\na: 1\nb: [x, 'y']\nc: {d: true}\n")]
    [InlineData("a: 1 # A comment.\n\n\nb: [x, 'y']\nc: {d: true}")]
    [InlineData("a:   1\nb:\n  - x\n  - y\nc:\n  d: true\n")]
    [InlineData("{\"a\": 1, \"b\": [\"x\", \"y\"], \"c\": {\"d\": true}}")]
    public void CommentsStyleAndPlaces_MakeNoDifference(string other)
    {
        Assert.Equal(Source(Text), Source(other));
        Assert.Equal(Source(Text).GetHashCode(), Source(other).GetHashCode());
    }

    [Theory]
    [InlineData("a: 2\nb: [x, 'y']\nc: {d: true}\n")]
    [InlineData("a: '1'\nb: [x, 'y']\nc: {d: true}\n")]
    [InlineData("e: 1\nb: [x, 'y']\nc: {d: true}\n")]
    [InlineData("b: [x, 'y']\na: 1\nc: {d: true}\n")]
    [InlineData("a: 1\nb: [y, x]\nc: {d: true}\n")]
    [InlineData("a: 1\nb: [x]\nc: {d: true}\n")]
    [InlineData("a: 1\nb: [x, 'y']\nc: {d: true, e: true}\n")]
    [InlineData("a: 1\nb: [x, 'y']\nc: {}\n")]
    [InlineData("a: 1\nb: [x, 'y']\nc: {d: true}\na: 1\n")]
    [InlineData("a: 1\nb: [x, 'y'\nc: {d: true}\n")]
    [InlineData("")]
    public void AnythingElse_DoesMake(string other)
    {
        Assert.NotEqual(Source(Text), Source(other));
        Assert.NotEqual(Source(other), Source(Text));
    }

    [Fact]
    public void TextsWithoutATree_AreEqualOnlyWhereTheyAreTheSame()
    {
        Assert.Equal(Source("a: [1\n"), Source("a: [1\n"));
        Assert.NotEqual(Source("a: [1\n"), Source("# A comment.\na: [1\n"));
    }

    [Fact]
    public void WhatTheProjectSaysOfTheFile_MakesADifference()
    {
        SpecFile file = new("specs/a.yaml", Text), other = new("specs/b.yaml", Text);

        Assert.NotEqual(Source(file), Source(file with { Name = "Other" }));
        Assert.NotEqual(Source(file), Source(file with { IsShared = true }));
        Assert.NotEqual(Source(file), Source(file with { Client = "Acme.Client" }));
        Assert.NotEqual(Source(file), Source(file with { Others = [other] }));
        Assert.NotEqual(Source(file), Source(other));
    }

    private static SpecSource Source(string text) => Source(new SpecFile("specs/a.yaml", text));

    private static SpecSource Source(SpecFile file) => SpecSource.Parse(file, TestContext.Current.CancellationToken);
}
