namespace Evolink.Tests.Support;

/// <summary>Reads whatever comes, keeps its length alone, and says that a file is kept.</summary>
internal sealed class DrainingServer : HttpMessageHandler
{
    /// <summary>How many bytes the last body had.</summary>
    public long Bytes { get; private set; }

    public HttpClient Client() => new(this, disposeHandler: false);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        CountingStream body = new();
        await request.Content!.CopyToAsync(body, cancellationToken);
        Bytes = body.Length;
        return StubServer.Json("""{"data":{"url":"https://files.test/1"}}""");
    }

    private sealed class CountingStream : Stream
    {
        private long _count;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => _count;

        public override long Position
        {
            get => _count;
            set => throw new NotSupportedException();
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => _count += count;

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _count += buffer.Length;
            return ValueTask.CompletedTask;
        }
    }
}
