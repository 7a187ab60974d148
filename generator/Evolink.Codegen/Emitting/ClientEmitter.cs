using Evolink.Codegen.Client;

namespace Evolink.Codegen.Emitting;

/// <summary>Writes the client: its constructors and its groups.</summary>
internal static class ClientEmitter
{
    public static void Write(CodeWriter code, ClientUnit unit)
    {
        Docs.Write(code, "The client. One instance serves a whole program; all of its members may be called at once.");
        code.Write(SourceFile.GeneratedCode);
        code.Open($"public sealed partial class {unit.Name} : {Base(unit)}");
        WriteConstructors(code, unit);
        foreach (GroupModel group in unit.Groups)
        {
            code.Blank();
            Docs.Write(code, $"The operations under <c>{group.Title}</c>, one to one.");
            code.Write($"public {group.Type} {group.Name} => field ??= new {group.Type}(Pipeline);");
        }

        foreach (SubmitModel submit in unit.Submits)
        {
            code.Blank();
            WriteSubmit(code, unit, submit);
        }

        code.Close();
    }

    private static void WriteSubmit(CodeWriter code, ClientUnit unit, SubmitModel submit)
    {
        Docs.Write(code, submit.Method.Doc);
        GroupEmitter.WriteParameterDocs(code, submit.Method);
        code.Write("/// <returns>The task, as soon as its id is known: wait for it, or download its results.</returns>");
        GroupEmitter.WriteObsolete(code, submit.Method);
        string task = TypeNames.Format(submit.TaskType);
        code.Write($"public {TypeNames.Tasks}Task<{TypeNames.Runtime}GenerationTask<{task}>> {submit.Method.Name}({string.Join(", ", GroupEmitter.Parameters(submit.Method))}) =>");
        code.Write($"    SubmitAsync<{task}>({CallEmitter.Call(submit.Method, unit.Api, rules: submit.Group + ".")}, cancellationToken);");
    }

    /// <summary>The way from a request to a result is the runtime's.</summary>
    private static string Base(ClientUnit unit) => TypeNames.Runtime + (unit.TaskType is { } task ? $"EvolinkTaskClientBase<{TypeNames.Format(task)}>"
        : unit.HasTasks ? "EvolinkTaskClientBase" : "EvolinkClientBase");

    private static void WriteConstructors(CodeWriter code, ClientUnit unit)
    {
        Docs.Write(code, $"Creates a client whose key is in the environment variable <c>{unit.KeyVariable}</c>.");
        code.Write("/// <exception cref=\"global::System.InvalidOperationException\">The variable is not set, where an operation needs a key.</exception>");
        code.Write($"public {unit.Name}() : base({unit.Api}.Descriptor) {{ }}").Blank();
        Docs.Write(code, "Creates a client with a key.");
        code.Write("/// <param name=\"apiKey\">The key; it goes to the servers of the specifications and to no other.</param>");
        code.Write("/// <exception cref=\"global::System.ArgumentException\">The key is null, empty or holds characters that no key has.</exception>");
        code.Write($"public {unit.Name}(string apiKey) : base({unit.Api}.Descriptor, apiKey) {{ }}").Blank();
        Docs.Write(code, "Creates a client with options.");
        code.Write("/// <param name=\"options\">The options; what is not set has its documented default.</param>");
        code.Write("/// <param name=\"httpClient\">Your own HttpClient, which is neither changed nor disposed; null for one of the client's own.</param>");
        code.Write("/// <exception cref=\"global::System.ArgumentException\">An option is out of its range; the message names it.</exception>");
        code.Write("/// <exception cref=\"global::System.InvalidOperationException\">There is no key, neither in the options nor in the environment, where an operation needs one.</exception>");
        code.Write($"public {unit.Name}({TypeNames.Runtime}EvolinkOptions options, global::System.Net.Http.HttpClient? httpClient = null) : base({unit.Api}.Descriptor, options, httpClient) {{ }}");
    }
}
