using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Microsoft.Kiota.Serialization.Json;

namespace Evolink.Codegen.Benchmarks.Rivals;

/// <summary>The same by Kiota's request adapter, with the model that its generator would write.</summary>
internal sealed class KiotaApi : IDisposable
{
    private readonly HttpClientRequestAdapter _adapter;

    public KiotaApi(HttpClient http) => _adapter = new HttpClientRequestAdapter(new AnonymousAuthenticationProvider(), new JsonParseNodeFactory(), new JsonSerializationWriterFactory(), http)
    {
        BaseUrl = "https://api.evolink.ai",
    };

    public Task<KiotaTask?> GetAsync(string id)
    {
        RequestInformation request = new(Method.GET, "{+baseurl}/v1/tasks/{task_id}", new Dictionary<string, object> { ["task_id"] = id });
        request.Headers.TryAdd("Accept", "application/json");
        return _adapter.SendAsync(request, static _ => new KiotaTask());
    }

    public void Dispose() => _adapter.Dispose();
}

/// <summary>The members that the query answers, as Kiota reads them.</summary>
internal sealed class KiotaTask : IParsable
{
    public string? Id { get; private set; }

    public string? Model { get; private set; }

    public string? Status { get; private set; }

    public string? Type { get; private set; }

    public int? Progress { get; private set; }

    public List<string>? Results { get; private set; }

    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        ["id"] = node => Id = node.GetStringValue(),
        ["model"] = node => Model = node.GetStringValue(),
        ["status"] = node => Status = node.GetStringValue(),
        ["type"] = node => Type = node.GetStringValue(),
        ["progress"] = node => Progress = node.GetIntValue(),
        ["results"] = node => Results = [.. node.GetCollectionOfPrimitiveValues<string>()],
    };

    public void Serialize(ISerializationWriter writer) => throw new NotSupportedException("It is only read.");
}
