using Evolink.Codegen.Client;

namespace Evolink.Codegen.Emitting;

/// <summary>Writes the client: its constructors, its groups, and the way from a request to a result.</summary>
internal static class ClientEmitter
{
    /// <summary>A bare <c>null</c> or <c>default</c> means the simpler form.</summary>
    private const string Preferred = "[global::System.Runtime.CompilerServices.OverloadResolutionPriority(1)]";

    public static void Write(CodeWriter code, ClientUnit unit)
    {
        Docs.Write(code, "The client. One instance serves a whole program; all of its members may be called at once.");
        code.Write(SourceFile.GeneratedCode);
        code.Open($"public sealed partial class {unit.Name} : {TypeNames.Runtime}EvolinkClientBase");
        WriteConstructors(code, unit);
        foreach (GroupModel group in unit.Groups)
        {
            code.Blank();
            Docs.Write(code, $"The operations under <c>{group.Title}</c>, one to one.");
            code.Write($"public {group.Type} {group.Name} => field ??= new {group.Type}(Pipeline);");
        }

        if (unit.TaskType is { } task)
        {
            code.Blank();
            WriteTasks(code, TypeNames.Format(task));
        }

        code.Close();
    }

    private static void WriteConstructors(CodeWriter code, ClientUnit unit)
    {
        Docs.Write(code, "Creates a client whose key is in the environment variable <c>EVOLINK_API_KEY</c>.");
        code.Write("/// <exception cref=\"global::System.InvalidOperationException\">The variable is not set.</exception>");
        code.Write($"public {unit.Name}() : base({unit.Api}.Descriptor) {{ }}").Blank();
        Docs.Write(code, "Creates a client with a key.");
        code.Write("/// <param name=\"apiKey\">The key; it goes to the servers of the specifications and to no other.</param>");
        code.Write($"public {unit.Name}(string apiKey) : base({unit.Api}.Descriptor, apiKey) {{ }}").Blank();
        Docs.Write(code, "Creates a client with options.");
        code.Write("/// <param name=\"options\">The options; what is not set has its documented default.</param>");
        code.Write("/// <param name=\"httpClient\">Your own HttpClient, which is neither changed nor disposed; null for one of the client's own.</param>");
        code.Write($"public {unit.Name}({TypeNames.Runtime}EvolinkOptions options, global::System.Net.Http.HttpClient? httpClient = null) : base({unit.Api}.Descriptor, options, httpClient) {{ }}");
    }

    private static void WriteTasks(CodeWriter code, string task)
    {
        const string Tail = $"{TypeNames.Token} cancellationToken = default)";
        string progress = $"global::System.IProgress<{task}>? progress = null";
        Docs.Write(code, "Creates a task and returns as soon as its id is known.");
        code.Write("/// <param name=\"request\">What to generate; it is checked before it is sent.</param>");
        code.Write("/// <param name=\"cancellationToken\">Ends the call; a task that the service has already accepted goes on.</param>");
        code.Write($"/// <exception cref=\"{TypeNames.Runtime}EvolinkValidationException\">The request breaks its specification; nothing was sent.</exception>");
        code.Write($"/// <exception cref=\"{TypeNames.Runtime}EvolinkOutcomeUnknownException\">The request was sent and no answer came: it may have been billed.</exception>");
        code.Write(Preferred);
        code.Write($"public {TypeNames.Tasks}Task<{TypeNames.Runtime}GenerationTask<{task}>> SubmitAsync({TypeNames.Runtime}GenerationRequest request, {Tail} =>");
        code.Write($"    SubmitCoreAsync<{task}>(request, cancellationToken);").Blank();
        Docs.Write(code, "As the other form, with options of this call alone: headers, idempotency key, limits.");
        code.Write($"/// <inheritdoc cref=\"SubmitAsync({TypeNames.Runtime}GenerationRequest, {TypeNames.Token})\"/>");
        code.Write($"public {TypeNames.Tasks}Task<{TypeNames.Runtime}GenerationTask<{task}>> SubmitAsync({TypeNames.Runtime}GenerationRequest request, {TypeNames.Runtime}RequestOptions options, {Tail} =>");
        code.Write($"    SubmitCoreAsync<{task}>(request, options, cancellationToken);").Blank();
        Docs.Write(code, "Creates a task, waits for its end and returns what came of it.");
        code.Write("/// <param name=\"request\">What to generate; it is checked before it is sent.</param>");
        code.Write("/// <param name=\"progress\">Told of every change of status or progress.</param>");
        code.Write("/// <param name=\"cancellationToken\">Ends the wait; the task itself goes on.</param>");
        code.Write($"/// <exception cref=\"{TypeNames.Runtime}EvolinkTaskFailedException\">The task failed or was cancelled.</exception>");
        code.Write(Preferred);
        code.Write($"public {TypeNames.Tasks}Task<{task}> GenerateAsync({TypeNames.Runtime}GenerationRequest request, {progress}, {Tail} =>");
        code.Write($"    GenerateCoreAsync<{task}>(request, progress, cancellationToken);").Blank();
        Docs.Write(code, "As the other form, with options of this call alone: headers, idempotency key, limits.");
        code.Write($"/// <inheritdoc cref=\"GenerateAsync({TypeNames.Runtime}GenerationRequest, global::System.IProgress{{{task}}}, {TypeNames.Token})\"/>");
        code.Write($"public {TypeNames.Tasks}Task<{task}> GenerateAsync({TypeNames.Runtime}GenerationRequest request, {TypeNames.Runtime}RequestOptions options, {progress}, {Tail} =>");
        code.Write($"    GenerateCoreAsync<{task}>(request, options, progress, cancellationToken);").Blank();
        Docs.Write(code, "Takes up a task again, by its id: after a restart, in another process. Nothing is sent yet.");
        code.Write("/// <param name=\"taskId\">The id that the create answered.</param>");
        code.Write($"public {TypeNames.Runtime}GenerationTask<{task}> Resume(string taskId) => ResumeCore<{task}>(taskId);");
    }
}
