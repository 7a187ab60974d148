using Refit;

namespace Evolink.Codegen.Benchmarks.Rivals;

/// <summary>The same by Refit.</summary>
internal interface IRefitApi
{
    [Post("/v1/videos/generations")]
    Task<WireTask> CreateAsync([Body] WireRequest request);

    [Get("/v1/tasks/{id}")]
    Task<WireTask> GetAsync(string id);
}
