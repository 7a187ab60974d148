using Evolink.Tests.Support;

namespace Evolink.Tests.Tasks;

/// <summary>A client learns from each task how long the next one of its model will run.</summary>
public sealed class LearntRunTimeTests
{
    private static readonly TimeSpan s_runTime = TimeSpan.FromMinutes(4);

    private readonly ManualTimeProvider _time = new();
    private readonly List<TimeSpan> _polls = [];
    private TimeSpan _created;

    [Fact]
    public async Task AfterTasksThatRanLong_TheNextIsNotAskedForEarly_AndItsEndIsSeenSooner()
    {
        StubServer server = new(request =>
        {
            if (request.Method == "POST") _created = _time.Now;
            else _polls.Add(_time.Now - _created);
            return StubServer.Json(TestApi.Task(request.Method != "POST" && _time.Now - _created >= s_runTime ? "completed" : "processing", "\"model\":\"slow\",\"results\":[\"https://r.test/1\"]"));
        });
        using HttpClient http = server.Client();
        using TestClient client = new(TestApi.Options(_time), http);
        (TimeSpan firstPoll, TimeSpan firstLag) = await GenerateAsync(client);
        for (int task = 0; task < 8; task++) await GenerateAsync(client);

        (TimeSpan poll, TimeSpan lag) = await GenerateAsync(client);

        Assert.True(poll > firstPoll, $"The first poll came after {firstPoll} first, and after {poll} at the end.");
        Assert.True(lag < firstLag, $"The end was seen {firstLag} late first, and {lag} late at the end.");
    }

    private async Task<(TimeSpan FirstPoll, TimeSpan Lag)> GenerateAsync(TestClient client)
    {
        _polls.Clear();
        await _time.RunAsync(client.GenerateAsync(new TestRequest()));
        return (_polls[0], _polls[^1] - s_runTime);
    }
}
