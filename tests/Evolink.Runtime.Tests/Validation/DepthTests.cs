using System.Diagnostics;
using System.Text;
using System.Text.Json;
using static Evolink.Tests.Validation.Checking;

namespace Evolink.Tests.Validation;

public class DepthTests
{
    [Fact]
    public void AnObjectThatContainsItself_FailsInPlaceOfOverflowingTheStack() => OnASmallStack(() =>
    {
        List<Node> items = [];
        Node cycle = new() { Items = items };
        items.AddRange([cycle, cycle, new Node()]);

        Assert.Contains("must not be nested too deeply", Fails((ref context) => context.Ref(cycle, "Root", "root")), StringComparison.Ordinal);
        Assert.Throws<JsonException>(() => Write(cycle));
        Assert.Null(JsonParts.Create(cycle));
    });

    [Fact]
    public void AMapThatContainsItself_Fails() => OnASmallStack(() =>
    {
        Dictionary<string, Node> members = [];
        Node cycle = new() { Members = members };
        members.Add("own", cycle);

        Assert.Contains("nested too deeply", Fails((ref context) => context.Ref(cycle, "Root", "root")), StringComparison.Ordinal);
        Assert.Throws<JsonException>(() => Write(cycle));
    });

    [Fact]
    public void ObjectsOf200000Levels_Fail() => OnASmallStack(() =>
    {
        Node node = Nested(200_000);

        Assert.Contains("nested too deeply", Fails((ref context) => context.Ref(node, "Root", "root")), StringComparison.Ordinal);
        Assert.Throws<JsonException>(() => Write(node));
    });

    [Theory]
    [InlineData(100, true)]
    [InlineData(300, false)]
    public void TheDepth_IsLimitedFarBeyondWhatAServiceTakes(int levels, bool passes)
    {
        Node node = Nested(levels);

        Assert.Equal(passes, Passes((ref context) => context.Ref(node, "Root", "root")));
    }

    // .NET reads 64 levels unless it is told otherwise.
    [Theory]
    [InlineData(65)]
    [InlineData(200)]
    public void JsonWithinTheLimit_IsLookedAt_AndWritten_HoweverDeep(int levels)
    {
        Node node = Nested(levels);
        JsonValueWriter<Node> write = static (writer, value) => value.WriteTo(writer);
        ApiCall call = new(new ApiOperation("list", "GET", "/v1/a/{one}", "https://api.test"));

        Assert.Equal(JsonValueKind.Object, JsonParts.Create(node)!.Value.ValueKind);
        Assert.NotNull(call.Form(node).Body!.Prepare());
        Assert.NotNull(call.Multipart(node).Body!.Prepare());
        Assert.Contains("next", call.Path("one", node, write).PathAndQuery(), StringComparison.Ordinal);
        Assert.Contains("next", call.Query("two", node, write).PathAndQuery(), StringComparison.Ordinal);
    }

    [Fact]
    public void ADepthInsideABranch_IsAFailureToo_WhateverTheBranchIsFor() => OnASmallStack(() =>
    {
        Node node = Nested(1_000);

        // "not" would pass because its rule fails, the condition would go on to no rule at all.
        Assert.Contains("nested too deeply", Fails((ref context) => context.Not(node, "nothing", "", "", Deep)), StringComparison.Ordinal);
        Assert.Contains("nested too deeply", Fails((ref context) => context.If(node, Deep, null, null)), StringComparison.Ordinal);
        Assert.Contains("nested too deeply", Fails((ref context) => context.AnyOf(node, "any", "", "", Deep, static (Node _, ref SchemaValidationContext _) => { })), StringComparison.Ordinal);

        static void Deep(Node value, ref SchemaValidationContext context) => context.Ref(value, "", "");
    });

