using System.Collections.Generic;

namespace Evolink.Codegen.Naming;

/// <summary>Names that a generated member cannot have, because the record, the runtime or C# already uses them.</summary>
internal static class ReservedNames
{
    private static readonly string[] s_common =
    [
        "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "ReferenceEquals", "Finalize",
        "EqualityContract", "PrintMembers", "Clone", "Deconstruct",
    ];

    /// <summary>Members of every generated record, and of the request base.</summary>
    public static readonly HashSet<string> RecordMembers =
    [
        .. s_common, "AdditionalProperties", "UnreadProperties", "Validate", "TryValidate", "ReadFrom", "WriteTo", "Operation",
    ];

    /// <summary>Members of every generated enum and union.</summary>
    public static readonly HashSet<string> ValueMembers = [.. s_common, "Value", "Known", "IsSet", "ReadFrom", "WriteTo"];

    /// <summary>Members that a generated type declares by itself, so that it cannot be called as one of them.</summary>
    public static readonly HashSet<string> OfTypes =
    [
        .. s_common, "AdditionalProperties", "UnreadProperties", "Validate", "TryValidate", "WriteTo", "Known",
    ];

    /// <summary>Members of the client and of its groups.</summary>
    public static readonly HashSet<string> ClientMembers =
    [
        .. s_common, "Dispose", "Pipeline", "SubmitAsync", "GenerateAsync", "Resume", "TaskClient",
    ];
}
