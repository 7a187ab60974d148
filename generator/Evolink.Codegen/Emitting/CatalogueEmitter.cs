using System.Linq;
using Evolink.Codegen.Client;
using Evolink.Codegen.Models;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Emitting;

/// <summary>Writes the list of the models. Each model is a part of its own, so that an edit of one writes one; none is made before it is asked for.</summary>
internal static class CatalogueEmitter
{
    private const string Info = TypeNames.Runtime + "ModelInfo";
    private const string Problems = "global::System.Collections.Generic.IReadOnlyList<" + TypeNames.Annotations + "ValidationResult>";

    public static void Write(CodeWriter code, CatalogueUnit unit)
    {
        Docs.Write(code, "The models: what each makes and takes, and its requests by its id. A model's facts are read when they are first asked for.");
        code.Write(SourceFile.GeneratedCode);
        code.Open($"public static partial class {unit.Name}");
        code.Write($"private static readonly {TypeNames.Runtime}ModelCatalogue s_catalogue = new(");
        code.Write(string.Concat(unit.Models.Select((model, index) => $"    {(index == 0 ? "[" : " ")}{CSharp.Quote(model.Id)}{(index < unit.Models.Count - 1 ? ",\n" : "],")}")));
        code.Write("    static index => index switch");
        code.Write("    {");
        code.Write(string.Concat(unit.Models.Select((model, index) => $"        {index} => {model.Property},\n")) + "        _ => throw new global::System.ArgumentOutOfRangeException(nameof(index)),");
        code.Write("    });");
        code.Blank();
        Docs.Write(code, "The models as one value, for what works with any client's.");
        code.Write($"public static {TypeNames.Runtime}ModelCatalogue Catalogue => s_catalogue;").Blank();
        Docs.Write(code, "Every model, in the order of the ids.");
        code.Write($"public static global::System.Collections.Generic.IReadOnlyList<{Info}> All => s_catalogue.All;").Blank();
        Docs.Write(code, "The model of an id; null where there is none.");
        code.Write($"public static {Info}? Find(string id) => s_catalogue.Find(id);").Blank();
        Docs.Write(code, "Makes a request of JSON: of a form, of a file, of what an agent writes.");
        code.Write("/// <param name=\"id\">The model's id, such as <c>" + Docs.Inline(unit.Models[0].Id) + "</c>.</param>");
        code.Write("/// <param name=\"json\">The request's members; <c>model</c> may be left out.</param>");
        code.Write("/// <param name=\"request\">The request, checked; null where something is wrong.</param>");
        code.Write("/// <param name=\"problems\">What is wrong, with what was probably meant; empty where nothing is.</param>");
        code.Write("/// <returns>Whether the request can be sent.</returns>");
        code.Write($"public static bool TryCreateRequest(string id, {TypeNames.Json}JsonElement json, [global::System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out {TypeNames.Runtime}GenerationRequest? request, out {Problems} problems) =>");
        code.Write("    s_catalogue.TryCreateRequest(id, json, out request, out problems);").Blank();
        code.Write("[global::System.Runtime.CompilerServices.ModuleInitializer]");
        code.Write($"internal static void Register() => {TypeNames.Runtime}ModelCatalogue.Register(typeof({unit.Name}).Assembly, static () => s_catalogue);");
        code.Close();
    }

    public static void Write(CodeWriter code, ModelUnit unit)
    {
        ModelPage page = unit.Page;
        code.Open($"public static partial class {unit.Catalogue}");
        Docs.Write(code, new DocText($"{unit.Id}: {page.Title}", page.Summary));
        code.Write($"public static {Info} {unit.Property} => field ??= {Info}.Create<{unit.RequestType}>(");
        code.Write($"    {CSharp.Quote(unit.Id)}, {TypeNames.Runtime}ModelKind.{page.Kind}, {CSharp.Quote(page.Path)}, {CSharp.Quote(page.DocsUrl)},");
        code.Write($"    {CSharp.Quote(page.Title)},");
        code.Write($"    {CSharp.Quote(page.Summary)},");
        code.Write($"    static () => {CSharp.QuoteJson(page.Schema)},");
        code.Write($"    static () => {(page.Example.Length > 0 ? CSharp.QuoteJson(page.Example) : "default")});");
        code.Close();
    }
}