    [Fact]
    public void AlternativesThatContainThemselves_AreNotTriedForEver()
    {
        Stopwatch watch = Stopwatch.StartNew();

        Assert.Contains("objects to check", Fails((ref context) => context.Ref(Doubling.Measure(60), "Root", "root")), StringComparison.Ordinal);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 30);
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("""{"a":""", "}")]
    public void JsonOf20000Levels_Fails(string open, string close) => OnASmallStack(() =>
    {
        string json = new StringBuilder().Insert(0, open, 20_000).Append('1').Append(string.Concat(Enumerable.Repeat(close, 20_000))).ToString();
        using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = int.MaxValue });
        JsonElement deep = document.RootElement;
        Dictionary<string, JsonElement> members = new() { ["deep"] = deep };

        Assert.Contains("nested too deeply", Fails((ref context) => context.WellFormed((JsonElement?)deep, "Extra", "extra")), StringComparison.Ordinal);
        Assert.Equal("extra[\"deep\"]: must not be nested too deeply (more than 256 levels, or a value contains itself).", Fails((ref context) => context.WellFormed(members, "Extra", "extra")));
        Check((ref context) => context.UniqueItems<JsonElement>([.. Enumerable.Repeat(deep, 20)], "", ""));
        Assert.False(Passes((ref context) => context.Enum(deep, JsonElement.Parse("[1]"), "", "")));
    });

    [Fact]
    public void AReaderWithoutALimit_DoesNotOverflowTheStack() => OnASmallStack(() =>
    {
        byte[] json = [.. Enumerable.Repeat("{\"next\":"u8.ToArray(), 10_000).SelectMany(static open => open), .. "null"u8, .. Enumerable.Repeat((byte)'}', 10_000)];

        Assert.Throws<JsonException>(() =>
        {
            Utf8JsonReader reader = new(json, new JsonReaderOptions { MaxDepth = int.MaxValue });
            reader.Read();
            JsonRead.Model<Node>(ref reader);
        });
    });

    private static Node Nested(int levels)
    {
        Node node = new();
        for (int level = 0; level < levels; level++)
        {
            node = new Node { Next = node };
        }

        return node;
    }

    private static void Write(Node node)
    {
        using Utf8JsonWriter writer = new(Stream.Null);
        JsonWrite.Model(writer, node);
    }

    private static void OnASmallStack(Action action)
    {
        Exception? thrown = null;
        Thread thread = new(() => thrown = Record.Exception(action), 256 * 1024);
        thread.Start();
        thread.Join();
        Assert.Null(thrown);
    }

    /// <summary>What the generator emits for a schema that refers to itself.</summary>
    private sealed class Node : IJsonModel<Node>, IValidatable
    {
        public Node? Next { get; init; }

        public IReadOnlyList<Node>? Items { get; init; }

        public IReadOnlyDictionary<string, Node>? Members { get; init; }

        static Node IJsonModel<Node>.ReadFrom(ref Utf8JsonReader reader)
        {
            Node? next = null;
            while (JsonRead.NextMember(ref reader))
            {
                if (JsonRead.Is(ref reader, "next"u8)) next = JsonRead.Model<Node>(ref reader);
            }

            return new Node { Next = next };
        }

        public void WriteTo(Utf8JsonWriter writer)
        {
            writer.WriteStartObject();
            JsonWrite.Model(writer, "next"u8, Next);
            JsonWrite.List(writer, "items"u8, Items, JsonWrite.Model);
            JsonWrite.Map(writer, "members"u8, Members, JsonWrite.Model);
            writer.WriteEndObject();
        }

        public void Validate(ref SchemaValidationContext context)
        {
            context.Ref(Next, "Next", "next");
            context.Items(Items, "Items", "items", static (Node item, ref SchemaValidationContext context) => context.Ref(item, "", ""));
            context.AdditionalProperties(Members, "Members", "members", static (Node item, ref SchemaValidationContext context) => context.Ref(item, "", ""));
        }
    }

    /// <summary>Each level is asked for twice.</summary>
    private sealed class Doubling(Doubling? next) : IValidatable
    {
        public static Doubling Measure(int levels) => levels == 0 ? new(null) : new(Measure(levels - 1));

        public void Validate(ref SchemaValidationContext context)
        {
            context.Matches(next, static (Doubling? value, ref SchemaValidationContext context) => context.Ref(value, "", ""));
            context.Ref(next, "Next", "next");
        }
    }
}
