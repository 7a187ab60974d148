using Evolink.Tool.Studio.Jobs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Evolink.Tool.Studio.Endpoints;

/// <summary>GET /api/events: the jobs as they change, as server-sent events.</summary>
internal static class EventEndpoint
{
    /// <summary>Something is said at least so often, so that a page that is gone is noticed.</summary>
    private static readonly TimeSpan s_quiet = TimeSpan.FromSeconds(15);

    public static void Map(WebApplication app, JobFeed feed, ResultFolder results, CancellationToken stopped) => app.MapGet("/api/events", async context =>
    {
        using CancellationTokenSource ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopped);
        context.Response.ContentType = "text/event-stream";
        using JobFeed.Subscription subscription = feed.Subscribe();
        try
        {
            await SayAsync(context.Response, ": open\n\n", ended.Token);
            while (true)
            {
                string text = await WaitAsync(subscription, ended.Token) && subscription.Changes.TryRead(out GenerationJob? job)
                    ? $"event: job\ndata: {JsonReply.Text(StudioJob.Brief(job, feed, results))}\n\n"
                    : ": quiet\n\n";
                await SayAsync(context.Response, text, ended.Token);
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The page was closed, or the studio ends.
        }
    });

    private static async Task<bool> WaitAsync(JobFeed.Subscription subscription, CancellationToken cancellationToken)
    {
        using CancellationTokenSource quiet = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        quiet.CancelAfter(s_quiet);
        try
        {
            return await subscription.Changes.WaitToReadAsync(quiet.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private static async Task SayAsync(HttpResponse response, string text, CancellationToken cancellationToken)
    {
        await response.WriteAsync(text, cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
    }
}
