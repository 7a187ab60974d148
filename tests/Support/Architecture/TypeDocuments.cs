using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Evolink.Architecture;

/// <summary>Says by a portable PDB which source files a type comes from.</summary>
internal sealed class TypeDocuments(MetadataReader pdb)
{
    // What the compiler writes for a type without code, such as an interface or an enum: its TypeDefinitionDocuments.
    private static readonly Guid s_documents = new("932e74bc-dba9-4478-8d46-0f32a7bab3d3");

    /// <summary>The files of a type's methods, or of a type that has none.</summary>
    public IEnumerable<string> Find(TypeDefinition type, TypeDefinitionHandle handle) =>
        type.GetMethods().SelectMany(OfMethod).Concat(OfType(handle)).Select(Name).Distinct();

    private IEnumerable<DocumentHandle> OfMethod(MethodDefinitionHandle method)
    {
        MethodDebugInformation information = pdb.GetMethodDebugInformation(method);
        return information.Document.IsNil && information.SequencePointsBlob.IsNil ? []
            : information.GetSequencePoints().Where(point => !point.IsHidden).Select(point => point.Document).Distinct();
    }

    private IEnumerable<DocumentHandle> OfType(TypeDefinitionHandle type)
    {
        foreach (CustomDebugInformationHandle handle in pdb.GetCustomDebugInformation(type))
        {
            CustomDebugInformation information = pdb.GetCustomDebugInformation(handle);
            if (pdb.GetGuid(information.Kind) != s_documents) continue;
            BlobReader documents = pdb.GetBlobReader(information.Value);
            while (documents.RemainingBytes > 0) yield return MetadataTokens.DocumentHandle(documents.ReadCompressedInteger());
        }
    }

    private string Name(DocumentHandle document) => pdb.GetString(pdb.GetDocument(document).Name);
}
