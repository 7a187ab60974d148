using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Evolink.Package.Tests.Surface;

/// <summary>What others can see of an assembly, as C# declarations: each type with its members below it, sorted.</summary>
internal sealed class PublicSurface
{
    private static readonly MetadataReference[] s_framework =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => !Path.GetFileName(path).StartsWith("Evolink", StringComparison.Ordinal))
            .Select(static path => MetadataReference.CreateFromFile(path))];

    private PublicSurface(IAssemblySymbol assembly) => Types =
        [.. Nested(assembly.GlobalNamespace).Where(IsVisible).OrderBy(static type => type.ToDisplayString(), StringComparer.Ordinal)];

    public IReadOnlyList<INamedTypeSymbol> Types { get; }

    /// <param name="image">The assembly.</param>
    /// <param name="others">Those of the other packages that it stands on. What else is missing is shown by its name alone.</param>
    public static PublicSurface Read(byte[] image, params IEnumerable<byte[]> others)
    {
        MetadataReference reference = MetadataReference.CreateFromImage(image);
        CSharpCompilation reader = CSharpCompilation.Create("Reader", null, [reference, .. s_framework, .. others.Select(static other => MetadataReference.CreateFromImage(other))]);
        return new PublicSurface((IAssemblySymbol)reader.GetAssemblyOrModuleSymbol(reference)!);
    }

    /// <summary>The members that a person wrote or a generator emitted: no accessor, nothing that a record has anyway, no override.</summary>
    public static IEnumerable<ISymbol> MembersOf(INamedTypeSymbol type) => type.TypeKind == TypeKind.Delegate ? [] : type.GetMembers().Where(static member =>
        member is not INamedTypeSymbol && IsVisible(member) && !member.IsOverride && !IsMadeByTheCompiler(member));

    /// <summary>Every type and member under its type, one a line.</summary>
    public string Listing() => string.Join("\n", Types.Select(Block));

    private static string Block(INamedTypeSymbol type) => string.Concat(
        MembersOf(type)
            .OrderBy(Rank)
            .ThenBy(static member => member.Name, StringComparer.Ordinal)
            .ThenBy(Declaration.Write, StringComparer.Ordinal)
            .Select(static member => $"    {Declaration.Write(member)}\n")
            .Prepend($"{Declaration.Write(type)}\n"));

    private static int Rank(ISymbol member) => member switch
    {
        IFieldSymbol => 0,
        IMethodSymbol { MethodKind: MethodKind.Constructor } => 1,
        IPropertySymbol or IEventSymbol => 2,
        _ => 3,
    };

    private static IEnumerable<INamedTypeSymbol> Nested(INamespaceOrTypeSymbol scope) => scope.GetMembers().OfType<INamespaceOrTypeSymbol>()
        .SelectMany(static member => member is INamedTypeSymbol type ? Nested(type).Prepend(type) : Nested(member));

    private static bool IsVisible(ISymbol symbol) =>
        symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal
        && (symbol.ContainingType is null || (IsVisible(symbol.ContainingType) && !(symbol.ContainingType.IsSealed && symbol.DeclaredAccessibility != Accessibility.Public)));

    private static bool IsMadeByTheCompiler(ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove } => true,
        // Every struct has one, and an enum's value is no member to read.
        IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters: [], ContainingType.TypeKind: TypeKind.Struct or TypeKind.Enum } => true,
        _ => member.GetAttributes().Any(static attribute => attribute.AttributeClass!.Name == "CompilerGeneratedAttribute"),
    };
}
