namespace Evolink.Package.Tests;

/// <summary>A project of the folder Consumers, copied to where nothing of the repository reaches it.</summary>
internal sealed class Consumer
{
    private readonly PackedPackages _packages;
    private readonly string _folder;

    /// <param name="packages">What it may consume.</param>
    /// <param name="name">The project's folder below Consumers.</param>
    public Consumer(PackedPackages packages, string name)
    {
        _packages = packages;
        // Strangers' paths have spaces.
        _folder = Path.Combine(packages.Root, "consumers", $"{Guid.NewGuid():N} {Path.GetFileName(name)}");
        Copy(Path.Combine(Repository.Tests, "Consumers", name), _folder);
    }

    public Task<ChildOutput> BuildAsync(params string[] arguments) =>
        DotNetAsync(["build", "--disable-build-servers", "-nodeReuse:false", .. arguments]);

    /// <summary>Runs what was built.</summary>
    public Task<ChildOutput> RunAsync() => DotNetAsync("run", "--no-build");

    public Task<ChildOutput> DotNetAsync(params string[] arguments) => DotNet.RunAsync(_folder, _packages.Cache, arguments);

    public string PathOf(string file) => Path.Combine(_folder, file);

    public void Edit(string file, string find, string replacement)
    {
        string text = File.ReadAllText(PathOf(file));
        Assert.Contains(find, text, StringComparison.Ordinal);
        File.WriteAllText(PathOf(file), text.Replace(find, replacement, StringComparison.Ordinal));
    }

    public void Write(string file, string text) => File.WriteAllText(PathOf(file), text);

    public void Delete(string file) => File.Delete(PathOf(file));

    private static void Copy(string source, string target)
    {
        foreach (string file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
