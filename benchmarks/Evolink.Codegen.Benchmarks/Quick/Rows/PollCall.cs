using Evolink.Runtime.Configuration;
using Evolink.Runtime.Http;
using Evolink.Runtime.Pipeline;
using Evolink.Runtime.Retry;
using Evolink.Runtime.Tasks.Polling;

namespace Evolink.Codegen.Benchmarks.Quick.Rows;

/// <summary>One poll of a task, as a wait sends it.</summary>
internal sealed class PollCall
{
    private readonly TaskFamily<TaskDetailResponse> _family;
    private readonly TaskQuery _query;
    private TaskResponse? _earlier;

    public PollCall(HttpMessageInvoker http, string server = "https://api.evolink.ai")
    {
        _family = new TaskFamily<TaskDetailResponse>(new ApiOperation("getTaskDetail", "GET", "/v1/tasks/{task_id}", server)) { RequiresResults = true };
        ClientSettings settings = ClientSettings.From(new ApiDescriptor { ClientName = "Benchmark", Servers = [server], TaskFamilies = [_family] }, new EvolinkOptions { ApiKey = Rivals.InMemory.Key });
        _query = new TaskQuery(settings, new CallSender(settings, new HttpSender(settings, http), new CooldownSignal()));
    }

    /// <summary>Polls a task that says the same as before, as one that is under way does most of the time.</summary>
    public async Task SendAsync() => _earlier = await _query.PollAsync(_family, Rivals.InMemory.TaskId, _earlier, CancellationToken.None);

    /// <summary>Polls a task that says something new.</summary>
    public async Task SendChangedAsync() => await _query.PollAsync(_family, Rivals.InMemory.TaskId, earlier: null, CancellationToken.None);
}
