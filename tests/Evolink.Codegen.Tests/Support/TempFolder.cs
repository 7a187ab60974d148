namespace Evolink.Codegen.Tests.Support;

/// <summary>A folder that is gone when the test is over.</summary>
internal sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("evolink-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
