using System.Runtime.CompilerServices;
using Evolink.Codegen.Naming;
using Evolink.Codegen.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Evolink.Codegen.Tests.Naming;

/// <summary>Generated types do not hide those that a project sees anyway.</summary>
public sealed class HiddenNameTests
{
    /// <summary>Schemas that are called like types of .NET and of the runtime, and one whose group would be.</summary>
    private static readonly string s_spec = Yaml.Paths(
        """
        /v1/http:
          get: {operationId: getHttp, responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/File'}}}}}}
        /v1/threads:
          get: {operationId: getThread, responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Thread'}}}}}}
        """,
        """
        File: {type: object, properties: {owner: {$ref: '#/components/schemas/Environment'}, timer: {$ref: '#/components/schemas/Timer'}, kind: {type: string, enum: [a]}}}
        Environment: {type: object, properties: {task: {$ref: '#/components/schemas/Task'}}}
        Timer: {type: string, enum: [x]}
        Task: {type: object, properties: {up: {$ref: '#/components/schemas/UploadFile'}}}
        UploadFile: {type: object, properties: {list: {$ref: '#/components/schemas/List'}}}
        List: {type: object, properties: {g: {$ref: '#/components/schemas/GenerationStatus'}}}
        GenerationStatus: {type: object, properties: {x: {type: string}}}
        Thread: {type: object, properties: {x: {type: string}}}
        """);

    [Theory]
    [InlineData("Acme.Box", "BoxClient", "Box")]
    [InlineData("Evolink", null, "Evolink")]
    [InlineData("System", "Disk", "Disk")]
    public void ATypeThatWouldHideOne_HasTheClientsNameInFront_WhateverTheNamespace(string space, string? client, string stem)
    {
        Generation generation = GeneratorHarness.Run(new ProjectOptions(space, client), ("demo.yaml", s_spec)).AssertNoDiagnostics();

        string[] renamed = ["Environment", "File", "GenerationStatus", "Task", "Thread", "Timer", "UploadFile", "HttpClient"];
        Assert.All(renamed, name => Assert.Contains(stem + name + ".g.cs", generation.Files.Keys));
        Assert.All(renamed, name => Assert.DoesNotContain(name + ".g.cs", generation.Files.Keys));
        Assert.Contains("FileKind.g.cs", generation.Files.Keys);
        Assert.Contains("ThreadsClient.g.cs", generation.Files.Keys);
        generation.AssertCompiles();
    }

    [Fact]
    public void AConsumerOfTheDefaultUsings_NamesNothingTwice() =>
        GeneratorHarness.Run(new ProjectOptions("Acme.Box", "BoxClient"), ("demo.yaml", s_spec)).AssertCompiles($$"""
            {{string.Concat(HiddenNames.Namespaces.Select(name => $"global using {name};\n"))}}
            global using Evolink;
            global using Acme.Box;
            #pragma warning disable CS1591
            public static class Own
            {
                public static async Task<BoxFile> Get(BoxClient client, HttpClient http) => File.Exists(Environment.MachineName) ? await client.Http.GetHttpAsync() : throw new IOException();
                public static UploadFile? Up() => null;
                public static IReadOnlyList<Thread> Threads() => new List<Thread>();
            }
            """);

    [Fact]
    public void TheList_IsThatOfTheNamespacesThatProjectsUseByDefault()
    {
        string names = string.Concat(HiddenNames.Namespaces.SelectMany(TypesOf).Distinct().Order(StringComparer.Ordinal).Select(name => name + "\n"));
        if (Environment.GetEnvironmentVariable("EVOLINK_UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(Path.Combine(Root(), "generator", "Evolink.Codegen", "Naming", HiddenNames.Resource), names);
            return;
        }

        using var list = new StreamReader(typeof(HiddenNames).Assembly.GetManifestResourceStream(HiddenNames.Resource)!);
        Assert.Equal(names, list.ReadToEnd().ReplaceLineEndings("\n"));
    }

    private static IEnumerable<string> TypesOf(string name) => name.Split('.')
        .Aggregate(GeneratorHarness.Project().GlobalNamespace, (space, part) => space.GetNamespaceMembers().Single(member => member.Name == part))
        .GetTypeMembers().Where(type => type is { DeclaredAccessibility: Accessibility.Public, Arity: 0 }).Select(type => type.Name);

    private static string Root([CallerFilePath] string source = "") => Path.Combine(Path.GetDirectoryName(source)!, "..", "..", "..");
}
