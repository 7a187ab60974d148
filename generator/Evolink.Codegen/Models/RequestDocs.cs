using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Operations;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Models;

/// <summary>A request is described by the operation that takes it, too: the schema of its body often says nothing.</summary>
internal static class RequestDocs
{
    public static TypeModel Complete(TypeModel type, IReadOnlyList<OperationSpec> operations)
    {
        List<OperationSpec> takers = operations.Where(operation => operation.Body?.Type is { Kind: TypeKind.Model } body && body.Id == type.Id).ToList();
        // A request of several operations is described by none of them alone.
        return takers.Count == 1 && type is RecordModel or DiscriminatedUnionModel ? type with { Doc = Join(type.Doc, takers[0].Doc) } : type;
    }

    private static DocText Join(DocText own, DocText operation)
    {
        if (own.IsSilent)
        {
            return operation.Remarks.Length > 0 ? DocTexts.FromProse(operation.Remarks, operation.Summary) : operation;
        }

        return operation.Remarks.Length == 0 || operation.Remarks.Contains(own.Summary) ? own
            : own with { Remarks = own.Remarks.Length == 0 ? operation.Remarks : $"{own.Remarks}\n\n{operation.Remarks}" };
    }
}
