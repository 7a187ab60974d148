using Evolink.Codegen.Parsing;
using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Parsing;

public class CoreSchemaTests
{
    [Theory]
    [InlineData("on")]
    [InlineData("off")]
    [InlineData("yes")]
    [InlineData("n")]
    [InlineData("16:9")]
    [InlineData("1K")]
    [InlineData("2024-01-01")]
    [InlineData("1_000")]
    [InlineData("1024x1024")]
    [InlineData(".inf")]
    [InlineData("-.INF")]
    [InlineData(".nan")]
    [InlineData("0x")]
    [InlineData("0o9")]
    [InlineData("tRUE")]
    [InlineData("1.2.3")]
    [InlineData(".")]
    [InlineData("e5")]
    public void WhatOtherSchemasReadAsSomethingElse_IsAString(string text) => AssertScalar(SpecNodeKind.String, text, text);

    [Theory]
    [InlineData("12", "12")]
    [InlineData("+12", "12")]
    [InlineData("-0", "-0")]
    [InlineData("012", "12")]
    [InlineData("1.0", "1.0")]
    [InlineData("1.50", "1.50")]
    [InlineData(".5", "0.5")]
    [InlineData("-.5", "-0.5")]
    [InlineData("5.", "5.0")]
    [InlineData("1e12", "1e12")]
    [InlineData("6.02E+23", "6.02E+23")]
    [InlineData("0x1F", "31")]
    [InlineData("0o17", "15")]
    [InlineData("18446744073709551616", "18446744073709551616")]
    [InlineData("0.1000000000000000055511151231257827", "0.1000000000000000055511151231257827")]
    public void ANumber_IsJsonNumberTextWithEveryDigit(string yaml, string json)
    {
        AssertScalar(SpecNodeKind.Number, json, yaml);
        Assert.Equal($$"""{"a":{{json}}}""", Spec.Tree("a: " + yaml).Json());
    }

    [Theory]
    [InlineData("", SpecNodeKind.Null, "null")]
    [InlineData("~", SpecNodeKind.Null, "null")]
    [InlineData("NULL", SpecNodeKind.Null, "null")]
    [InlineData("True", SpecNodeKind.Boolean, "true")]
    [InlineData("FALSE", SpecNodeKind.Boolean, "false")]
    [InlineData("'true'", SpecNodeKind.String, "true")]
    [InlineData("\"12\"", SpecNodeKind.String, "12")]
    [InlineData("''", SpecNodeKind.String, "")]
    [InlineData("!!str 5", SpecNodeKind.String, "5")]
    [InlineData("! 5", SpecNodeKind.String, "5")]
    [InlineData("!!int '5'", SpecNodeKind.Number, "5")]
    [InlineData("!!bool \"true\"", SpecNodeKind.Boolean, "true")]
    [InlineData("!!int five", SpecNodeKind.String, "five")]
    [InlineData("!custom 5", SpecNodeKind.Number, "5")]
    public void NullsBooleansQuotesAndTags_AreReadByTheCoreSchema(string yaml, object kind, string text) =>
        AssertScalar((SpecNodeKind)kind, text, yaml);

    private static void AssertScalar(SpecNodeKind kind, string text, string yaml)
    {
        SpecNode value = Spec.Tree("a: " + yaml + "\n")["a"]!;
        Assert.Equal((kind, text), (value.Kind, value.Text));
    }
}
