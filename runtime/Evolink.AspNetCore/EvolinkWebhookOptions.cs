using System.Text;

namespace Evolink;

/// <summary>How callbacks of the service reach this host.</summary>
public sealed class EvolinkWebhookOptions
{
    internal const int ShortestSecret = 32;

    private static readonly TimeSpan s_longestHandlerTimeout = TimeSpan.FromHours(24);

    /// <summary>
    /// The secrets that callback addresses are signed with, each at least 32 bytes long. The first signs; all are accepted, so that a secret
    /// is replaced by putting a new one before it and taking the old one away once the last address made with it has run out.
    /// </summary>
    /// <value>The default is none: addresses cannot be made, and the host does not start.</value>
    public IList<string> Secrets { get; } = [];

    /// <summary>Where the service reaches this host: the scheme and host of the public side, and its path base where it has one.</summary>
    /// <value>The default is null: addresses cannot be made. It must be https.</value>
    public Uri? PublicAddress { get; set; }

    /// <summary>How long an address is good for.</summary>
    /// <remarks>
    /// Requests with an idempotency key, to which <see cref="AddToRequests"/> gives one, get an address that is the same when they are sent again, and good for up to twice as long: that of a durable
    /// job counts from when the job was enqueued, that of any other changes once in a lifetime.
    /// </remarks>
    /// <value>The default is 24 hours, which is how long results live.</value>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Whether each request that has no <c>callback_url</c> gets one as it is sent.</summary>
    /// <value>The default is <see langword="false"/>: requests are sent as they are, and <see cref="EvolinkCallbackUrls"/> makes addresses for those that want one.</value>
    public bool AddToRequests { get; set; }

    /// <summary>How many callbacks may wait for their tasks to be read. More are answered 503, and the service sends them again.</summary>
    /// <value>The default is 1000.</value>
    public int QueueLength { get; set; } = 1000;

    /// <summary>
    /// How long a handler may take for a task. Then its token is cancelled, and it is logged and not waited for any more: 16 tasks are handled at a time, and one that hangs would keep its place from others.
    /// </summary>
    /// <value>The default is 5 minutes. More than 0, and at most 24 hours.</value>
    public TimeSpan HandlerTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>What is wrong with the options; null where nothing is. No secret is in it.</summary>
    internal string? FindProblem()
    {
        if (Secrets.Count == 0) return $"{nameof(EvolinkWebhookOptions)}.{nameof(Secrets)} is empty. Set a secret of at least {ShortestSecret} bytes, from configuration that is not in the repository.";
        if (Secrets.Any(static secret => secret is null || Encoding.UTF8.GetByteCount(secret) < ShortestSecret)) return $"A secret in {nameof(EvolinkWebhookOptions)}.{nameof(Secrets)} is shorter than {ShortestSecret} bytes.";
        if (PublicAddress is { } address && (!address.IsAbsoluteUri || address.Scheme != Uri.UriSchemeHttps || address.Query.Length > 0 || address.Fragment.Length > 0))
        {
            return $"{nameof(EvolinkWebhookOptions)}.{nameof(PublicAddress)} must be an https address without a query, since the service calls no other.";
        }

        if (AddToRequests && PublicAddress is null) return $"{nameof(EvolinkWebhookOptions)}.{nameof(AddToRequests)} needs {nameof(PublicAddress)}.";
        if (Lifetime <= TimeSpan.Zero) return $"{nameof(EvolinkWebhookOptions)}.{nameof(Lifetime)} must be positive, and is {Lifetime}.";
        if (HandlerTimeout <= TimeSpan.Zero || HandlerTimeout > s_longestHandlerTimeout) return $"{nameof(EvolinkWebhookOptions)}.{nameof(HandlerTimeout)} must be over 0 and at most {s_longestHandlerTimeout.TotalHours} hours, and is {HandlerTimeout}.";
        return QueueLength < 1 ? $"{nameof(EvolinkWebhookOptions)}.{nameof(QueueLength)} must be at least 1, and is {QueueLength}." : null;
    }
}
