using System.Text.Json;
using System.Text.Json.Nodes;

namespace Evolink.Tests;

/// <summary>The two keywords that speak of what the others left over; the public suite's files here do not cover them.</summary>
public sealed class UnevaluatedTests
{
    [Theory]
    [InlineData("""{"properties":{"a":{}},"unevaluatedProperties":false}""", """{"a":1}""", true)]
    [InlineData("""{"properties":{"a":{}},"unevaluatedProperties":false}""", """{"b":1}""", false)]
    [InlineData("""{"allOf":[{"properties":{"a":{}}}],"unevaluatedProperties":false}""", """{"a":1}""", true)]
    [InlineData("""{"anyOf":[{"properties":{"a":{"const":1}}},{"properties":{"b":{}}}],"unevaluatedProperties":false}""", """{"a":2,"b":1}""", false)]
    [InlineData("""{"if":{"properties":{"a":{"const":1}},"required":["a"]},"unevaluatedProperties":false}""", """{"a":1}""", true)]
    [InlineData("""{"patternProperties":{"^x":{}},"unevaluatedProperties":{"type":"integer"}}""", """{"x":"a","y":1}""", true)]
    [InlineData("""{"not":{"not":{"properties":{"a":{}}}},"unevaluatedProperties":false}""", """{"a":1}""", false)]
    [InlineData("""{"$ref":"#/$defs/a","$defs":{"a":{"properties":{"a":{}}}},"unevaluatedProperties":false}""", """{"a":1}""", true)]
    [InlineData("""{"prefixItems":[{}],"unevaluatedItems":false}""", "[1]", true)]
    [InlineData("""{"prefixItems":[{}],"unevaluatedItems":false}""", "[1,2]", false)]
    [InlineData("""{"contains":{"type":"string"},"unevaluatedItems":{"type":"integer"}}""", """["a",1]""", true)]
    [InlineData("""{"contains":{"type":"string"},"unevaluatedItems":{"type":"integer"}}""", """["a",null]""", false)]
    public void WhatNothingElseLookedAt_IsValidated(string schema, string instance, bool isValid)
    {
        using JsonDocument document = JsonDocument.Parse(instance);
        Assert.Equal(isValid, SchemaValidator.Evaluate(JsonNode.Parse(schema), "", document.RootElement).Count == 0);
    }
}
