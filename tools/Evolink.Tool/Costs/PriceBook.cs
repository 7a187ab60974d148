using Evolink.Tool.Cli;
using Evolink.Tool.Connections;

namespace Evolink.Tool.Costs;

/// <summary>Gets the price list: of the last hour from a file, else from the service, else the last one that there was. It needs no key.</summary>
internal static class PriceBook
{
    private static readonly TimeSpan s_fresh = TimeSpan.FromHours(1);

    // Prices change from week to week, not from hour to hour.
    private static readonly TimeSpan s_usable = TimeSpan.FromDays(7);

    // It is on this machine, and slow only where all of it is.
    private static readonly TimeSpan s_simulatorPatience = TimeSpan.FromMinutes(1);

    /// <summary>The list of the service.</summary>
    public static async Task<PriceLookup> ReadAsync(ToolEnvironment environment, CancellationToken cancellationToken)
    {
        Uri? address = Account.BaseAddress(environment);
        PriceCache cache = new(Path.Combine(environment.DataFolder, $"prices{AddressSuffix.Of(address)}.json"), environment.Time);
        if (cache.Read(s_fresh) is { } fresh) return new PriceLookup(PriceList.Create(fresh));

        // The list is public, and the client sends no key where none is asked for; but it wants to be given one.
        EvolinkOptions options = new() { ApiKey = "none", BaseAddress = address, UserAgentSuffix = ToolVersion.UserAgent, MaxRetries = 0 };
        Account.ThrowIfInvalid(options);
        using EvolinkClient client = new(options);
        (PriceListResponse? response, string? problem) = await RequestAsync(client, environment.PricePatience, cancellationToken);
        if (response is not null) cache.Write(response);
        else response = cache.Read(s_usable);
        return response is null ? new PriceLookup(null, problem) : new PriceLookup(PriceList.Create(response));
    }

    /// <summary>The list of the service, or of a simulator.</summary>
    public static async Task<PriceLookup> ReadAsync(ToolEnvironment environment, bool simulate, CancellationToken cancellationToken)
    {
        if (!simulate) return await ReadAsync(environment, cancellationToken);
        await using ServiceConnection service = await ServiceConnection.OpenAsync(environment, simulate, cancellationToken);
        return await ReadAsync(service.Client, cancellationToken);
    }

    /// <summary>The list of a simulator, which is asked each time.</summary>
    public static async Task<PriceLookup> ReadAsync(EvolinkClient client, CancellationToken cancellationToken)
    {
        (PriceListResponse? response, string? problem) = await RequestAsync(client, s_simulatorPatience, cancellationToken);
        return response is null ? new PriceLookup(null, problem) : new PriceLookup(PriceList.Create(response));
    }

    private static async Task<(PriceListResponse? Response, string? Problem)> RequestAsync(EvolinkClient client, TimeSpan patience, CancellationToken cancellationToken)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience);
        try
        {
            PriceListResponse response = await client.Models.ListPricesAsync(limit.Token);
            return response.Data is { Count: > 0 } ? (response, null) : (null, "It is empty.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, $"It did not come within {patience.TotalSeconds:0} seconds.");
        }
        catch (EvolinkException problem) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, problem.Message);
        }
    }
}
