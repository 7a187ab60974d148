using System.Linq;
using Evolink.Codegen.Client;
using Evolink.Codegen.Emitting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Evolink.Codegen;

/// <summary>Turns the OpenAPI files of a project into a client. This file is the table of contents; each step is a layer.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class EvolinkClientGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // What the project sets: namespace and client name.
        IncrementalValueProvider<OptionsResult> options = context.AnalyzerConfigOptionsProvider
            .Select(GeneratorOptions.Read)
            .WithTrackingName(TrackingNames.Options);

        // Each specification's path and text, compared by value: a new object with the same text changes nothing.
        IncrementalValuesProvider<SpecFile> files = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Where(GeneratorOptions.IsSpec)
            .Select(SpecFile.Read)
            .WithTrackingName(TrackingNames.Files);

        // Each with the files that it may refer to: an edit of one of those is an edit of it.
        IncrementalValuesProvider<SpecFile> parts = files
            .Combine(files.Collect())
            .Select(SpecFile.WithOthers)
            .WithTrackingName(TrackingNames.Parts);

        // Text to tree. A text that says what it said before, with other comments or on other lines, goes no further.
        IncrementalValuesProvider<SpecSource> sources = parts
            .Select(SpecSource.Parse)
            .WithTrackingName(TrackingNames.Sources);

        // Tree to model, once a file: the expensive step.
        IncrementalValuesProvider<SpecResult> specs = sources
            .Select(SpecResult.Create)
            .WithTrackingName(TrackingNames.Specs);

        // All models to one client: names, merging, one unit for each file to emit.
        IncrementalValueProvider<ClientModel> client = specs
            .Select(static (spec, _) => spec.Model)
            .WithTrackingName(TrackingNames.Models)
            .Collect()
            .Combine(options.Select(static (result, _) => result.Options))
            .Select(static (input, token) => ClientBuilder.Build(input.Left, input.Right, token))
            .WithTrackingName(TrackingNames.Client);

        // The first door: source. Only a unit that changed is written again.
        IncrementalValuesProvider<UnitModel> units = client
            .SelectMany(static (model, _) => model.Units)
            .WithTrackingName(TrackingNames.Units);
        context.RegisterSourceOutput(units, static (output, unit) =>
            output.AddSource(unit.HintName, SourceText.From(SourceFile.Write(unit), SourceFile.Encoding)));

        // The second door: diagnostics. Moving a line reports again and emits nothing: a file in which something was found is read again where its text is another.
        IncrementalValuesProvider<SpecResult> found = specs
            .Where(static spec => spec.Diagnostics.Count > 0)
            .Combine(parts.Collect())
            .Select(SpecResult.WithFileOfNow)
            .Select(SpecResult.Locate);
        context.RegisterSourceOutput(found, static (output, spec) => Reports.Spec(output, spec));
        context.RegisterSourceOutput(
            found.SelectMany(static (spec, _) => spec.OfSharedFiles).Collect(), static (output, diagnostics) => Reports.SharedFiles(output, diagnostics));
        context.RegisterSourceOutput(options, static (output, result) => Reports.Options(output, result));
        context.RegisterSourceOutput(
            client.Select(static (model, _) => model.Problems).Combine(parts.Collect()),
            static (output, input) => Reports.Client(output, input.Left, input.Right));
    }
}
