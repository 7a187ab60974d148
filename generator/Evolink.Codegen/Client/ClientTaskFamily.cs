using Evolink.Codegen.Client.Merging;
using Evolink.Codegen.TaskFamilies;

namespace Evolink.Codegen.Client;

/// <summary>The tasks of one kind, with the operations of the client that are asked for them.</summary>
internal sealed record ClientTaskFamily(MergedOperation Query, TaskFamilySpec Spec, MergedOperation? Content, string? ContentParameter);
