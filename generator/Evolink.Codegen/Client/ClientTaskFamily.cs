using Evolink.Codegen.Client.Merging;
using Evolink.Codegen.TaskFamilies;

namespace Evolink.Codegen.Client;

/// <summary>The tasks of one kind, with the operations of the client that are asked for them.</summary>
internal sealed record ClientTaskFamily(MergedOperation Query, TaskFamilySpec Spec, MergedOperation? Content, string? ContentParameter)
{
    /// <summary>The operation that is asked for many of them at once; null where there is none.</summary>
    public MergedOperation? Batch { get; init; }

    /// <summary>Where its body and its response have what.</summary>
    public BatchShape? BatchShape { get; init; }

    /// <summary>The operations that the client calls by itself for one of them.</summary>
    public MergedOperation?[] Called => [Query, Content, Batch];
}
