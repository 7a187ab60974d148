using System.ComponentModel;

namespace Evolink;

/// <summary>One of several ways in which an operation takes the key.</summary>
/// <param name="Name">The security scheme's name in the specification, by which the options of a client choose it.</param>
/// <param name="Location">How the key is sent.</param>
/// <param name="KeyName">The name of the header, query parameter or cookie that holds the key; empty where the location needs none.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ApiKeyScheme(string Name, ApiKeyLocation Location, string KeyName = "");
