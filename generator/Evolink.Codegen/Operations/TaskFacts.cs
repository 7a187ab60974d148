using System;
using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Collections;
using Evolink.Codegen.OpenApi;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;
using Evolink.Codegen.TaskFamilies;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Operations;

/// <summary>
/// What the operations of one document say of tasks. Which of them belong together is decided when all documents are known, since
/// a create and its query may stand in two.
/// </summary>
internal sealed class TaskFacts
{
    private readonly SpecDocument _document;
    private readonly SpecDiagnostics _diagnostics;
    private readonly SpecNode? _shared;
    private readonly bool _hasExtensions;
    private readonly Dictionary<SpecNode, TaskExtension?> _extensions = [];

    public TaskFacts(SpecDocument document, IReadOnlyList<OperationNode> operations, SpecDiagnostics diagnostics)
    {
        (_document, _diagnostics) = (document, diagnostics);
        _shared = document.Root?["paths"]?[TaskExtension.Keyword];
        _hasExtensions = _shared is not null || operations.Any(operation => operation.Node[TaskExtension.Keyword] is not null);
    }

    /// <summary>The members of a JSON response: those by which a task is known, or all where pointers may lead to any.</summary>
    public EquatableArray<MemberFact> Members(SchemaView response) => MemberFacts.Collect(
        response,
        _hasExtensions ? MemberFacts.Deepest : 1,
        schema => schema.Properties().Where(property => _hasExtensions || TaskShape.Knows(property.Key)).Select(property => (property.Key, SchemaView.From(property.Value))),
        (pointer, member) => new MemberFact(pointer, KindOf(member), Words(member), member.First("maximum")?.Text));

    /// <summary>The facts of an operation; null for one that has nothing to do with tasks.</summary>
    public TaskOperation? Read(OperationNode operation, string id, BodySpec? body, IReadOnlyList<ParameterSpec> parameters, ResponseSpec response)
    {
        bool canCreate = operation.Method == "POST" && body is { Kind: MediaKind.Json, Type.Kind: TypeKind.Model } && response.Type?.Kind == TypeKind.Model;
        BatchShape? batch = BatchFacts.Find(operation, schema => Members(schema));
        if (!canCreate && batch is null && operation.Method != "GET")
        {
            if (operation.Node[TaskExtension.Keyword] is { } misplaced)
            {
                _diagnostics.InvalidExtension(misplaced, TaskExtension.Keyword, "it on a POST with a JSON object as its body and another as its response");
            }

            return null;
        }

        return new TaskOperation
        {
            Id = id,
            Method = operation.Method,
            Path = operation.Target,
            Server = operation.Server,
            File = _document.File,
            CanCreate = canCreate,
            RequiredParameters = parameters.Where(parameter => parameter.NeedsCaller).Select(parameter => parameter.JsonName).ToEquatableArray(),
            Members = response.Members,
            Schema = response.Type is { Kind: TypeKind.Model } type ? type.Id.Value : null,
            IsBinary = response.Kind == ResponseKind.Stream,
            KeepsSlashes = operation.Parameters().Any(parameter => parameter["in"]?.Text == "path" && parameter["allowReserved"]?.Text == "true"),
            Batch = batch,
            Extension = canCreate ? ExtensionOf(operation) : null,
        };
    }

    private TaskExtension? ExtensionOf(OperationNode operation)
    {
        if ((operation.Node[TaskExtension.Keyword] ?? _shared) is not { } node)
        {
            return null;
        }

        if (!_extensions.TryGetValue(node, out TaskExtension? extension))
        {
            extension = TaskExtension.Read(node, isShared: ReferenceEquals(node, _shared));
            _extensions.Add(node, extension);
            if (extension is null)
            {
                _diagnostics.InvalidExtension(node, TaskExtension.Keyword, TaskExtension.Expected);
            }
        }

        return extension;
    }

    private static MemberKind KindOf(SchemaView member) => (SchemaKinds.Infer(member) & ~JsonKinds.Null) switch
    {
        JsonKinds.String => MemberKind.String,
        JsonKinds.Boolean => MemberKind.Boolean,
        _ => MemberKind.Other,
    };

    private static EquatableArray<string> Words(SchemaView member) => SchemaValues.Resolve(member)
        .Where(value => value.Kind == SpecNodeKind.String).Select(value => value.Text).Distinct(StringComparer.Ordinal).ToEquatableArray();
}
