using System.Text.Json;
using Evolink.Runtime.Text;
using Evolink.Tests.Support;

namespace Evolink.Tests.Text;

/// <summary>What a server says stands in logs and messages as printable text, on one line.</summary>
public sealed class LogTextTests
{
    [Theory]
    [InlineData("task-1", "task-1")]
    [InlineData("видео-任务 🎬", "видео-任务 🎬")]
    [InlineData("a\r\nfail: forged", "a\\u000D\\u000Afail: forged")]
    [InlineData("\u001b[2J", "\\u001B[2J")]
    [InlineData("a\u202eb\u2066c", "a\\u202Eb\\u2066c")]
    [InlineData("a\u2028b\u0085c\u007f", "a\\u2028b\\u0085c\\u007F")]
    [InlineData("a\u200bb\ufeff", "a\\u200Bb\\uFEFF")]
    public void WhatIsNotPrintable_IsEscaped(string text, string printable) => Assert.Equal(printable, PrintableText.Escape(text));

    // Not a row of the theory: an attribute cannot hold half a pair.
    [Fact]
    public void HalfAPair_IsReplaced() => Assert.Equal("a\ufffdb", PrintableText.Escape("a\ud83db"));

    [Theory]
    [InlineData("abcdef", "abc…")]
    [InlineData("ab🎬def", "ab…")]
    public void ALongText_IsCut_AndNoCharacterIsHalved(string text, string cut) => Assert.Equal(cut, PrintableText.Escape(text, 3));

    [Fact]
    public async Task ATaskId_ForgesNoLine_OfALogOrAMessage()
    {
        const string Id = "task-1\r\nfail: \u001b[31mforged\u202e";
        string json = $"{{\"id\":{JsonSerializer.Serialize(Id)},\"status\":\"pending\"}}";
        StubServer server = StubServer.Sequence(() => StubServer.Json(json), () => StubServer.Json("{\"id\":\"task-1\",\"status\":\"as\\nleep\"}"));
        using HttpClient http = server.Client();
        ManualTimeProvider time = new();
        EvolinkOptions options = TestApi.Options(time);
        LogLines lines = new();
        options.LoggerFactory = lines;
        using TestClient client = new(options, http);

        GenerationTask<TestTask> task = await client.SubmitAsync(new TestRequest());
        Exception error = await Assert.ThrowsAnyAsync<EvolinkException>(() => time.RunAsync(task.WaitAsync()));

        Assert.Equal(Id, task.Id);
        Assert.Contains(lines.All, line => line.Contains("created the task task-1\\u000D\\u000A", StringComparison.Ordinal));
        Assert.All([.. lines.All, error.Message], line => Assert.DoesNotContain(line, character => char.IsControl(character) || character == '\u202e'));
    }

    [Fact]
    public async Task StatusesWithoutEnd_AreToldOnce_AndNotKept()
    {
        StubServer server = new(request => StubServer.Json(TestApi.Task(new string('x', 1000) + request.Number)));
        using HttpClient http = server.Client();
        ManualTimeProvider time = new();
        EvolinkOptions options = TestApi.Options(time);
        LogLines lines = new();
        options.LoggerFactory = lines;
        using TestClient client = new(options, http);

        await Assert.ThrowsAnyAsync<EvolinkException>(() => time.RunAsync(client.Resume("task-1").WaitAsync()));

        Assert.Single(lines.All, line => line.Contains("xxx", StringComparison.Ordinal));
    }
}
