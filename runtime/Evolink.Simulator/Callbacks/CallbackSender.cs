using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;

namespace Evolink.Simulation;

/// <summary>
/// Calls the <c>callback_url</c> of tasks that have ended, as the service does: the body of the query, ten seconds for an answer, and three
/// more tries after 1, 2 and 4 seconds.
/// </summary>
/// <param name="redirect">Says where a callback goes in place of its address.</param>
/// <param name="time">The clock that tasks live by.</param>
internal sealed class CallbackSender(Func<Uri, Uri?> redirect, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan[] s_pauses = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4)];
    private static readonly string[] s_ends = ["completed", "failed", "cancelled"];

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = Timeout.InfiniteTimeSpan };
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<CallbackRecord> _records = new();

    /// <summary>Where result files are served.</summary>
    public string Origin { get; set; } = "";

    public IReadOnlyList<CallbackRecord> Records => [.. _records];

    /// <summary>Plans the call of a task that has an address and an end.</summary>
    public void Plan(SimulatedTask task)
    {
        if (task.Family is not null || FindAddress(task.Created.Body) is not { } address) return;
        if (task.Script.Steps.FirstOrDefault(static step => s_ends.Contains(step.Status)) is not { } end) return;
        _ = SendAsync(task, address, end.After);
    }

    public void Dispose()
    {
        _stop.Cancel();
        _http.Dispose();
        _stop.Dispose();
    }

    private async Task SendAsync(SimulatedTask task, Uri named, TimeSpan end)
    {
        try
        {
            if (end - task.Elapsed is { Ticks: > 0 } left) await Task.Delay(left, time, _stop.Token).ConfigureAwait(false);
            if (redirect(named) is not { } address) return;
            for (int attempt = 1; !await CallAsync(task, address, attempt).ConfigureAwait(false) && attempt <= s_pauses.Length; attempt++)
            {
                await Task.Delay(s_pauses[attempt - 1], time, _stop.Token).ConfigureAwait(false);
            }
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or ObjectDisposedException)
        {
            // The simulator ended first.
        }
    }

    private async Task<bool> CallAsync(SimulatedTask task, Uri address, int attempt)
    {
        int? status = null;
        using CancellationTokenSource timeout = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        using ITimer timer = time.CreateTimer(static state => ((CancellationTokenSource)state!).Cancel(), timeout, s_timeout, Timeout.InfiniteTimeSpan);
        try
        {
            using StringContent body = new(TaskJson.Detail(task, Origin).ToJsonString(), Encoding.UTF8, "application/json");
            using HttpResponseMessage answer = await _http.PostAsync(address, body, timeout.Token).ConfigureAwait(false);
            status = (int)answer.StatusCode;
        }
        catch (Exception unanswered) when (unanswered is HttpRequestException or OperationCanceledException && !_stop.IsCancellationRequested)
        {
            // No answer is an answer, too.
        }

        _records.Enqueue(new CallbackRecord(task.Created.Id, attempt, status, time.GetUtcNow()));
        return status is >= 200 and <= 299;
    }

    private static Uri? FindAddress(JsonElement body) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty("callback_url", out JsonElement text) && text.ValueKind == JsonValueKind.String
            && Uri.TryCreate(text.GetString(), UriKind.Absolute, out Uri? address) ? address : null;
}
