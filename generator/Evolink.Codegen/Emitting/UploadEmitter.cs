using System.Collections.Generic;
using System.Globalization;
using Evolink.Codegen.Client;
using Evolink.Codegen.Operations;

namespace Evolink.Codegen.Emitting;

/// <summary>Writes the methods that upload a file by its path, as a stream, or from another server.</summary>
internal static class UploadEmitter
{
    private const string Options = $"{TypeNames.Runtime}UploadOptions? options = null, {TypeNames.Token} cancellationToken = default";

    public static void Write(CodeWriter code, GroupUnit unit, UploadModel upload)
    {
        if (upload.Spec.IsFetched)
        {
            WriteMethod(code, unit, upload, "Has the service fetch a file of another server, and keep it.", [("global::System.Uri", "source", "Its public http or https URL.")]);
            return;
        }

        WriteMethod(code, unit, upload, "Uploads a file of this machine, which is read as it is sent.", [("string", "path", "Its path.")]);
        WriteMethod(
            code, unit, upload, "Uploads a stream from where it stands, without holding it in memory.",
            [("global::System.IO.Stream", "content", "The content; it is not disposed."), ("string", "fileName", "The name that the service is told.")]);
    }

    /// <summary>The extension as the runtime has it.</summary>
    public static string Describe(UploadSpec upload)
    {
        var members = new List<string>();
        Add("Name", upload.Name);
        Add("Folder", upload.Folder);
        Add("Id", upload.Id);
        Add("Expires", upload.Expires);
        AddNumber("MaxBytes", upload.MaxBytes);
        AddNumber("LifetimeSeconds", upload.LifetimeSeconds);
        return $"new({CSharp.Quote(upload.Content)}, {CSharp.Quote(upload.Url)}){(members.Count > 0 ? $" {{ {string.Join(", ", members)} }}" : "")}";

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                members.Add($"{name} = {CSharp.Quote(value)}");
            }
        }

        void AddNumber(string name, long? value)
        {
            if (value is { } number)
            {
                members.Add($"{name} = {number.ToString(CultureInfo.InvariantCulture)}");
            }
        }
    }

    private static void WriteMethod(CodeWriter code, GroupUnit unit, UploadModel upload, string summary, (string Type, string Name, string Doc)[] parameters)
    {
        code.Blank();
        Docs.Write(code, summary);
        code.Write($"/// <remarks>{Docs.Inline(upload.Method.Doc.Summary).TrimEnd('.')}: {Limits(upload.Spec)}</remarks>");
        var declared = new List<string>();
        var given = new List<string>();
        foreach ((string type, string name, string doc) in parameters)
        {
            code.Write($"/// <param name=\"{name}\">{doc}</param>");
            declared.Add($"{type} {name}");
            given.Add(name);
        }

        code.Write("/// <param name=\"options\">Its name and folder, what it has to be, and who is told how far it is; null for the defaults.</param>");
        code.Write("/// <param name=\"cancellationToken\">Ends the upload.</param>");
        code.Write("/// <returns>The file, which stands for its URL wherever a request takes one, with the time at which it is deleted.</returns>");
        code.Write($"/// <exception cref=\"{TypeNames.Runtime}EvolinkValidationException\">{(upload.Spec.IsFetched ? "It is no public URL" : "The file is empty, too large, or not what it has to be")}; nothing was sent.</exception>");
        code.Write($"/// <exception cref=\"{TypeNames.Runtime}EvolinkException\">The call failed; the type says how.</exception>");
        GroupEmitter.WriteObsolete(code, upload.Method);
        code.Write($"public {TypeNames.Tasks}Task<{TypeNames.Runtime}UploadedFile> {upload.Name}({string.Join(", ", declared)}, {Options}) =>");
        code.Write($"    {TypeNames.Runtime}FileUpload.SendAsync(_pipeline, {unit.Api}.{upload.Operation}, {string.Join(", ", given)}, options, cancellationToken);");
    }

    private static string Limits(UploadSpec upload)
    {
        string size = upload.MaxBytes is { } bytes ? $"at most {bytes.ToString("#,0", CultureInfo.InvariantCulture)} bytes" : "of any size that the service takes";
        return upload.LifetimeSeconds is { } seconds ? $"{size}, kept for {Duration(seconds)}." : size + ".";
    }

    private static string Duration(long seconds) => seconds % 3600 == 0
        ? $"{(seconds / 3600).ToString(CultureInfo.InvariantCulture)} hours"
        : $"{seconds.ToString(CultureInfo.InvariantCulture)} seconds";
}
