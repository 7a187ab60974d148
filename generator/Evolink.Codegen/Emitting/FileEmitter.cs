using System.Linq;
using Evolink.Codegen.Client;
using Evolink.Codegen.Models;

namespace Evolink.Codegen.Emitting;

/// <summary>Writes which members of a multipart body are files.</summary>
internal static class FileEmitter
{
    public static bool HasFiles(RecordUnit unit) => unit.Properties.Any(property => property.Type.IsOfFiles);

    /// <summary>Whether an object of one of its kinds has files.</summary>
    public static bool HasFiles(UnionUnit unit) => unit.Variants.Any(variant => variant.HasFiles);

    public static void Write(CodeWriter code, RecordUnit unit)
    {
        if (!HasFiles(unit))
        {
            return;
        }

        code.Blank();
        code.Open($"void {TypeNames.Runtime}IFileModel.CollectFiles({TypeNames.Runtime}FileParts files)");
        foreach (PropertyModel property in unit.Properties.Where(property => property.Type.IsOfFiles))
        {
            code.Write($"files.Add({CSharp.Quote(property.JsonName)}, {property.Name});");
        }

        code.Close();
    }

    /// <summary>The files of a union are those of the object that it is.</summary>
    public static void Write(CodeWriter code, UnionUnit unit)
    {
        if (!HasFiles(unit))
        {
            return;
        }

        code.Blank();
        code.Open($"void {TypeNames.Runtime}IFileModel.CollectFiles({TypeNames.Runtime}FileParts files)");
        foreach (VariantModel variant in unit.Variants.Where(variant => variant.HasFiles))
        {
            code.Write($"(As{variant.Name} as {TypeNames.Runtime}IFileModel)?.CollectFiles(files);");
        }

        code.Close();
    }
}
