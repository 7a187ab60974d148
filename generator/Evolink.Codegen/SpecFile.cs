using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Evolink.Codegen.Collections;
using Evolink.Codegen.OpenApi;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Evolink.Codegen;

/// <summary>A specification as the compiler hands it over, compared by path, text and what the project says of it.</summary>
/// <param name="Name">The name that the project gives it; null where that is its file's.</param>
/// <param name="IsShared">Whether it is no document of its own.</param>
internal sealed record SpecFile(string Path, string Text, string? Name = null, bool IsShared = false)
{
    /// <summary>The client of a referenced assembly that the document is part of; null for a document of the project.</summary>
    public string? Client { get; init; }

    /// <summary>The names of the files that its references may lead to.</summary>
    public EquatableArray<string> Mentions { get; init; } = [];

    /// <summary>The files that its references may lead to, and those of these, by path.</summary>
    public EquatableArray<SpecFile> Others { get; init; } = [];

    public static SpecFile Read((AdditionalText File, AnalyzerConfigOptionsProvider Options) input, CancellationToken cancellationToken)
    {
        string text = input.File.GetText(cancellationToken)?.ToString() ?? "";
        return new SpecFile(input.File.Path, text, GeneratorOptions.SpecName(input.File, input.Options), GeneratorOptions.IsShared(input.File, input.Options))
        {
            Client = GeneratorOptions.ReferencedClient(input.File, input.Options),
            Mentions = FileMentions.Find(text).ToEquatableArray(),
        };
    }

    /// <summary>The file with those of the project that it may refer to. Done for every file at every edit of any, so it only compares names.</summary>
    public static SpecFile WithOthers((SpecFile File, ImmutableArray<SpecFile> All) input, CancellationToken cancellationToken)
    {
        if (input.File.IsShared || input.File.Mentions.Count == 0)
        {
            return input.File;
        }

        var found = new SortedDictionary<string, SpecFile>(StringComparer.Ordinal);
        var pending = new Queue<SpecFile>([input.File]);
        while (pending.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            EquatableArray<string> mentions = pending.Dequeue().Mentions;
            foreach (SpecFile other in input.All.Where(other => other.Path != input.File.Path && !found.ContainsKey(other.Path) && mentions.Contains(FileMentions.KeyOf(other.Path))).ToList())
            {
                found[other.Path] = other;
                pending.Enqueue(other);
            }
        }

        return input.File with { Others = found.Values.ToEquatableArray() };
    }

    /// <summary>What the project says of the file.</summary>
    public SpecFile WithoutText() => this with { Text = "", Mentions = [] };

    public IReadOnlyList<SharedFile> Parts() => [.. Others.Select(other => new SharedFile(other.Path, other.Text, other.IsShared))];
}
