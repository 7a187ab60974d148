using Evolink.Tool.Costs;
using Evolink.Tool.Output;

namespace Evolink.Tool.Catalogue;

/// <summary>A model for a reader.</summary>
internal static class ModelPage
{
    public static void Write(Screen screen, ModelInfo model, PriceLookup prices)
    {
        TextWriter output = screen.Out;
        output.WriteLine($"{model.Id}: {Listing.OneLine(model.Title)}");
        if (model.Summary.Length > 0) output.WriteLine(Listing.OneLine(model.Summary));
        if (model.DocsUrl is { } docs) output.WriteLine(docs.AbsoluteUri);
        output.WriteLine();
        output.WriteLine("Parameters");
        WriteParameters(output, model.Parameters.Where(static parameter => parameter.Name != "model"), "  ");
        output.WriteLine();
        output.WriteLine("Prices");
        foreach (string price in Prices(model, prices)) output.WriteLine($"  {price}");
        if (model.Example is null) return;
        output.WriteLine();
        output.WriteLine("Example");
        output.WriteLine(Indented(JsonOutput.Format(ModelJson.Example(model))));
        output.WriteLine();
        output.WriteLine("In C#");
        output.WriteLine(Indented(CSharpSnippet.Write(model, ModelJson.Example(model)).TrimEnd()));
        screen.Error.WriteLine($"\nTry it: evolink generate {model.Id} --example --simulate");
    }

    private static IEnumerable<string> Prices(ModelInfo model, PriceLookup prices) =>
        prices.List?.Describe(model.Id) is not { } found ? [$"not known: {Listing.OneLine(prices.Problem!)}"]
        : found.Count == 0 ? ["not in the price list"]
        : found.Select(Listing.OneLine);

    private static void WriteParameters(TextWriter output, IEnumerable<ModelParameter> parameters, string indent)
    {
        foreach (ModelParameter parameter in parameters)
        {
            string limits = ParameterText.Limits(parameter);
            output.WriteLine($"{indent}{parameter.Name} ({limits}{(parameter.IsRequired ? $"{(limits.Length > 0 ? ", " : "")}required" : "")})");
            Describe(output, Listing.OneLine(parameter.Description), indent);
            Describe(output, ParameterText.Media(parameter), indent);
            foreach (ModelAdvice advice in parameter.Advice) Describe(output, $"Advice: {Listing.OneLine(advice.Text)}", indent);
            WriteParameters(output, parameter.Parameters, indent + "  ");
            if (parameter.Items is { Parameters.Count: > 0 } items) WriteParameters(output, items.Parameters, indent + "  ");
        }
    }

    private static void Describe(TextWriter output, string text, string indent)
    {
        if (text.Length > 0) output.WriteLine($"{indent}    {text}");
    }

    private static string Indented(string text) => string.Join("\n", text.Split('\n').Select(static line => line.Length == 0 ? "" : $"  {line}"));
}
