using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.Tests.Reading;

public class BrokenTextTests
{
    private const int Seed = 20260117;

    private static readonly string Json = Spec.Tree(Documents.Typical).ToJsonNode()!.ToJsonString();

    [Fact]
    public void AnyTruncation_IsReadOrReported()
    {
        for (var length = 0; length < Documents.Typical.Length; length += 11) AssertSound("spec.yaml", Documents.Typical[..length]);
        for (var length = 0; length < Json.Length; length += 11) AssertSound("spec.json", Json[..length]);
    }

    [Fact]
    public void AnyMutation_IsReadOrReported()
    {
        const string Intruders = "{}[]:,-?!&*#|>'\"%@`~ \t\n\\<=0x\u2028\uD83D\uFEFF";
        var random = new Random(Seed);
        for (var round = 0; round < 400; round++)
        {
            var isJson = round % 2 == 0;
            var text = (isJson ? Json : Documents.Typical).ToCharArray();
            for (var change = 0; change < 1 + (round % 4); change++) text[random.Next(text.Length)] = Intruders[random.Next(Intruders.Length)];
            AssertSound(isJson ? "spec.json" : "spec.yaml", new string(text));
        }
    }

    [Fact]
    public void AnyValueInPlaceOfAnother_IsReadOrReported()
    {
        string[] values = ["null", "5", "-1.5", "true", "\"x\"", "[]", "[null]", "{}", "{\"$ref\":5}", "{\"$ref\":\"#/paths\"}", "{\"$ref\":\"#/components/schemas/ErrorResponse\"}"];
        var root = Spec.Tree(Json, "spec.json");
        var pointers = new List<string>();
        Collect(root);

        var random = new Random(Seed);
        foreach (var pointer in pointers)
        {
            AssertSound("spec.json", Replaced(root, pointer, values[random.Next(values.Length)]));
        }

        void Collect(SpecNode node)
        {
            if (node.Parent is not null) pointers.Add(node.Pointer);
            foreach (var item in node.Items) Collect(item);
            foreach (var member in node.Members) Collect(member.Value);
        }
    }

    private static string Replaced(SpecNode node, string pointer, string value)
    {
        if (node.Pointer == pointer) return value;
        return node.Kind switch
        {
            SpecNodeKind.Object => "{" + string.Join(",", node.Members.Select(member => $"{System.Text.Json.JsonSerializer.Serialize(member.Name)}:{Replaced(member.Value, pointer, value)}")) + "}",
            SpecNodeKind.Array => "[" + string.Join(",", node.Items.Select(item => Replaced(item, pointer, value))) + "]",
            _ => node.Json(),
        };
    }

    private static void AssertSound(string file, string text)
    {
        var document = Spec.Read(text, file);

        Assert.All(document.Diagnostics, found =>
        {
            Assert.Matches("^EVO10\\d\\d$", found.Id);
            Assert.DoesNotContain("Please report", found.Message);
            Assert.DoesNotContain("cannot read the document's structure", found.Message);
            Assert.InRange(found.Line, 1, text.Split('\n').Length + 1);
            Assert.True(found.Column >= 1);
        });
        if (document.Root is null) Assert.NotEmpty(document.Diagnostics);
        else Assert.NotNull(document.OpenApi);
    }
}
