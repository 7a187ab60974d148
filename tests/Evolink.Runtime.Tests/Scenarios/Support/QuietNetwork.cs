using System.Net.Sockets;
using Evolink.Runtime.Http;

namespace Evolink.Tests.Scenarios;

/// <summary>
/// The client's sockets, watched: quiet when the one that was last written to has been read to its last byte and waits for more. A clock
/// that moves only then never takes from a client what has already arrived.
/// </summary>
internal sealed class QuietNetwork
{
    private readonly Lock _lock = new();
    private WatchedStream? _current;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Called at every step of the client on the wire: a connection, a write, a read.</summary>
    public Action? OnStep { get; set; }

    /// <summary>The runtime's own handlers, on watched sockets.</summary>
    public HttpClient Client()
    {
        HttpMessageHandler handlers = HttpHandlers.ForApi();
        ((SocketsHttpHandler)((DelegatingHandler)handlers).InnerHandler!).ConnectCallback = async (context, cancellationToken) =>
        {
            OnStep?.Invoke();
            Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
            return new WatchedStream(this, socket);
        };
        return new HttpClient(handlers) { Timeout = Timeout.InfiniteTimeSpan };
    }

    public async Task WhenQuietAsync()
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (_current is null or { IsWaiting: true }) return;
                changed = _changed.Task;
            }

            await changed;
        }
    }

    private void Change(Action? change = null)
    {
        TaskCompletionSource changed;
        lock (_lock)
        {
            change?.Invoke();
            (changed, _changed) = (_changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        changed.TrySetResult();
    }

    private sealed class WatchedStream : DelegatingStream
    {
        private readonly QuietNetwork _network;
        private readonly Socket _socket;
        private bool _isReading;

        public WatchedStream(QuietNetwork network, Socket socket)
            : base(new NetworkStream(socket, ownsSocket: true)) => (_network, _socket) = (network, socket);

        public bool IsWaiting => _isReading && _socket.Available == 0;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            _network.OnStep?.Invoke();

            // Waits without taking anything: what has come stays in the socket, to be seen there, until the reader is known to be at work.
            await WaitAsync(Inner.ReadAsync(Memory<byte>.Empty, cancellationToken));
            return await WaitAsync(Inner.ReadAsync(buffer, cancellationToken));
        }

        private async ValueTask<int> WaitAsync(ValueTask<int> read)
        {
            if (read.IsCompleted) return await read;
            _network.Change(() => _isReading = true);
            try
            {
                return await read;
            }
            finally
            {
                _network.Change(() => _isReading = false);
            }
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            _network.OnStep?.Invoke();
            _network.Change(() => _network._current = this);
            return Inner.WriteAsync(buffer, cancellationToken);
        }

        protected override void Dispose(bool disposing)
        {
            _network.Change(() =>
            {
                if (_network._current == this) _network._current = null;
            });
            base.Dispose(disposing);
        }
    }
}
