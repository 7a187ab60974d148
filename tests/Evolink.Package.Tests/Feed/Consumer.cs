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
    public Task<ChildOutput> RunAsync(params string[] arguments) => DotNetAsync(["run", "--no-build", .. arguments]);

    /// <summary>Packs a project of the consumer's, for its others to take in.</summary>
    public Task<ChildOutput> PackAsync(string project) =>
        DotNetAsync("pack", project, "-o", _packages.Feed, "--disable-build-servers", "-nodeReuse:false");

    /// <summary>Publishes for this machine.</summary>
    public Task<ChildOutput> PublishAsync(string target) =>
        DotNetAsync("publish", "--use-current-runtime", "-o", target, "--disable-build-servers", "-nodeReuse:false");

    /// <summary>Runs what was published, without the SDK.</summary>
    public Task<ChildOutput> RunPublishedAsync(string target) =>
        Child.RunAsync(PathOf(Path.Combine(target, Path.GetFileNameWithoutExtension(Directory.GetFiles(_folder, "*.csproj")[0]))), _folder, _packages.Environment);

    public Task<ChildOutput> DotNetAsync(params string[] arguments) => Child.RunAsync(Child.DotNet, _folder, _packages.Environment, arguments);

    public string PathOf(string file) => Path.Combine(_folder, file);

    /// <summary>Copies files of another folder beside the project, or into a folder of it.</summary>
    public void Add(string source, string pattern, string folder = "")
    {
        Directory.CreateDirectory(PathOf(folder));
        foreach (string file in Directory.EnumerateFiles(source, pattern)) File.Copy(file, Path.Combine(PathOf(folder), Path.GetFileName(file)));
    }

    public void Edit(string file, string find, string replacement)
    {
        string text = File.ReadAllText(PathOf(file));
        Assert.Contains(find, text, StringComparison.Ordinal);
        File.WriteAllText(PathOf(file), text.Replace(find, replacement, StringComparison.Ordinal));
    }

    public void Write(string file, string text) => File.WriteAllText(PathOf(file), text);

    public void Move(string file, string target) => File.Move(PathOf(file), PathOf(target));

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
