using System.Collections;
using System.Reflection;
using Evolink.Codegen.Diagnostics;
using Evolink.Codegen.OpenApi;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Evolink.Codegen.Tests.Caching;

/// <summary>What feeds emission keeps nothing alive and knows no place in a file.</summary>
public sealed class ModelPurityTests
{
    private static readonly Type[] s_forbidden =
    [
        typeof(ISymbol), typeof(SyntaxNode), typeof(SyntaxTree), typeof(Compilation), typeof(AdditionalText), typeof(Location), typeof(Diagnostic),
        typeof(SourceText), typeof(TextSpan), typeof(LinePosition), typeof(SpecNode), typeof(SpecDocument), typeof(SpecDiagnostic), typeof(Delegate),
    ];

    public static TheoryData<string> SpecPaths => SpecFiles.Paths;

    [Theory]
    [InlineData(TrackingNames.Models)]
    [InlineData(TrackingNames.Client)]
    [InlineData(TrackingNames.Units)]
    [InlineData(TrackingNames.Options)]
    [InlineData(TrackingNames.Files)]
    public void AStep_HoldsNothingButValues(string step)
    {
        HashSet<object> seen = WalkOver(step, SpecFiles.All);

        // The walk has been somewhere: a guard that sees nothing would always hold.
        Assert.True(step == TrackingNames.Options || seen.Count > 3, $"{seen.Count} objects");
    }

    [Theory]
    [MemberData(nameof(SpecPaths))]
    public void TheModelsOfAnySpec_HoldNothingButValues(string path)
    {
        foreach (string step in new[] { TrackingNames.Models, TrackingNames.Client, TrackingNames.Units })
        {
            WalkOver(step, [SpecFiles.At(path)]);
        }
    }

    [Fact]
    public void TheWalk_FindsAPlaceWhereThereIsOne()
    {
        var inside = new { Items = new[] { new KeyValuePair<string, object>("a", new SpecDiagnostic("EVO1001", "a", 1, 1, "m")) } };

        Assert.ThrowsAny<Exception>(() => Walk(inside, "x", new(ReferenceEqualityComparer.Instance)));
    }

    private static HashSet<object> WalkOver(string step, IEnumerable<(string Path, string Text)> specs)
    {
        GeneratorDriver driver = GeneratorHarness.Driver(specs.Select(SpecText.Read)).RunGenerators(GeneratorHarness.Project(), TestContext.Current.CancellationToken);
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach ((object value, _) in driver.Outputs(step))
        {
            Walk(value, step, seen);
        }

        return seen;
    }

    private static void Walk(object? value, string path, HashSet<object> seen)
    {
        if (value is null or string or Type || value.GetType().IsPrimitive || value.GetType().IsEnum || (!value.GetType().IsValueType && !seen.Add(value)))
        {
            return;
        }

        Assert.False(s_forbidden.Any(type => type.IsInstanceOfType(value)), $"{path} holds a {value.GetType()}");
        if (value is IEnumerable items)
        {
            foreach (object? item in items) Walk(item, path + "[]", seen);
        }

        for (Type? type = value.GetType(); type is not null; type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                Walk(field.GetValue(value), $"{path}.{field.Name}", seen);
            }
        }
    }
}
