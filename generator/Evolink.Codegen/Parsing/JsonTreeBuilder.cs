using System;
using System.Text;
using System.Text.Json;
using System.Threading;

namespace Evolink.Codegen.Parsing;

/// <summary>A tree of the tokens of Utf8JsonReader, which says where bad JSON is and keeps the text of numbers.</summary>
internal static class JsonTreeBuilder
{
    /// <exception cref="SpecSyntaxException">The text is no JSON, or more than the budgets allow.</exception>
    public static SpecNode? Build(string text, TreeAssembler tree, CancellationToken ct)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        var position = new JsonPosition(utf8);
        // The budget stops at its depth, before the reader would.
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = NodeBudget.MaxDepth + 1 });
        try
        {
            while (reader.Read())
            {
                ct.ThrowIfCancellationRequested();
                position.MoveTo((int)reader.TokenStartIndex);
                Take(ref reader, tree, position.Line, position.Column);
            }
        }
        catch (JsonException problem)
        {
            throw Describe(problem, text);
        }

        return tree.Root;
    }

    private static void Take(ref Utf8JsonReader reader, TreeAssembler tree, int line, int column)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                tree.Open(SpecNodeKind.Object, line, column);
                break;
            case JsonTokenType.StartArray:
                tree.Open(SpecNodeKind.Array, line, column);
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                tree.Close();
                break;
            case JsonTokenType.PropertyName:
                tree.Name(TextOf(ref reader, line, column), line, column);
                break;
            case JsonTokenType.String:
                tree.Add(SpecNode.Scalar(SpecNodeKind.String, line, column, TextOf(ref reader, line, column)));
                break;
            default:
                tree.Add(SpecNode.Scalar(KindOf(reader.TokenType), line, column, Encoding.UTF8.GetString(reader.ValueSpan.ToArray())));
                break;
        }
    }

    private static SpecNodeKind KindOf(JsonTokenType token) => token switch
    {
        JsonTokenType.Number => SpecNodeKind.Number,
        JsonTokenType.Null => SpecNodeKind.Null,
        _ => SpecNodeKind.Boolean,
    };

    private static string TextOf(ref Utf8JsonReader reader, int line, int column)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new SpecSyntaxException(line, column, "This string has half of a surrogate pair as an escape, which is no character. Write both halves or none.");
        }
    }

    private static SpecSyntaxException Describe(JsonException problem, string text)
    {
        (int line, int column) = JsonPosition.InText(text, problem.LineNumber ?? 0, problem.BytePositionInLine ?? 0);
        string cause = problem.Message;
        int end = cause.IndexOf(" LineNumber:", StringComparison.Ordinal);
        if (end >= 0) cause = cause.Substring(0, end);
        cause = cause.Replace(" Change the reader options.", "").TrimEnd('.');
        return new SpecSyntaxException(line, column, $"This is not valid JSON: {cause}. Correct it here or just before.");
    }
}
