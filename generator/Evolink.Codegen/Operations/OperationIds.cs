using System;
using System.Collections.Generic;
using Evolink.Codegen.Naming;
using Evolink.Codegen.OpenApi;

namespace Evolink.Codegen.Operations;

/// <summary>The ids of one document's operations: where one is missing, or another operation has it, method and path make one.</summary>
internal sealed class OperationIds(SpecDiagnostics diagnostics)
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public string Assign(OperationNode operation)
    {
        string made = OperationNames.FromPath(operation.Method, operation.Path);
        if (operation.Id is not { } given || Words.Pascal(given).Length == 0)
        {
            _taken.Add(Words.Pascal(made));
            return made;
        }

        if (_taken.Add(Words.Pascal(given)))
        {
            return given;
        }

        diagnostics.Unsupported(operation.Node["operationId"] ?? operation.Node, $"the operationId '{given}', which another operation has,", $"this one is '{made}'");
        _taken.Add(Words.Pascal(made));
        return made;
    }
}
