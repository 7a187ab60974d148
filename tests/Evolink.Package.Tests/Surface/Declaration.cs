using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Evolink.Package.Tests.Surface;

/// <summary>A type or member on one line, as C# writes it.</summary>
internal static class Declaration
{
    // What a caller has to know before calling.
    private static readonly string[] s_shown = ["ObsoleteAttribute", "ExperimentalAttribute", "EditorBrowsableAttribute", "RequiresUnreferencedCodeAttribute", "RequiresDynamicCodeAttribute"];

    private static readonly SymbolDisplayFormat s_format = new(
        SymbolDisplayGlobalNamespaceStyle.Omitted,
        SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeVariance | SymbolDisplayGenericsOptions.IncludeTypeConstraints,
        SymbolDisplayMemberOptions.IncludeAccessibility | SymbolDisplayMemberOptions.IncludeModifiers | SymbolDisplayMemberOptions.IncludeType
            | SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeConstantValue | SymbolDisplayMemberOptions.IncludeRef,
        SymbolDisplayDelegateStyle.NameAndSignature,
        SymbolDisplayExtensionMethodStyle.StaticMethod,
        SymbolDisplayParameterOptions.IncludeModifiers | SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeExtensionThis,
        SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier | SymbolDisplayMiscellaneousOptions.AllowDefaultLiteral);

    // A type's full name says where it is found; in a signature the names alone read better.
    private static readonly SymbolDisplayFormat s_typeFormat = new(
        SymbolDisplayGlobalNamespaceStyle.Omitted,
        SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        s_format.GenericsOptions,
        kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword,
        miscellaneousOptions: s_format.MiscellaneousOptions);

    public static string Write(ISymbol symbol) => string.Concat(Attributes(symbol)) + (symbol is INamedTypeSymbol type ? OfType(type) : symbol.ToDisplayString(s_format));

    private static string OfType(INamedTypeSymbol type)
    {
        string access = type.DeclaredAccessibility == Accessibility.Public ? "public " : "protected ";
        if (type.TypeKind == TypeKind.Delegate) return access + type.ToDisplayString(s_format);
        IEnumerable<string> bases = Bases(type).Select(static one => one.ToDisplayString(s_format.WithKindOptions(default))).Order(StringComparer.Ordinal);
        string list = string.Join(", ", bases);
        return access + Modifiers(type) + type.ToDisplayString(s_typeFormat) + (list.Length == 0 ? "" : $" : {list}");
    }

    private static string Modifiers(INamedTypeSymbol type) => type switch
    {
        { TypeKind: not TypeKind.Class } => "",
        { IsStatic: true } => "static ",
        { IsAbstract: true } => "abstract ",
        { IsSealed: true } => "sealed ",
        _ => "",
    };

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type) => type.TypeKind switch
    {
        TypeKind.Enum => [type.EnumUnderlyingType!],
        TypeKind.Class when type.BaseType is { SpecialType: SpecialType.None } parent => [parent, .. type.Interfaces],
        _ => type.Interfaces,
    };

    private static IEnumerable<string> Attributes(ISymbol symbol) => symbol.GetAttributes()
        .Where(static attribute => s_shown.Contains(attribute.AttributeClass!.Name))
        .Select(static attribute => $"[{attribute.AttributeClass!.Name[..^"Attribute".Length]}{Arguments(attribute)}] ");

    private static string Arguments(AttributeData attribute) =>
        attribute.ConstructorArguments.Length == 0 ? "" : $"({string.Join(", ", attribute.ConstructorArguments.Select(Argument))})";

    private static string Argument(TypedConstant argument) =>
        argument.ToCSharpString().Replace($"{argument.Type!.ContainingNamespace}.", "", StringComparison.Ordinal);
}
