using System.Text.Json;

namespace Evolink.Runtime.Json;

/// <summary>The JSON is well-formed, but not of the type that is due: a response does without the value, where a broken document ends its reading.</summary>
internal sealed class UnfitJsonException(string message, Exception? inner = null) : JsonException(message, inner);
