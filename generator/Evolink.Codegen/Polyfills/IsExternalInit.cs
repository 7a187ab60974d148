namespace System.Runtime.CompilerServices;

// The compiler asks for these types by name; netstandard2.0 has none of them.

/// <summary>Lets records and <c>init</c> accessors compile.</summary>
internal static class IsExternalInit;
