using System.Net;
using System.Text.RegularExpressions;
using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Capabilities.Parameters;

/// <summary>The examples of the OpenAPI specification's table of styles, one by one.</summary>
public sealed partial class StyleTableTests
{
    private static readonly string[] s_operations =
    [
        "Simple", "SimpleExploded", "Label", "LabelExploded", "Matrix", "MatrixExploded", "Form", "FormExploded", "Space", "Pipe", "Deep", "Header", "HeaderExploded", "Cookie",
    ];

    private static Consumer Own => Consumer.OfFile("Parameters/styles.yaml", string.Join("\n", s_operations.Select(operation => $$"""
        public static Task {{operation}}Text(EvolinkClient client) => client.{{operation}}.{{operation}}Async("blue");
        public static Task {{operation}}List(EvolinkClient client) => client.{{operation}}.{{operation}}Async(new[] { "blue", "black", "brown" });
        public static Task {{operation}}Object(EvolinkClient client) => client.{{operation}}.{{operation}}Async(new ColorObject { R = 100, G = 200, B = 150 });
        """)));

    [Theory]
    [InlineData("Simple", "/blue", "/blue,black,brown", "/R,100,G,200,B,150")]
    [InlineData("SimpleExploded", "/blue", "/blue,black,brown", "/R=100,G=200,B=150")]
    [InlineData("Label", "/.blue", "/.blue,black,brown", "/.R,100,G,200,B,150")]
    [InlineData("LabelExploded", "/.blue", "/.blue.black.brown", "/.R=100.G=200.B=150")]
    [InlineData("Matrix", "/;color=blue", "/;color=blue,black,brown", "/;color=R,100,G,200,B,150")]
    [InlineData("MatrixExploded", "/;color=blue", "/;color=blue;color=black;color=brown", "/;R=100;G=200;B=150")]
    [InlineData("Form", "?color=blue", "?color=blue,black,brown", "?color=R,100,G,200,B,150")]
    [InlineData("FormExploded", "?color=blue", "?color=blue&color=black&color=brown", "?R=100&G=200&B=150")]
    [InlineData("Space", "?color=blue", "?color=blue%20black%20brown", "?color=R%20100%20G%20200%20B%20150")]
    [InlineData("Pipe", "?color=blue", "?color=blue%7Cblack%7Cbrown", "?color=R%7C100%7CG%7C200%7CB%7C150")]
    [InlineData("Deep", "?color=blue", "?color%5B0%5D=blue&color%5B1%5D=black&color%5B2%5D=brown", "?color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150")]
    [InlineData("Header", "blue", "blue,black,brown", "R,100,G,200,B,150")]
    [InlineData("HeaderExploded", "blue", "blue,black,brown", "R=100,G=200,B=150")]
    [InlineData("Cookie", "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150")]
    public async Task AValue_IsWrittenAsTheTableHasIt(string operation, string text, string list, string members)
    {
        Assert.Equal(text, await SentAsync(operation, "Text"));
        Assert.Equal(list, await SentAsync(operation, "List"));
        Assert.Equal(members, await SentAsync(operation, "Object"));
    }

    [Fact]
    public void NothingIsReported() => Own.Generation.AssertNoDiagnostics();

    private static async Task<string> SentAsync(string operation, string value)
    {
        Sent sent = await Own.SendAsync(operation + value, static () => new HttpResponseMessage(HttpStatusCode.NoContent));
        return sent.Header("color") ?? sent.Header("Cookie") ?? Path().Replace(sent.Target, "");
    }

    [GeneratedRegex("^/v1/[A-Za-z]+")]
    private static partial Regex Path();
}
