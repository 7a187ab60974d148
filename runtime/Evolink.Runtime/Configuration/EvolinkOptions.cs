using System.Diagnostics;
using System.Text.Json.Serialization;
using Evolink.Runtime.Text;
using Microsoft.Extensions.Logging;

namespace Evolink;

/// <summary>How a client behaves. A client copies its options when it is made; later changes do not reach it.</summary>
/// <remarks>
/// Every value is checked when a client is made from the options (in a host: when it starts), with a message that names the option.
/// Writing the options as text or JSON shows the last four characters of the key, never more.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class EvolinkOptions
{
    /// <summary>The environment variable that holds the key of an <c>EvolinkClient</c> where <see cref="ApiKey"/> is not set. Another client has its own: that of a <c>PrintClient</c> is <c>PRINT_API_KEY</c>.</summary>
    public const string ApiKeyVariable = "EVOLINK_API_KEY";

    /// <summary>The environment variable that holds the base address of an <c>EvolinkClient</c> where <see cref="BaseAddress"/> is not set; that of a <c>PrintClient</c> is <c>PRINT_BASE_URL</c>.</summary>
    public const string BaseAddressVariable = "EVOLINK_BASE_URL";

    /// <summary>
    /// The key that pays for the calls. It is sent only to the servers that the specifications name, or to <see cref="BaseAddress"/>, and
    /// as the specification of each operation has it: as a bearer token, in a header, query parameter or cookie, or, for HTTP basic
    /// authentication, as <c>user:password</c>; a key without a colon is the user, with an empty password. An operation whose
    /// specification demands no key gets none.
    /// </summary>
    /// <value>The default is the environment variable of the client, <c>EVOLINK_API_KEY</c> for an <c>EvolinkClient</c>; with neither, making a client throws.</value>
    [JsonConverter(typeof(MaskedKeyConverter))]
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? ApiKey { get; set; }

    /// <summary>
    /// Which security scheme the key is for, by its name in the specifications, where operations take a key in one of several ways: an access
    /// token, say, or an API key in a header. An operation that does not offer it takes the key in its own first way.
    /// </summary>
    /// <value>The default, <see langword="null"/>, is the first that each operation names. A name that no operation offers beside another is refused when a client is made.</value>
    public string? SecurityScheme { get; set; }

    /// <summary>Stands for every server that the specifications name: a proxy, a gateway, the simulator. Absolute; <c>http</c> only for loopback, and elsewhere with <see cref="AllowInsecureHttp"/>. A relative server (<c>/v2</c>) is taken from here.</summary>
    /// <value>The default is the environment variable of the client, <c>EVOLINK_BASE_URL</c> for an <c>EvolinkClient</c>, else each operation's own server. Without user name, password and query.</value>
    [JsonConverter(typeof(PlainAddressConverter))]
    public Uri? BaseAddress { get; set; }

    /// <summary>
    /// Whether requests may go over plain <c>http</c> to another machine, be it <see cref="BaseAddress"/> or a server that a specification
    /// names. Whoever is on the way reads the key and the prompts then, and can change the responses: for a network that you trust alone,
    /// such as a service mesh or containers on one host. Results are still downloaded over <c>https</c>.
    /// </summary>
    /// <value>The default is <see langword="false"/>: <c>https</c>, and <c>http</c> to this machine itself.</value>
    public bool AllowInsecureHttp { get; set; }

    /// <summary>
    /// The longest time that one attempt of a call may take, its response's body included. An upload may take longer, as long as it moves,
    /// and so may a response that is handed out as a stream.
    /// </summary>
    /// <value>The default is 30 seconds.</value>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest time that one attempt to create a task may take. Generous, since giving up leaves the outcome unknown.</summary>
    /// <value>The default is 60 seconds.</value>
    public TimeSpan SubmitTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How often a call is repeated, where repeating it is safe. 0 turns retries off.</summary>
    /// <value>The default is 3, after waits of about 0.5, 1 and 2 seconds or what the server asks for, up to 60 seconds.</value>
    public int MaxRetries { get; set; } = 3;

    /// <summary>When the creation of a task is repeated. It costs money, so by default only when it certainly did not happen.</summary>
    /// <value>The default is <see cref="SubmitRetry.WhenSafe"/>.</value>
    public SubmitRetry SubmitRetry { get; set; } = SubmitRetry.WhenSafe;

    /// <summary>Whether a request is checked against its specification before it is sent.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool ValidateRequests { get; set; } = true;

    /// <summary>Text to end the <c>User-Agent</c> header with, such as <c>my-app/1.2</c>.</summary>
    /// <value>The default is none.</value>
    public string? UserAgentSuffix { get; set; }

    /// <summary>
    /// Whether a request whose URL members name files of this machine (<c>cat.png</c>, <c>file:///home/ada/cat.png</c>) is sent with them uploaded.
    /// For requests that are your own alone: whoever writes one that you did not can read any file of this machine that this program can.
    /// </summary>
    /// <value>The default is <see langword="false"/>: such a request is refused. A client whose API has no upload refuses <see langword="true"/>.</value>
    public bool UploadLocalFiles { get; set; }

    /// <summary>Makes the <c>callback_url</c> of requests that have none, as they are sent; null, or an answer of null, leaves them without.</summary>
    /// <value>The default is null. The package Evolink.AspNetCore sets it for a host that receives callbacks.</value>
    [JsonIgnore]
    public Func<Uri?>? CallbackUrl { get; set; }

    /// <summary>
    /// As <see cref="CallbackUrl"/>, and in its place, for requests with an <see cref="RequestOptions.IdempotencyKey"/> of their caller's: such a request may be sent again, and a service may refuse
    /// a key that comes with another body. It is given the key, and the moment at which the request was written down where somebody did (durable jobs); for the same two it gives the same address.
    /// </summary>
    /// <value>The default is null: <see cref="CallbackUrl"/> is asked for every request. The package Evolink.AspNetCore sets both.</value>
    [JsonIgnore]
    public Func<string, DateTimeOffset?, Uri?>? KeyedCallbackUrl { get; set; }

    /// <summary>Reads pixels and seconds of files before they are uploaded, so that one that a model does not take is refused here.</summary>
    /// <value>The default is none: kind, format and size are checked, pixels and seconds are not.</value>
    [JsonIgnore]
    public IMediaInspector? MediaInspector { get; set; }

    /// <summary>The clock and the timers of everything that waits or measures. Where it throws, the system's takes its place, so that no id is lost.</summary>
    /// <value>The default is <see cref="TimeProvider.System"/>.</value>
    [JsonIgnore]
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Where the client logs. No log holds a key, a body or a query string.</summary>
    /// <value>The default is none; in a host, the host's.</value>
    [JsonIgnore]
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>How a task is polled while it is waited for.</summary>
    public PollingOptions Polling { get; set; } = new();

    /// <summary>The API of the client that a host makes of them; null outside a host.</summary>
    internal ApiDescriptor? Descriptor { get; set; }

    /// <summary>The source of jitter; a test gives its own.</summary>
    internal Random? Random { get; set; }

    /// <summary>The options in short, with the key masked.</summary>
    public override string ToString() => $"EvolinkOptions {{ ApiKey = {MaskedKey.Mask(ApiKey)}, BaseAddress = {(BaseAddress is null ? "(as specified)" : AddressText.Format(BaseAddress))} }}";
}
