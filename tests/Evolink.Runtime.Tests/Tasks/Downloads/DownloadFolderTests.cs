using System.Diagnostics;
using Evolink.Runtime.Tasks.Downloads;
using Evolink.Tests.Support;
using Microsoft.Win32.SafeHandles;

namespace Evolink.Tests.Tasks.Downloads;

/// <summary>What else may lie in the folder of a download: links, pipes, directories, other downloads.</summary>
public sealed class DownloadFolderTests : IDisposable
{
    private const string Part = "task-unified-1-1.part";
    private const string Note = "task-unified-1-1.part.json";

    private readonly DownloadFolder _folder = new();
    private readonly string _elsewhere = Path.GetTempFileName();

    public DownloadFolderTests()
    {
        Directory.CreateDirectory(_folder.Path);
        File.WriteAllText(_elsewhere, "mine");
    }

    public void Dispose()
    {
        _folder.Dispose();
        File.Delete(_elsewhere);
    }

    [Fact]
    public void ANameThatIsTaken_IsPassedOverWithoutAnException()
    {
        Directory.CreateDirectory(_folder.Path);
        int thread = Environment.CurrentManagedThreadId, thrown = 0;
        void Count(object? sender, System.Runtime.ExceptionServices.FirstChanceExceptionEventArgs e) => thrown += Environment.CurrentManagedThreadId == thread ? 1 : 0;
        AppDomain.CurrentDomain.FirstChanceException += Count;
        try
        {
            for (int number = 1; number <= 20; number++)
            {
                string expected = number == 1 ? "v.mp4" : $"v ({number}).mp4";
                Assert.Equal(expected, Path.GetFileName(FreeFileName.Reserve(_folder.Path, "v.mp4")));
            }
        }
        finally
        {
            AppDomain.CurrentDomain.FirstChanceException -= Count;
        }

        Assert.Equal(0, thrown);
    }

