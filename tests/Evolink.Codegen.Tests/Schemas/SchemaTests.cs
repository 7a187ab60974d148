using Evolink.Codegen.Client;
using Evolink.Codegen.Constraints;
using Evolink.Codegen.Models;
using Evolink.Codegen.OpenApi;
using Evolink.Codegen.Schemas;
using Evolink.Codegen.Tests.Support;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Tests.Schemas;

public sealed class SchemaTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("type: string", JsonKinds.String)]
    [InlineData("type: [integer, 'null']", JsonKinds.Integer | JsonKinds.Null)]
    [InlineData("type: [integer, number]", JsonKinds.Number)]
    [InlineData("enum: [a, 1, null]", JsonKinds.String | JsonKinds.Integer | JsonKinds.Null)]
    [InlineData("const: 1.5", JsonKinds.Number)]
    [InlineData("oneOf: [{type: integer}, {type: string}]", JsonKinds.Integer | JsonKinds.String)]
    [InlineData("anyOf: [{type: integer}, {}]", JsonKinds.None)]
    [InlineData("properties: {a: {}}", JsonKinds.Object)]
    [InlineData("maxLength: 3", JsonKinds.String)]
    [InlineData("allOf: [{type: [string, integer]}, {type: [integer, boolean]}]", JsonKinds.Integer)]
    [InlineData("type: string\nnullable: true", JsonKinds.String | JsonKinds.Null)]
    [InlineData("description: anything", JsonKinds.None)]
    public void TheKindsOfASchema_AreWhatItDeclaresOrImplies(string schema, object kinds) => Assert.Equal((JsonKinds)kinds, SchemaKinds.Infer(View(schema)));

    [Fact]
    public void AView_UnitesAllOfAndWhatStandsBesideAReference()
    {
        SchemaView view = View("$ref: '#/components/schemas/Base'\nrequired: [b]\nallOf: [{properties: {b: {type: integer}}}]", "Base: {type: object, required: [a], properties: {a: {type: string}, b: {minimum: 1}}}");

        Assert.Equal(["a", "b"], view.Properties().Select(property => property.Key));
        Assert.Equal(["a", "b"], view.Required().Order());
        Assert.Equal(2, view.Properties().Single(property => property.Key == "b").Value.Count);
    }

    [Theory]
    [InlineData("$ref: '#/components/schemas/Base'\ndescription: d", "/components/schemas/Base")]
    [InlineData("allOf: [{$ref: '#/components/schemas/Base'}]\nnullable: true", "/components/schemas/Base")]
    [InlineData("$ref: '#/components/schemas/Base'\nminProperties: 1", "/components/schemas/Thing")]
    public void AReferenceWithAnnotationsAlone_IsWhatItRefersTo(string schema, string place) =>
        Assert.Equal(place, View(schema, "Base: {type: object, properties: {a: {}}}").Identity.Pointer);

    [Theory]
    [InlineData("{type: integer, minimum: 0, maximum: 4294967295}", "Int64")]
    [InlineData("{type: integer, minimum: 0, maximum: 10}", "Int32")]
    [InlineData("{type: number, minimum: 0, maximum: 10, multipleOf: 1}", "Int32")]
    [InlineData("{type: number, minimum: 0, maximum: 10, multipleOf: 5.0}", "Int32")]
    [InlineData("{type: number, minimum: 0, maximum: 10, multipleOf: 0.5}", "Double")]
    [InlineData("{type: number, minimum: 0, multipleOf: 1}", "Double")]
    [InlineData("{type: integer}", "Int64")]
    [InlineData("{type: number}", "Double")]
    [InlineData("{type: number, format: decimal}", "Decimal")]
    [InlineData("{type: string, format: uri}", "Uri")]
    [InlineData("{type: string, format: date-time}", "DateTimeOffset")]
    [InlineData("{type: string, format: uuid}", "Guid")]
    [InlineData("{type: array}", "List")]
    [InlineData("{type: object}", "Map")]
    [InlineData("{type: string, enum: [a]}", "Value")]
    [InlineData("{type: [integer, string]}", "Value")]
    [InlineData("{}", "Json")]
    public void AMemberOfARequest_HasTheTypeOfItsSchema(string schema, string kind) =>
        Assert.Equal(kind, Request("a: " + schema).Properties.Single().Type.Kind.ToString());

    [Fact]
    public void Bounds_AreRoundedInwards_AndThoseThatSayNothingAreLeftOut()
    {
        IEnumerable<Constraint> rules = Request("a: {type: integer, minimum: 1.5, exclusiveMaximum: 9, maximum: 1e30, multipleOf: 3}").Properties.Single().Constraints;

        Assert.Equal(
            [
                new BoundConstraint(Limit.Minimum, false, new Literal(TypeKind.Int64, "2")),
                new BoundConstraint(Limit.Maximum, true, new Literal(TypeKind.Int64, "9")),
                new MultipleOfConstraint(new Literal(TypeKind.Int64, "3")),
            ],
            rules);
    }

    [Fact]
    public void ACallbackUrl_HasItsOwnConstraint() =>
        Assert.Equal([new CallbackUrlConstraint()], Request("callback_url: {type: string, format: uri, maxLength: 2048}", isEvolink: true).Properties.Single().Constraints);

    [Fact]
    public void ACallbackUrlOfAnotherVendor_HasItsSchemasConstraints() =>
        Assert.DoesNotContain(new CallbackUrlConstraint(), Request("callback_url: {type: string, format: uri, maxLength: 2048}").Properties.Single().Constraints);

    [Theory]
    [InlineData("{type: integer}", "{type: string}", "Text")]
    [InlineData("{type: integer}", "{type: number}", "Double")]
    [InlineData("{type: string, format: uri}", "{type: string}", "String")]
    [InlineData("{type: string, enum: [a]}", "{type: string}", "Value")]
    [InlineData("{type: array, items: {type: string}}", "{type: boolean}", "Json")]
    [InlineData("{}", "{type: boolean}", "Json")]
    [InlineData("{type: object}", "{type: object, properties: {x: {type: string}}}", "Model")]
    public void AMemberOfTwoAnswers_HasATypeThatReadsBoth(string one, string other, string kind)
    {
        string Spec(string schema) => Yaml.Query.Replace("results: {type: array, items: {type: string, format: uri}}", "results: " + schema, StringComparison.Ordinal);
        Assert.Equal(kind, United(Spec(one), Spec(other)));
        Assert.Equal(kind, United(Spec(other), Spec(one)));
    }

    private static string United(string one, string other)
    {
        ClientModel client = Codegen.Client.ClientBuilder.Build([Model("a.yaml", one), Model("b.yaml", other)], new("N", "Client"), Token);
        return client.Units.OfType<Codegen.Client.RecordUnit>().Single(unit => unit.Name == "TaskDetailResponse")
            .Properties.Single(property => property.JsonName == "results").Type.Kind.ToString();
    }

    private static SpecModel Model(string file, string text) => SpecModeler.Model(SpecReader.Read(file, text, Token), Token).Model;

    private static RecordModel Request(string properties, bool isEvolink = false) =>
        Model("spec.yaml", (isEvolink ? "x-evolink-conventions: true\n" : "") + Yaml.Create(properties)).Types.OfType<RecordModel>().Single(type => type is { IsRequest: true, Name: "SpecRequest" });

    private static SchemaView View(string schema, string more = "") =>
        SchemaView.From(SpecReader.Read("spec.yaml", Yaml.Thing(schema, more), Token).Root!.At("/components/schemas/Thing")!);
}
