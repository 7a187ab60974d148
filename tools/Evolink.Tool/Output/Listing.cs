using Spectre.Console;

namespace Evolink.Tool.Output;

/// <summary>Rows: a table for a person, a line with tabs for a program.</summary>
internal static class Listing
{
    public static void Write(Screen screen, IReadOnlyList<string> headers, IEnumerable<string[]> rows)
    {
        if (!screen.IsOutputTerminal)
        {
            foreach (string[] row in rows) screen.Out.WriteLine(string.Join('\t', row.Select(OneLine)));
            return;
        }

        Table table = new() { Border = TableBorder.None, ShowHeaders = true };
        foreach (string header in headers) table.AddColumn(new TableColumn(new Text(header, new Style(decoration: Decoration.Dim))) { Padding = new Padding(0, 0, 2, 0) });
        foreach (string[] row in rows) table.AddRow(row.Select(static cell => new Text(OneLine(cell))));
        screen.OutConsole.Write(table);
    }

    /// <summary>A text of several lines without what a terminal would obey.</summary>
    public static string Printable(string text) => string.Concat(text.Where(static c => c is '\n' or '\t' || !char.IsControl(c)));

    /// <summary>A cell in one line, without what a terminal would obey: models and servers write these texts.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries).Select(static word => string.Concat(word.Where(static c => !char.IsControl(c)))));
}
