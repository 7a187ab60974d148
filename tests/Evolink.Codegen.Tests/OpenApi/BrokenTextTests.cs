using Evolink.Codegen.OpenApi;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.OpenApi;

public class BrokenTextTests
{
    private const int Seed = 20260117;

    private static readonly string s_json = Spec.Tree(Documents.Typical).ToJsonNode()!.ToJsonString();

    [Fact]
    public void AnyTruncation_IsReadOrReported()
    {
        for (int length = 0; length < Documents.Typical.Length; length += 11) AssertSound("spec.yaml", Documents.Typical[..length]);
        for (int length = 0; length < s_json.Length; length += 11) AssertSound("spec.json", s_json[..length]);
    }

    [Fact]
    public void AnyMutation_IsReadOrReported()
    {
        const string Intruders = "{}[]:,-?!&*#|>'\"%@`~ \t\n\\<=0x\u2028\uD83D\uFEFF";
        var random = new Random(Seed);
        for (int round = 0; round < 400; round++)
        {
            bool isJson = round % 2 == 0;
            char[] text = (isJson ? s_json : Documents.Typical).ToCharArray();
            for (int change = 0; change < 1 + (round % 4); change++) text[random.Next(text.Length)] = Intruders[random.Next(Intruders.Length)];
            AssertSound(isJson ? "spec.json" : "spec.yaml", new string(text));
        }
    }

    [Fact]
    public void AnyValueInPlaceOfAnother_IsReadOrReported()
    {
        string[] values = ["null", "5", "-1.5", "true", "\"x\"", "[]", "[null]", "{}", "{\"$ref\":5}", "{\"$ref\":\"#/paths\"}", "{\"$ref\":\"#/components/schemas/ErrorResponse\"}"];
        SpecNode root = Spec.Tree(s_json, "spec.json");
        var pointers = new List<string>();
        Collect(root);

        var random = new Random(Seed);
        foreach (string pointer in pointers)
        {
            AssertSound("spec.json", Replaced(root, pointer, values[random.Next(values.Length)]));
        }

        void Collect(SpecNode node)
        {
            if (node.Parent is not null) pointers.Add(node.Pointer);
            foreach (SpecNode item in node.Items) Collect(item);
            foreach (SpecMember member in node.Members) Collect(member.Value);
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
        SpecDocument document = Spec.Read(text, file);

        Assert.All(document.Diagnostics, found =>
        {
            Assert.Matches("^EVO10\\d\\d$", found.Id);
            Assert.DoesNotContain("Please report", found.Message);
            Assert.DoesNotContain("cannot read the document's structure", found.Message);
            Assert.InRange(found.Line, 1, text.Split('\n').Length + 1);
            Assert.True(found.Column >= 1);
        });
        if (document.Root is null) Assert.NotEmpty(document.Diagnostics);
        else Assert.True(document.IsReadable);
    }
}
