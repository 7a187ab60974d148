using Evolink.Tool.Cli;
using Evolink.Tool.Loopback;
using Evolink.Tool.Sessions;
using Evolink.Tool.Studio.Checks;
using Evolink.Tool.Studio.Endpoints;
using Evolink.Tool.Studio.Jobs;
using Microsoft.AspNetCore.Builder;

namespace Evolink.Tool.Studio;

/// <summary>Serves the studio to a browser of this machine until it is stopped.</summary>
internal static class StudioHost
{
    /// <summary>How often jobs that other programs have begun are looked for.</summary>
    private static readonly TimeSpan s_lookInterval = TimeSpan.FromSeconds(3);

    public static async Task RunAsync(ToolEnvironment environment, Session session, string folder, int port, bool opensBrowser, CancellationToken stopped)
    {
        StudioAccess access = StudioAccess.Create();
        // The page does not wait for the prices, and does without them where they cannot be had. A request with a limit waits.
        _ = session.GetPricesAsync(stopped);
        CostForecast forecast = new(() => session.Prices);
        await using JobFeed feed = new(session, forecast, s_lookInterval);
        await feed.StartAsync(stopped);
        using ResultFolder results = new(folder);
        await using WebApplication app = LoopbackServer.CreateBuilder(port).Build();
        app.Use(access.CheckAsync);
        app.UseRouting();
        PageEndpoints.Map(app);
        ModelEndpoints.Map(app, new RequestCheck(forecast));
        UploadEndpoint.Map(app, session);
        JobEndpoints jobs = new(session, feed, forecast, results);
        jobs.Map(app);
        EventEndpoint.Map(app, feed, results, stopped);
        Uri page = access.AddressOf(await LoopbackServer.StartAsync(app, stopped));
        await environment.Screen.Out.WriteLineAsync(page.AbsoluteUri);
        using OpeningFile? opening = opensBrowser ? OpeningFile.Create(environment.DataFolder, page) : null;
        if (opening is not null)
        {
            access.Opened += opening.Dispose;
            if (!environment.OpenBrowser(opening.Address)) await environment.Screen.Error.WriteLineAsync("No browser could be opened. Open the address in one.");
        }

        await environment.Screen.Error.WriteLineAsync($"{(session.IsSimulated ? "A simulator answers; nothing is paid for. " : "")}Results are saved in '{folder}'. Ctrl-C ends the studio.");
        await Task.Delay(Timeout.Infinite, stopped).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await app.StopAsync(new CancellationToken(canceled: true));
        int withdrawn = await jobs.WithdrawUnsentAsync();
        if (withdrawn > 0) await environment.Screen.Error.WriteLineAsync($"{withdrawn} requests that were not sent yet are cancelled.");
        if (feed.OpenCount > 0 && !session.IsSimulated) await environment.Screen.Error.WriteLineAsync("What was sent goes on. The next studio has it, and so has: evolink jobs list");
    }
}
