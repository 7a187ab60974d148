using System.Linq;
using Evolink.Codegen.Client;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Emitting;

/// <summary>Writes which members of a multipart body are files.</summary>
internal static class FileEmitter
{
    public static bool HasFiles(RecordUnit unit) => unit.Properties.Any(IsFile);

    public static void Write(CodeWriter code, RecordUnit unit)
    {
        if (!HasFiles(unit))
        {
            return;
        }

        code.Blank();
        code.Open($"void {TypeNames.Runtime}IFileModel.CollectFiles({TypeNames.Runtime}FileParts files)");
        foreach (PropertySpec property in unit.Properties.Where(IsFile))
        {
            code.Write($"files.Add({CSharp.Quote(property.JsonName)}, {property.Name});");
        }

        code.Close();
    }

    private static bool IsFile(PropertySpec property) => property.Type is { Kind: TypeKind.File } or { Kind: TypeKind.List, Element.Kind: TypeKind.File };
}
