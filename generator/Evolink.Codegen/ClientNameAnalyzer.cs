using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Evolink.Codegen.Client;
using Evolink.Codegen.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Evolink.Codegen;

/// <summary>
/// Looks at the clients of a program by their names, which are also those of their keys' variables. The generator sees its documents alone;
/// what other assemblies have is for an analyzer to see.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ClientNameAnalyzer : DiagnosticAnalyzer
{
    private const string Runtime = "Evolink.Runtime";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.SameClientName, Descriptors.KeyOfAnotherVendor];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        // The clients are generated code.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        if (context.Compilation.GetTypeByMetadataName("Evolink.EvolinkClientBase") is not { } client || context.Compilation.GetTypeByMetadataName("Evolink.ApiDescriptor") is not { } descriptor)
        {
            return;
        }

        var referenced = new Lazy<ILookup<string, INamedTypeSymbol>>(() => context.Compilation.SourceModule.ReferencedAssemblySymbols.Where(RefersToTheRuntime)
            .SelectMany(assembly => TypesOf(assembly.GlobalNamespace)).Where(type => IsClient(type, client)).ToLookup(type => type.Name, StringComparer.Ordinal));
        context.RegisterSymbolAction(found => ReportNamesakes(found, client, referenced.Value), SymbolKind.NamedType);
        context.RegisterOperationAction(found => ReportKey(found, descriptor), OperationKind.ObjectCreation);
    }

    private static void ReportNamesakes(SymbolAnalysisContext context, INamedTypeSymbol client, ILookup<string, INamedTypeSymbol> referenced)
    {
        if (context.Symbol is INamedTypeSymbol own && IsClient(own, client) && referenced[own.Name].FirstOrDefault() is { } other)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.SameClientName, Location.None,
                $"This project's {own.ToDisplayString()} is called like {other.ToDisplayString()} of {other.ContainingAssembly.Name}: where both namespaces are in sight the name is ambiguous, "
                + "and both read the key of one environment variable. Give this one a name by the property EvolinkClientName."));
        }
    }

    /// <summary>A descriptor without a prefix of its own is that of a client of the default name.</summary>
    private static void ReportKey(OperationAnalysisContext context, INamedTypeSymbol descriptor)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (!SymbolEqualityComparer.Default.Equals(creation.Type, descriptor) || creation.Initializer is not { } initializer)
        {
            return;
        }

        HashSet<string> said = [.. initializer.Initializers.OfType<ISimpleAssignmentOperation>().Select(member => member.Target).OfType<IPropertyReferenceOperation>().Select(member => member.Property.Name)];
        if (!said.Contains("EnvironmentPrefix") && !said.Contains("HasEvolinkConventions"))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.KeyOfAnotherVendor, Location.None,
                $"The documents are not EvoLink's, and {ClientOptions.DefaultName}, which is the name where the project gives none, reads EvoLink's key: the variable EVOLINK_API_KEY. "
                + "Name the client by the property EvolinkClientName, and its variable has its name: PRINT_API_KEY for a PrintClient."));
        }
    }

    private static bool IsClient(INamedTypeSymbol type, INamedTypeSymbol client)
    {
        if (type is not { TypeKind: TypeKind.Class, IsAbstract: false, DeclaredAccessibility: Accessibility.Public })
        {
            return false;
        }

        INamedTypeSymbol? current = type.BaseType;
        while (current is not null && !SymbolEqualityComparer.Default.Equals(current, client))
        {
            current = current.BaseType;
        }

        return current is not null;
    }

    private static bool RefersToTheRuntime(IAssemblySymbol assembly) => assembly.Modules.Any(module => module.ReferencedAssemblies.Any(name => name.Name == Runtime));

    private static IEnumerable<INamedTypeSymbol> TypesOf(INamespaceSymbol space) => space.GetTypeMembers().Concat(space.GetNamespaceMembers().SelectMany(TypesOf));
}
