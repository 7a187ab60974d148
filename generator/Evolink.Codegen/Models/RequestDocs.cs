using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Operations;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Models;

/// <summary>A request is described by the operation that takes it, too: the schema of its body often says nothing.</summary>
internal sealed class RequestDocs(IEnumerable<OperationSpec> operations)
{
    private readonly ILookup<TypeId, DocText> _byRequest = operations
        .Where(operation => operation.Body is not null)
        .SelectMany(operation => operation.OtherBodies.Prepend(operation.Body!)
            .Where(body => body.Type.Kind == TypeKind.Model).Select(body => body.Type.Id).Distinct()
            .Select(request => (Request: request, operation.Doc)))
        .ToLookup(taker => taker.Request, taker => taker.Doc);

    public TypeModel Complete(TypeModel type)
    {
        // A request of several operations is described by none of them alone.
        List<DocText> takers = _byRequest[type.Id].ToList();
        return takers.Count == 1 ? type with { Doc = Join(type.Doc, takers[0]) } : type;
    }

    private static DocText Join(DocText own, DocText operation)
    {
        if (own.IsSilent)
        {
            return (operation.Remarks.Length > 0 ? DocTexts.FromProse(operation.Remarks, operation.Summary) : operation) with { Advice = own.Advice };
        }

        return operation.Remarks.Length == 0 || operation.Remarks.Contains(own.Summary) ? own
            : own with { Remarks = own.Remarks.Length == 0 ? operation.Remarks : $"{own.Remarks}\n\n{operation.Remarks}" };
    }
}
