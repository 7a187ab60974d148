using System;

namespace Evolink.Codegen.Types;

/// <summary>The kinds of JSON values that a schema allows.</summary>
[Flags]
internal enum JsonKinds
{
    None = 0,
    Null = 1,
    Boolean = 2,
    Integer = 4,

    /// <summary>Any number; a schema that allows it allows integers too.</summary>
    Number = 8,
    String = 16,
    Array = 32,
    Object = 64,
}
