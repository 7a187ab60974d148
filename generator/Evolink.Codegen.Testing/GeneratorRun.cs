using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Evolink.Codegen.Testing;

/// <summary>What one run of the generator gave.</summary>
public sealed class GeneratorRun
{
    private readonly GeneratorDriver _driver;
    private readonly IReadOnlyList<AdditionalText> _files;

    internal GeneratorRun(GeneratorDriver driver, IReadOnlyList<AdditionalText> files)
    {
        (_driver, _files) = (driver, files);
        Result = driver.GetRunResult().Results.Single();
        if (Result.Exception is { } exception) throw new InvalidOperationException($"The generator threw: {exception.Message}", exception);
        Sources = new SortedDictionary<string, string>(
            Result.GeneratedSources.ToDictionary(static source => source.HintName, static source => source.SourceText.ToString()), StringComparer.Ordinal);
    }

    /// <summary>The emitted files by name, such as <c>MyModelRequest.g.cs</c>, in ordinal order.</summary>
    public IReadOnlyDictionary<string, string> Sources { get; }

    /// <summary>What the generator has to say of the documents, with their positions.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => Result.Diagnostics;

    /// <summary>What keeps the emitted files from compiling against the runtime, and what the compiler warns of.</summary>
    /// <value>One text for each error or warning, with its file, line and column; empty for emitted code that is as it should be.</value>
    public IReadOnlyList<string> CompilationErrors => field ??= Compile();

    internal GeneratorRunResult Result { get; }

    /// <summary>
    /// Compares the emitted files with those of a folder: <c>Name.g.cs</c> with <c>Name.verified.cs</c>. What differs is left beside it as
    /// <c>Name.received.cs</c>. The environment variable <c>EVOLINK_UPDATE_SNAPSHOTS=1</c> accepts what was emitted: it writes the folder anew.
    /// </summary>
    /// <param name="folder">Where the snapshots are; they belong to this run alone. A relative path starts at the folder of the calling source file.</param>
    /// <param name="include">Which of the emitted files, by their names; by default all of them.</param>
    /// <param name="caller">Set by the compiler.</param>
    /// <exception cref="SnapshotMismatchException">A file differs, has no snapshot, or is not emitted any more.</exception>
    public void MatchSnapshots(string folder, Func<string, bool>? include = null, [CallerFilePath] string caller = "")
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        SnapshotFolder snapshots = new(CallerFolder.Resolve(folder, caller));
        snapshots.Match(Sources.Where(source => include?.Invoke(source.Key) != false));
    }

    /// <summary>Runs the generator once more, with fresh file objects of the same texts and another C# file in the project, as a compiler does while somebody types.</summary>
    public EditedRun RunAgain() => RunWith([.. _files.Select(static file => new SpecText(file.Path, file.GetText()!.ToString()))]);

    /// <summary>Runs the generator once more after an edit of one document.</summary>
    /// <param name="path">The document's path, as it was given.</param>
    /// <param name="edit">Makes the new text of the old one.</param>
    /// <exception cref="ArgumentException">There is no such document, or the edit changes nothing.</exception>
    public EditedRun Edit(string path, Func<string, string> edit)
    {
        ArgumentNullException.ThrowIfNull(edit);
        AdditionalText old = _files.FirstOrDefault(file => file.Path == path) ?? throw new ArgumentException($"No document has the path '{path}'.", nameof(path));
        string text = old.GetText()!.ToString(), edited = edit(text);
        if (edited == text) throw new ArgumentException($"The edit of '{path}' changes nothing.", nameof(edit));
        return RunWith([.. _files.Select(file => file == old ? new SpecText(path, edited) : file)]);
    }

    private EditedRun RunWith(ImmutableArray<AdditionalText> files)
    {
        GeneratorDriver driver = _driver.ReplaceAdditionalTexts(files).RunGenerators(ConsumerProject.Create("class Edited;"));
        return new EditedRun(this, new GeneratorRun(driver, files));
    }

    private string[] Compile()
    {
        using MemoryStream image = new(), documentation = new();
        CSharpCompilation compilation = ConsumerProject.Create().AddSyntaxTrees(
            Result.GeneratedSources.Select(static source => CSharpSyntaxTree.ParseText(source.SourceText, ConsumerProject.ParseOptions, source.HintName)));
        return [.. compilation.Emit(image, xmlDocumentationStream: documentation).Diagnostics
            .Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Select(static diagnostic => diagnostic.ToString())];
    }
}
