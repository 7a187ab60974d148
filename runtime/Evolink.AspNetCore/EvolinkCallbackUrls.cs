using System.Buffers.Binary;
using Evolink.Webhooks;
using Microsoft.Extensions.Options;

namespace Evolink;

/// <summary>Makes the addresses that requests carry as <c>callback_url</c>. Registered by <c>AddEvolinkWebhooks</c>.</summary>
public sealed class EvolinkCallbackUrls
{
    private static readonly TimeSpan s_longestPeriod = TimeSpan.FromDays(3650);

    private readonly IOptions<EvolinkWebhookOptions> _options;
    private readonly WebhookRoute _route;
    private readonly TimeProvider _time;

    internal EvolinkCallbackUrls(IOptions<EvolinkWebhookOptions> options, WebhookRoute route, TimeProvider time) => (_options, _route, _time) = (options, route, time);

    /// <summary>An address of this host that is good for <see cref="EvolinkWebhookOptions.Lifetime"/>. Treat it as a secret: whoever has it may call it.</summary>
    /// <param name="correlationId">What the handler is told with the task, such as the id of an order: at most 256 bytes. It can be read in the address, and not changed.</param>
    /// <returns>The address.</returns>
    /// <exception cref="ArgumentException">The correlation id is too long.</exception>
    /// <exception cref="InvalidOperationException">No public address is set, or nothing is mapped.</exception>
    public Uri Create(string correlationId = "")
    {
        ArgumentNullException.ThrowIfNull(correlationId);
        EvolinkWebhookOptions options = _options.Value;
        return Locate(options, CallbackToken.Create(options.Secrets[0], Later(_time.GetUtcNow(), options.Lifetime), correlationId));
    }

    /// <summary>An address for a request that may be sent again with its key: for the same key and moment the same one, as long as the secret and the lifetime are.</summary>
    /// <param name="key">The key.</param>
    /// <param name="since">When the request was written down; the address is good for twice the lifetime from there. Null where nobody knows.</param>
    internal Uri CreateOfKey(string key, DateTimeOffset? since)
    {
        EvolinkWebhookOptions options = _options.Value;
        DateTimeOffset from = since ?? PeriodOf(key, options);
        return Locate(options, CallbackToken.Create(options.Secrets[0], Later(Later(from, options.Lifetime), options.Lifetime), "", key));
    }

    /// <summary>When the present one of the periods began that are as long as an address is good. They begin at another moment for each key, so that not all requests of one moment change theirs.</summary>
    private DateTimeOffset PeriodOf(string key, EvolinkWebhookOptions options)
    {
        long length = Math.Clamp(options.Lifetime.Ticks, TimeSpan.TicksPerSecond, s_longestPeriod.Ticks);
        long phase = (long)(BinaryPrimitives.ReadUInt64BigEndian(CallbackToken.DeriveFrom(options.Secrets[0], key).AsSpan(^sizeof(ulong)..)) % (ulong)length);
        long now = _time.GetUtcNow().UtcTicks;
        return new DateTimeOffset(Math.Max(0, now - ((now + phase) % length)), TimeSpan.Zero);
    }

    private static DateTimeOffset Later(DateTimeOffset moment, TimeSpan duration) => duration < DateTimeOffset.MaxValue - moment ? moment + duration : DateTimeOffset.MaxValue;

    private Uri Locate(EvolinkWebhookOptions options, string token)
    {
        Uri host = options.PublicAddress ?? throw new InvalidOperationException($"{nameof(EvolinkWebhookOptions)}.{nameof(EvolinkWebhookOptions.PublicAddress)} is not set: where the service reaches this host is known to you alone.");
        string path = _route.GetPath(token);
        return new Uri($"{host.AbsoluteUri.TrimEnd('/')}/{path.TrimStart('/')}");
    }
}
