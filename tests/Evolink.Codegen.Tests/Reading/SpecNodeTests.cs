using System.Globalization;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.Tests.Reading;

public class SpecNodeTests
{
    private static readonly SpecNode Root = Spec.Tree("""{"a/b":{"m~n":[10,{"":5}]},"v{id} %":1,"200":"ok","plain":{"x":1}}""");

    [Theory]
    [InlineData("/a~1b/m~0n/1/", "5")]
    [InlineData("#/a~1b/m~0n/0", "10")]
    [InlineData("#/v%7Bid%7D%20%25", "1")]
    [InlineData("/v{id} %", "1")]
    [InlineData("/200", "ok")]
    public void APointer_LeadsToItsNode(string path, string text) => Assert.Equal(text, Root.At(path)!.Text);

    [Theory]
    [InlineData("a~1b")]
    [InlineData("#anchor")]
    [InlineData("/a~1b/m~0n/2")]
    [InlineData("/a~1b/m~0n/00")]
    [InlineData("/a~1b/m~0n/-")]
    [InlineData("/a~1b/m~0n/-1")]
    [InlineData("/a~1b/m~0n/99999999999999999999")]
    [InlineData("/200/x")]
    [InlineData("/nope")]
    public void APointerToNothing_IsNull(string path) => Assert.Null(Root.At(path));

    [Theory]
    [InlineData("")]
    [InlineData("#")]
    public void TheEmptyPointer_IsTheNodeItself(string path) => Assert.Same(Root, Root.At(path));

    [Fact]
    public void EveryNode_IsFoundByItsPointer()
    {
        AssertFound(Root);

        static void AssertFound(SpecNode node)
        {
            Assert.Same(node, Root.At(node.Pointer));
            foreach (var item in node.Items) AssertFound(item);
            foreach (var member in node.Members) AssertFound(member.Value);
        }
    }

    [Fact]
    public void MembersOfALargeObject_AreFoundByName()
    {
        var root = Spec.Tree(string.Concat(Enumerable.Range(0, 50).Select(index => $"k{index}: {index}\n")));

        Assert.All(Enumerable.Range(0, 50), index => Assert.Equal(index.ToString(CultureInfo.InvariantCulture), root[$"k{index}"]!.Text));
        Assert.False(root.Has("k50"));
    }
}
