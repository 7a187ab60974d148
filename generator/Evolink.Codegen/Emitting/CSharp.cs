using System.Linq;
using Evolink.Codegen.Types;
using Microsoft.CodeAnalysis.CSharp;

namespace Evolink.Codegen.Emitting;

/// <summary>Values of a specification as C# source. Nothing from a specification reaches the output by another way.</summary>
internal static class CSharp
{
    /// <summary>A string literal, escaped.</summary>
    public static string Quote(string text) => SymbolDisplay.FormatLiteral(WellFormed(text), quote: true);

    /// <summary>A UTF-8 literal, escaped.</summary>
    public static string QuoteUtf8(string text) => Quote(text) + "u8";

    /// <summary>
    /// A UTF-8 literal of JSON as it reads. The JSON is the generator's own text, on one line and of visible characters; three
    /// quotes in a row do not come in JSON.
    /// </summary>
    public static string QuoteJson(string json) => $"\"\"\"{json}\"\"\"u8";

    public static string Format(Literal literal) => literal.Kind switch
    {
        TypeKind.String => Quote(literal.Text),
        TypeKind.Boolean => literal.Text,
        TypeKind.Int32 => literal.Text,
        TypeKind.Int64 => literal.Text == "-9223372036854775808" ? "long.MinValue" : literal.Text + "L",
        TypeKind.UInt64 => literal.Text + "UL",
        TypeKind.Double => literal.Text + "d",
        _ => literal.Text + "m",
    };

    /// <summary>A name that may be a keyword of C#.</summary>
    public static string Name(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None
            ? "@" + name
            : name;

    /// <summary>Half a surrogate pair is no text, and C# does not take it in a UTF-8 literal.</summary>
    private static string WellFormed(string text) => text.Any(char.IsSurrogate)
        ? System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text))
        : text;
}
