using Evolink.Codegen.Client;

namespace Evolink.Codegen.Emitting;

/// <summary>Writes the registration of the client with a host's services.</summary>
internal static class HostingEmitter
{
    private const string Services = "global::Microsoft.Extensions.DependencyInjection.IServiceCollection services";
    private const string Configuration = "global::Microsoft.Extensions.Configuration.IConfiguration configure";
    private const string Configure = $"global::System.Action<{TypeNames.Runtime}EvolinkOptions> configure";
    private const string Builder = "global::Microsoft.Extensions.DependencyInjection.IHttpClientBuilder";

    public static void Write(CodeWriter code, HostingUnit unit)
    {
        Docs.Write(code, $"Registers <see cref=\"{unit.Client}\"/> with a host.");
        code.Write(SourceFile.GeneratedCode);
        code.Open($"public static class {unit.Name}");
        Docs.Write(code, $"Adds a <see cref=\"{unit.Client}\"/> that uses the host's IHttpClientFactory and loggers.");
        code.Write("/// <param name=\"services\">The host's services.</param>");
        code.Write($"/// <param name=\"configure\">Sets the options; without a key the environment variable <c>{unit.KeyVariable}</c> counts.</param>");
        WriteMethod(code, unit, Configure);
        code.Blank();
        Docs.Write(code, $"Adds a <see cref=\"{unit.Client}\"/> whose options stand in the host's configuration.");
        code.Write("/// <param name=\"services\">The host's services.</param>");
        code.Write("/// <param name=\"configure\">The section that holds the options.</param>");
        WriteMethod(code, unit, Configuration);
        code.Blank();
        Docs.Write(code, $"Adds one of several <see cref=\"{unit.Client}\"/>, one an account: a keyed service under its name.");
        code.Write("/// <param name=\"services\">The host's services.</param>");
        code.Write("/// <param name=\"name\">The name; also that of its options and of its HttpClient.</param>");
        code.Write("/// <param name=\"configure\">Sets the options of this account.</param>");
        WriteMethod(code, unit, Configure, isNamed: true);
        code.Blank();
        Docs.Write(code, $"Adds one of several <see cref=\"{unit.Client}\"/>, whose options stand in the host's configuration.");
        code.Write("/// <param name=\"services\">The host's services.</param>");
        code.Write("/// <param name=\"name\">The name; also that of its options and of its HttpClient.</param>");
        code.Write("/// <param name=\"configure\">The section that holds the options of this account.</param>");
        WriteMethod(code, unit, Configuration, isNamed: true);
        code.Close();
    }

    /// <param name="options">The parameter from which the options come.</param>
    private static void WriteMethod(CodeWriter code, HostingUnit unit, string options, bool isNamed = false)
    {
        string argument = options.Substring(options.LastIndexOf(' ') + 1);
        code.Write("/// <returns>The builder of the client's HttpClient, for handlers of your own.</returns>");
        code.Write("/// <remarks>The options are checked when the host starts.</remarks>");
        code.Write($"public static {Builder} {unit.Method}(this {Services}, {(isNamed ? "string name, " : "")}{options}) =>");
        code.Write($"    {TypeNames.Runtime}EvolinkHosting.AddClient(services, {(isNamed ? "name, " : "")}{argument}, static (options, httpClient) => new {unit.Client}(options, httpClient), {unit.Api}.Descriptor);");
    }
}
