using System.Text;
using Evolink.Codegen.Diagnostics;
using Evolink.Codegen.OpenApi;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.OpenApi;

public class HostileInputTests
{
    private const int Depth = 100_000;

    public static TheoryData<string, string> DeepTexts => new()
    {
        { "spec.yaml", Repeat("[", Depth) },
        { "spec.yaml", "a: " + Repeat("{a: ", Depth) },
        { "spec.yaml", Repeat("- ", Depth) },
        { "spec.yaml", Lines(0, 1000, indent => new string(' ', indent) + "a:") },
        { "spec.yaml", Repeat("[", Depth) + Repeat("]", Depth) },
        { "spec.json", Repeat("[", Depth) },
        { "spec.json", Repeat("{\"a\":", Depth) + "1" + Repeat("}", Depth) },
    };

    [Theory]
    [MemberData(nameof(DeepTexts), DisableDiscoveryEnumeration = true)]
    public void DeepNesting_EndsInADiagnostic(string file, string text)
    {
        SpecDocument document = OnASmallStack(() => Spec.Read(text, file));

        Assert.Null(document.Root);
        Assert.Equal("EVO1007", Assert.Single(document.Diagnostics).Id);
    }

    [Fact]
    public void DeepKeys_EndInADiagnostic() =>
        OnASmallStack(() => Spec.Read(Repeat("? ", Depth))).Diagnostics.AssertOne("EVO1001", 1, 3);

    [Fact]
    public void MoreValuesThanTheBudget_EndInADiagnostic() =>
        Assert.Equal("EVO1007", Assert.Single(Spec.Read("[" + Repeat("1,", 1_000_000) + "1]", "spec.json").Diagnostics).Id);

    [Fact]
    public void NestingOverTheBudget_IsLocated() =>
        Spec.Read("openapi: 3.1.0\nx-a: " + Repeat("[", 128) + Repeat("]", 128)).Diagnostics.AssertOne("EVO1007", 2, 6 + 127);

    [Fact]
    public void NestingWithinTheBudget_IsReadOnASmallStack()
    {
        // A schema of 120 levels, within three of the document's own.
        string schema = Repeat("{properties: {a: ", 60) + "{type: string, nullable: true}" + Repeat("}}", 60);
        SpecDocument document = OnASmallStack(() => Spec.Read("openapi: 3.1.0\ncomponents: {schemas: {Thing: " + schema + "}}"));

        Assert.Empty(document.Diagnostics);
        Assert.Contains("""{"type":["string","null"]}""", document.Thing().ToJsonNode()!.ToJsonString(new() { MaxDepth = 200 }));
    }

    [Fact]
    public void AnAliasBomb_EndsInADiagnostic()
    {
        SpecDocument document = Spec.Read("openapi: 3.1.0\na0: &a0 [x, x]\n" + Lines(1, 29, level => $"a{level}: &a{level} [{Repeat($"*a{level - 1}, ", 10)}]"));

        Assert.Null(document.Root);
        Assert.Equal("EVO1007", Assert.Single(document.Diagnostics).Id);
    }

    [Fact]
    public void AliasesThatGrowDeep_EndInADiagnostic()
    {
        SpecDocument document = Spec.Read("openapi: 3.1.0\na0: &a0 [x]\n" + Lines(1, 200, level => $"a{level}: &a{level} [*a{level - 1}]"));

        Assert.Equal("EVO1007", Assert.Single(document.Diagnostics).Id);
    }

    [Fact]
    public void ManyUsesOfALargeComponent_EndInADiagnostic()
    {
        SpecDocument document = Spec.Read(
            "openapi: 3.1.0\ncomponents:\n  responses:\n    R:\n      description: x\n      headers:\n"
            + Lines(1, 1000, index => $"        H{index}: {{schema: {{}}}}")
            + "paths:\n"
            + Lines(1, 1000, index => $"  /p{index}: {{get: {{responses: {{200: {{$ref: '#/components/responses/R'}}}}}}}}"));

        Assert.False(document.IsReadable);
        Assert.Equal("EVO1007", Assert.Single(document.Diagnostics).Id);
    }

    [Fact]
    public void AHugeScalar_IsRead()
    {
        string text = new('x', 3_000_000);

        Assert.Equal(text, Spec.ReadSchema("description: " + text).Thing()["description"]!.Text);
        Assert.Equal("EVO1003", Assert.Single(Spec.ReadSchema("maxLength: " + new string('9', 300_000)).Diagnostics).Id);
    }

    [Fact]
    public void AChainOfManyReferences_IsReadOnASmallStack()
    {
        string chain = Lines(0, 20_000, index => $"    S{index}: {{$ref: '#/components/schemas/S{index + 1}'}}");

        SpecDocument document = OnASmallStack(() => Spec.Read("openapi: 3.1.0\ncomponents:\n  schemas:\n" + chain + "    S20000: {type: string}\n"));

        Assert.Empty(document.Diagnostics);
        Assert.Equal("string", document.Resolve(document.Root!.At("/components/schemas/S0")!)!["type"]!.Text);
    }

    [Fact]
    public void AFileThatIsWrongThroughout_IsReportedInAHundredMessages()
    {
        IReadOnlyList<SpecDiagnostic> found = Spec.ReadSchema(string.Join("\n", Enumerable.Range(0, 500).Select(index => $"minLength: x{index}"))).Diagnostics;

        Assert.Equal(101, found.Count);
        Assert.Contains("400 more", found[^1].Message);
    }

    [Fact]
    public void Cancellation_IsTheOnlyThrow()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.Throws<OperationCanceledException>(() => SpecReader.Read("spec.yaml", Documents.Typical, cancelled.Token));
        Assert.Throws<OperationCanceledException>(() => SpecReader.Read("spec.json", "{}", cancelled.Token));
    }

    private static string Repeat(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();

    private static string Lines(int first, int count, Func<int, string> line) =>
        string.Concat(Enumerable.Range(first, count).Select(index => line(index) + "\n"));

    // A compiler's thread on some platforms has no more, and an overflow would end the test process.
    private static SpecDocument OnASmallStack(Func<SpecDocument> read)
    {
        SpecDocument? document = null;
        var thread = new Thread(() => document = read(), maxStackSize: 512 * 1024);
        thread.Start();
        thread.Join();
        return document!;
    }
}
