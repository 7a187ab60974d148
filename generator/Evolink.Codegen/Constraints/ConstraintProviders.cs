using Evolink.Codegen.Constraints.Providers;

namespace Evolink.Codegen.Constraints;

/// <summary>Every family of keywords. What one provides is checked before what the next one does.</summary>
internal static class ConstraintProviders
{
    public static readonly IConstraintProvider[] All =
    [
        new UnsupportedKeywordsProvider(),
        new RefProvider(),
        new UnionProvider(),
        new PropertiesProvider(),
        new TypeProvider(),
        new EnumProvider(),
        new StringProvider(),
        new FormatProvider(),
        new PixelSizeProvider(),
        new NumberProvider(),
        new ArrayProvider(),
        new ContainsProvider(),
        new UnevaluatedItemsProvider(),
        new MapProvider(),
        new PropertyCountProvider(),
        new DependencyProvider(),
        new UnnamedPropertiesProvider(),
        new JsonPartProvider(),
        new CompareProvider(),
        new CombinationProvider(),
        new RecordProvider(),
    ];
}
