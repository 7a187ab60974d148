using Evolink.Codegen.Naming;
using Evolink.Codegen.Schemas;

namespace Evolink.Codegen.Tests.Naming;

/// <summary>The names of an enum's members say what is sent, and do not depend on the order of the values.</summary>
public sealed class EnumMemberNameTests
{
    [Theory]
    [InlineData("-created_at", "MinusCreatedAt")]
    [InlineData("+created_at", "PlusCreatedAt")]
    [InlineData("!done", "NotDone")]
    [InlineData("<", "LessThan")]
    [InlineData("<=", "LessThanOrEqual")]
    [InlineData(">", "GreaterThan")]
    [InlineData(">=", "GreaterThanOrEqual")]
    [InlineData("=", "Equal")]
    [InlineData("!=", "NotEqual")]
    [InlineData("<>", "NotEqual")]
    [InlineData("%", "Percent")]
    [InlineData("*", "Asterisk")]
    [InlineData("&&", "AmpersandAmpersand")]
    [InlineData("-", "Minus")]
    [InlineData(">=10", "GreaterThanOrEqual10")]
    [InlineData(" ", "Space")]
    [InlineData("image-1", "Image1")]
    [InlineData("in-progress", "InProgress")]
    [InlineData("日本", "日本")]
    public void ASign_HasAName_WhereItSaysWhatTheValueMeans(string value, string name) => Assert.Equal(name, EnumMemberNames.Choose(value, "sort"));

    [Theory]
    [InlineData("name,-name", "Name,MinusName")]
    [InlineData("A,A+,A-", "A,APlus,AMinus")]
    [InlineData("a-b,a_b,a.b", "AMinusB,AUnderscoreB,ADotB")]
    [InlineData("50,50%", "Sort50,Sort50Percent")]
    [InlineData("asc,Asc", "Asc2,Asc")]
    [InlineData("x 2,x2,x--2,X2", "XSpace2,X22,XMinus2,X2")]
    [InlineData("😀,😁", "Other,Other2")]
    public void Names_AreTheSameInEveryOrder(string values, string names)
    {
        string[] listed = values.Split(','), expected = names.Split(',');

        Assert.All(Orders(listed.Length), order => Assert.Equal(order.Select(i => expected[i]), Assign([.. order.Select(i => listed[i])])));
    }

    [Fact]
    public void NamesThatTheSpecificationGives_AreKept()
    {
        (string, ValueNote)[] values = [("-a", new ValueNote("Falling", "", "")), ("a", new ValueNote("", "", "")), ("+a", new ValueNote("", "Rising", ""))];

        Assert.Equal(["Falling", "A", "Rising"], EnumMemberNames.Assign(values, "sort", NameScope.ForMembers([])));
    }

    private static IReadOnlyList<string> Assign(string[] values) =>
        EnumMemberNames.Assign([.. values.Select(value => (value, new ValueNote("", "", "")))], "sort", NameScope.ForMembers([]));

    private static IEnumerable<int[]> Orders(int count) => count == 1 ? [[0]] : Orders(count - 1).SelectMany(order =>
        Enumerable.Range(0, count).Select(at => (int[])[.. order.Take(at), count - 1, .. order.Skip(at)]));
}
