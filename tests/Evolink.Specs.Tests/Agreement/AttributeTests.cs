using System.Text.Json.Nodes;
using Evolink.Tests.Support;

namespace Evolink.Tests.Agreement;

/// <summary>
/// The attributes of the generated types against the generated code and the simulator, over the same requests. An attribute sees
/// one property: what it cannot say is listed in <see cref="AttributeOutcome"/>.
/// </summary>
public sealed class AttributeTests
{
    public static TheoryData<string> Requests => [.. TestRun.Requests.Keys];

    [Theory]
    [MemberData(nameof(Requests))]
    public void Attributes_BlameWhatTheGeneratedCodeBlames_AndNothingElse(string request)
    {
        SpecBody body = TestRun.Requests[request];
        InstanceSource instances = new(body);
        AttributeOutcome attributes = new(body);
        HashSet<string> blamed = [];
        for (int seed = TestRun.Seed; seed < TestRun.Seed + TestRun.Count; seed++)
        {
            JsonNode? instance = instances.Make(seed);
            if (ValidationOutcome.FromGeneratedType(body, instance) is not { IsUnread: false } generated) continue;

            object value = Json.Read(GeneratedTypes.Find(body)!, Json.Element(instance));
            HashSet<string> found = AttributeOutcome.Blamed(value);
            HashSet<string> expected = attributes.Expected(instance, value);

            Assert.True(found.SetEquals(expected), $"EVOLINK_TEST_SEED={seed}: {instance?.ToJsonString()}\n  attributes: {string.Join(", ", found)}\n  schema: {string.Join(", ", expected)}");
            Assert.Subset(generated.Paths, found);
            blamed.UnionWith(found);
        }

        Assert.True(TestRun.Count < 250 || blamed.Count > 0, "No attribute was ever broken.");
    }

    [Fact]
    public void EveryPropertyOfARequest_HasItsWireName()
    {
        foreach (Type type in GeneratedTypes.Requests)
        {
            Assert.All(
                type.GetProperties().Where(property => property.Name != "AdditionalProperties"),
                property => Assert.NotNull(Attribute.GetCustomAttribute(property, typeof(System.Text.Json.Serialization.JsonPropertyNameAttribute))));
        }
    }
}
