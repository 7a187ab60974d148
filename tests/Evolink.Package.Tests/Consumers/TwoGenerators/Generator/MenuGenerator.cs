using System.Collections.Generic;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using YamlDotNet.Serialization;

namespace Another.Generator;

/// <summary>Turns menu.yaml into JSON, and says with what.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class MenuGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<string> menus = context.AdditionalTextsProvider
            .Where(static file => file.Path.EndsWith("menu.yaml", System.StringComparison.Ordinal))
            .Select(static (file, token) => Json(file.GetText(token)!.ToString()));
        context.RegisterSourceOutput(menus, static (output, json) => output.AddSource("Menu.g.cs",
            $$"""
            internal static class Menu
            {
                public const string Json = {{SymbolDisplay.FormatLiteral(json, quote: true)}};
                public const string MadeWith = "YamlDotNet {{typeof(Deserializer).Assembly.GetName().Version.Major}}";
            }
            """));
    }

    private static string Json(string yaml) => JsonSerializer.Serialize(new DeserializerBuilder().Build().Deserialize<Dictionary<string, string>>(yaml));
}
