using System;
using System.Collections.Generic;
using Evolink.Codegen.Diagnostics;
using Evolink.Codegen.Naming;

namespace Evolink.Codegen.Operations;

/// <summary>The ids of one document's operations: where one is missing, or another operation has it, method and path make one.</summary>
internal sealed class OperationIds(ModelingDiagnostics diagnostics)
{
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    public string Of(OperationSource source)
    {
        string made = OperationNames.FromPath(source.Method, source.Path);
        if (source.Operation.OperationId is not { } given || Words.Pascal(given).Length == 0)
        {
            taken.Add(Words.Pascal(made));
            return made;
        }

        if (taken.Add(Words.Pascal(given)))
        {
            return given;
        }

        diagnostics.Unsupported(source.Node["operationId"] ?? source.Node, $"the operationId '{given}', which another operation has,", $"this one is '{made}'");
        taken.Add(Words.Pascal(made));
        return made;
    }
}
