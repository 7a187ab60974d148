namespace Evolink.Docs.Tests;

/// <summary>A block of YAML as a whole document: a fragment is put where its fence says that it belongs.</summary>
internal static class SpecBlock
{
    /// <summary>The places that a fence can name, each with how deep a fragment lies there.</summary>
    private static readonly Dictionary<string, (string Mark, int Depth)> s_places = new()
    {
        ["operation"] = ("# operation", 6),
        ["schema"] = ("# schema", 14),
        ["properties"] = ("# properties", 16),
        ["schemas"] = ("# schemas", 4),
    };

    private const string Frame =
        """
        openapi: 3.1.0
        info: { title: A page's, version: 1.0.0 }
        servers: [{ url: https://example.com }]
        paths:
          /v1/things:
            post:
              operationId: createThing
              # operation
              requestBody:
                content:
                  application/json:
                    schema:
                      type: object
                      # schema
                      properties:
                        # properties
                        image_urls: { type: array, items: { type: string } }
                        video_urls: { type: array, items: { type: string } }
              responses:
                '200':
                  description: Made
                  content: { application/json: { schema: { type: object, properties: { id: { type: string } } } } }
        components:
          schemas:
            # schemas
            Element: { type: object, properties: { name: { type: string } } }
        """;

    public static bool IsFragment(CodeBlock block) => s_places.ContainsKey(block.Word);

    public static string Document(CodeBlock block)
    {
        if (!IsFragment(block)) return block.Text;
        (string mark, int depth) = s_places[block.Word];
        string fragment = string.Join('\n', block.Text.TrimEnd().Split('\n').Select(line => new string(' ', depth) + line));
        return FrameFor(block).Replace(new string(' ', depth) + mark, fragment, StringComparison.Ordinal);
    }

    /// <summary>A schema with properties of its own stands alone; any other fragment has those of the frame to refer to.</summary>
    private static string FrameFor(CodeBlock block)
    {
        if (block.Word != "schema" || !block.Text.Contains("properties:", StringComparison.Ordinal)) return Frame;
        int start = Frame.IndexOf("              properties:", StringComparison.Ordinal);
        return Frame.Remove(start, Frame.IndexOf("      responses:", StringComparison.Ordinal) - start);
    }
}
