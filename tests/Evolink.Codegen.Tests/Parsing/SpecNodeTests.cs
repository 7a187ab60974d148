using System.Globalization;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Parsing;

public class SpecNodeTests
{
    private static readonly SpecNode s_root = Spec.Tree("""{"a/b":{"m~n":[10,{"":5}]},"v{id} %":1,"200":"ok","plain":{"x":1}}""");

    [Theory]
    [InlineData("/a~1b/m~0n/1/", "5")]
    [InlineData("#/a~1b/m~0n/0", "10")]
    [InlineData("#/v%7Bid%7D%20%25", "1")]
    [InlineData("/v{id} %", "1")]
    [InlineData("/200", "ok")]
    public void APointer_LeadsToItsNode(string path, string text) => Assert.Equal(text, s_root.At(path)!.Text);

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
    public void APointerToNothing_IsNull(string path) => Assert.Null(s_root.At(path));

    [Theory]
    [InlineData("")]
    [InlineData("#")]
    public void TheEmptyPointer_IsTheNodeItself(string path) => Assert.Same(s_root, s_root.At(path));

    [Fact]
    public void EveryNode_IsFoundByItsPointer()
    {
        AssertFound(s_root);

        static void AssertFound(SpecNode node)
        {
            Assert.Same(node, s_root.At(node.Pointer));
            foreach (SpecNode item in node.Items) AssertFound(item);
            foreach (SpecMember member in node.Members) AssertFound(member.Value);
        }
    }

    [Fact]
    public void MembersOfALargeObject_AreFoundByName()
    {
        SpecNode root = Spec.Tree(string.Concat(Enumerable.Range(0, 50).Select(index => $"k{index}: {index}\n")));

        Assert.All(Enumerable.Range(0, 50), index => Assert.Equal(index.ToString(CultureInfo.InvariantCulture), root[$"k{index}"]!.Text));
        Assert.False(root.Has("k50"));
    }
}