    [Theory]
    [InlineData(Part)]
    [InlineData(Note)]
    public async Task ALinkAtAWorkingName_IsNotFollowed(string name)
    {
        File.CreateSymbolicLink(_folder[name], _elsewhere);

        await AssertDownloadedAsync("v.mp4");

        Assert.Equal("mine", await File.ReadAllTextAsync(_elsewhere, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(Part)]
    [InlineData(Note)]
    public async Task ALinkThatLeadsNowhere_IsNotFollowed(string name)
    {
        string nowhere = _elsewhere + "-new";
        File.CreateSymbolicLink(_folder[name], nowhere);

        await AssertDownloadedAsync("v.mp4");

        Assert.False(File.Exists(nowhere));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ALinkThatHasTheResultsName_IsLeftAlone(bool leadsSomewhere)
    {
        string target = leadsSomewhere ? _elsewhere : _elsewhere + "-new";
        File.CreateSymbolicLink(_folder["v.mp4"], target);

        await AssertDownloadedAsync("v (2).mp4");

        Assert.Equal(target, new FileInfo(_folder["v.mp4"]).LinkTarget);
        Assert.Equal(leadsSomewhere, File.Exists(target));
    }

    [Theory]
    [InlineData(Part)]
    [InlineData(Note)]
    public async Task APipeAtAWorkingName_IsNotWaitedFor(string name)
    {
        if (OperatingSystem.IsWindows()) return;
        using Process pipe = Process.Start("mkfifo", _folder[name]);
        await pipe.WaitForExitAsync(TestContext.Current.CancellationToken);

        await AssertDownloadedAsync("v.mp4");
    }

    [Fact]
    public async Task AFileOfAnotherHand_IsNotWrittenInto()
    {
        if (OperatingSystem.IsWindows()) return;
        File.Delete(_elsewhere);
        await File.WriteAllTextAsync(_folder[Part], "mine", TestContext.Current.CancellationToken);
        using Process link = Process.Start("ln", [_folder[Part], _elsewhere]);
        await link.WaitForExitAsync(TestContext.Current.CancellationToken);

        await AssertDownloadedAsync("v.mp4");

        Assert.Equal("mine", await File.ReadAllTextAsync(_elsewhere, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(Part)]
    [InlineData(Note)]
    public async Task AFolderOfAWorkingName_IsTyped(string name)
    {
        Directory.CreateDirectory(_folder[name]);
        await using RawServer server = DownloadFolder.Serve("/v.mp4", DownloadFolder.Video, "ETag: \"v1\"\r\n");

        Assert.Contains("cannot be written", (await _folder.FailAsync(server)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFolderThatHasTheResultsName_IsLeftAlone()
    {
        Directory.CreateDirectory(_folder["v.mp4"]);

        await AssertDownloadedAsync("v (2).mp4");
    }

    [Fact]
    public async Task APartThatIsOpenElsewhere_IsTyped_AndKept()
    {
        await using RawServer server = DownloadFolder.Serve("/v.mp4", DownloadFolder.Video);
        using SafeFileHandle other = ExclusiveFile.Open(_folder[Part]);

        await _folder.FailAsync(server);

        Assert.Equal([Part], _folder.Files);
    }

    [Fact]
    public void AnOpenPart_KeepsItsTime()
    {
        DateTime before = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);
        File.WriteAllText(_folder[Part], "a");
        File.SetLastWriteTimeUtc(_folder[Part], before);

        ExclusiveFile.Open(_folder[Part]).Dispose();

        Assert.Equal(before, File.GetLastWriteTimeUtc(_folder[Part]));
    }

    [Fact]
    public void AFileThatWasFinishedBeforeItsLockWasHad_IsNotTakenForThePart()
    {
        File.WriteAllText(_folder[Part], "a whole video");
        using SafeFileHandle late = File.OpenHandle(_folder[Part], FileMode.Open, FileAccess.ReadWrite);
        Assert.True(ExclusiveFile.IsNamedBy(_folder[Part], late));
        DateTime before = File.GetLastWriteTimeUtc(_folder[Part]);

        File.Move(_folder[Part], _folder["v.mp4"]);
        Assert.False(ExclusiveFile.IsNamedBy(_folder[Part], late));
        File.WriteAllText(_folder[Part], "another part");
        Assert.False(ExclusiveFile.IsNamedBy(_folder[Part], late));
        File.Delete(_folder[Part]);
        File.CreateSymbolicLink(_folder[Part], _folder["v.mp4"]);
        Assert.False(ExclusiveFile.IsNamedBy(_folder[Part], late));

        Assert.Equal(before, File.GetLastWriteTimeUtc(_folder["v.mp4"]));
    }

    [Theory]
    [InlineData("{\"source\":\"HOST/v.mp4\",\"etag\":\"\\\"v1\\\"\",\"length\":200000,\"task\":\"another\"}")]
    [InlineData("{\"source\":\"HOST/other.mp4\",\"etag\":\"\\\"v1\\\"\",\"length\":200000,\"task\":\"task-unified-1\"}")]
    [InlineData("{\"source\":\"HOST/v.mp4\",\"etag\":\"\\\"v1\\\"\",\"length\":5,\"task\":\"task-unified-1\"}")]
    [InlineData("{\"source\":\"HOST/v.mp4\",\"etag\":7}")]
    [InlineData("{\"length\":\"x\"}")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task ANoteThatIsNotThisResults_ResumesNothing(string note)
    {
        await using RawServer server = DownloadFolder.Serve("/v.mp4", DownloadFolder.Video, "ETag: \"v1\"\r\n");
        await File.WriteAllTextAsync(_folder[Part], "another video", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(_folder[Note], note.Replace("HOST", server.Address.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal), TestContext.Current.CancellationToken);

        await _folder.DownloadAsync(server);

        Assert.Null(RawConnection.Header(Assert.Single(DownloadFolder.FileRequests(server)), "Range"));
        Assert.Equal(DownloadFolder.Video, await File.ReadAllBytesAsync(_folder["v.mp4"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task ResultsOfOneName_DoNotCollide()
    {
        await using RawServer server = DownloadFolder.Serve([.. Enumerable.Range(0, 8).Select(index => $"/{index}")], (connection, request) =>
            DownloadFolder.SendAsync(connection, "200 OK", DownloadFolder.Video[..(1000 + (request[5] - '0'))], "Content-Disposition: attachment; filename=cat.mp4\r\n"));

        IReadOnlyList<string> files = await _folder.DownloadAsync(server, new DownloadOptions { Parallelism = 8 });

        Assert.Equal(8, files.Distinct().Count());
        Assert.Equal(Enumerable.Range(1000, 8), files.Select(file => (int)new FileInfo(file).Length));
        Assert.Equal(8, _folder.Files.Length);
    }

    private async Task AssertDownloadedAsync(string name)
    {
        string[] before = [.. _folder.Files.Except([Part, Note])];
        await using RawServer server = DownloadFolder.Serve("/v.mp4", DownloadFolder.Video, "ETag: \"v1\"\r\n");

        Assert.Equal(_folder[name], Assert.Single(await _folder.DownloadAsync(server)));

        Assert.Equal(DownloadFolder.Video, await File.ReadAllBytesAsync(_folder[name], TestContext.Current.CancellationToken));
        Assert.Equal(before.Append(name).Order(), _folder.Files);
    }
}
