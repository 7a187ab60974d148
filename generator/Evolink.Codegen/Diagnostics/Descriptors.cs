using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Evolink.Codegen.Diagnostics;

/// <summary>
/// The diagnostics as the compiler knows them. Messages are made where the problem is found. Each description is a meaning
/// and, in its second line, a cure: <c>docs/diagnostics.md</c> is made of them.
/// </summary>
internal static class Descriptors
{
    private const string Specification = "Evolink.Specification";
    private const string Configuration = "Evolink.Configuration";

    public static readonly DiagnosticDescriptor InvalidSyntax = new(
        DiagnosticIds.InvalidSyntax, "The specification is not valid YAML or JSON", "{0}", Specification, DiagnosticSeverity.Error, true,
        "The file is not valid YAML or JSON; nothing is generated of it.\n"
        + "Correct the syntax at the place given, or in the line above: indentation, quotes, brackets.");

    public static readonly DiagnosticDescriptor NotOpenApi = new(
        DiagnosticIds.NotOpenApi, "The file is not an OpenAPI 3 document", "{0}", Specification, DiagnosticSeverity.Error, true,
        "The file is no OpenAPI 3.0, 3.1 or 3.2 document: Swagger 2.0, AsyncAPI, a page of the documentation, or none at all.\n"
        + "Convert it to OpenAPI 3, or take it out of the specs folder.");

    public static readonly DiagnosticDescriptor WrongKind = new(
        DiagnosticIds.WrongKind, "A keyword has a value of the wrong kind", "{0}", Specification, DiagnosticSeverity.Warning, true,
        "A keyword has a value of the wrong kind, such as `maxLength: \"x\"`; the keyword is ignored.\n"
        + "Write a value of the kind that the message names.");

    public static readonly DiagnosticDescriptor DuplicateKey = new(
        DiagnosticIds.DuplicateKey, "A key stands twice in one object", "{0}", Specification, DiagnosticSeverity.Warning, true,
        "A key stands twice in one object; the second is ignored.\n"
        + "Remove or rename one of the two.");

    public static readonly DiagnosticDescriptor UnresolvedReference = new(
        DiagnosticIds.UnresolvedReference, "A reference leads nowhere", "{0}", Specification, DiagnosticSeverity.Warning, true,
        "A reference leads nowhere, to another kind of thing, or round in a circle; what it stands for is unknown.\n"
        + "Correct the pointer, or add what it names to the components.");

    public static readonly DiagnosticDescriptor OpenApiProblem = new(
        DiagnosticIds.OpenApiProblem, "The document breaks a rule of OpenAPI", "{0}", Specification, DiagnosticSeverity.Warning, true,
        "The document breaks a rule of OpenAPI that a caller would feel, such as a path without its leading slash.\n"
        + "Correct it by the OpenAPI specification.");

    public static readonly DiagnosticDescriptor BudgetExceeded = new(
        DiagnosticIds.BudgetExceeded, "The document is too deep or too large", "{0}", Specification, DiagnosticSeverity.Error, true,
        "The document is nested too deep, is too large, or repeats too much by aliases to be read safely.\n"
        + "Flatten it by references to components, or split it into several files.");

    public static readonly DiagnosticDescriptor ExternalReference = new(
        DiagnosticIds.ExternalReference, "A reference leads out of the document", "{0}", Specification, DiagnosticSeverity.Warning, true,
        "A reference leads to what is no `EvolinkSpec` of the project; nothing else is ever read.\n"
        + "Add the file as an `EvolinkSpec`, with `Shared=\"true\"` if it is no document of its own; or copy the target into the components.");

    public static readonly DiagnosticDescriptor SeveralDocuments = new(
        DiagnosticIds.SeveralDocuments, "The file holds more than one document", "{0}", Specification, DiagnosticSeverity.Warning, true,
        "The file holds more than one YAML document; the first is read.\n"
        + "Put each document into a file of its own.");

    public static readonly DiagnosticDescriptor NameCollision = new(
        DiagnosticIds.NameCollision, "Two types want one name", "{0}", Specification, DiagnosticSeverity.Warning, true,
        "Two types want one name; the one of the ordinally later file has a number behind it.\n"
        + "Rename the file or the schema, to choose the name yourself.");

    public static readonly DiagnosticDescriptor ResponseConflict = new(
        DiagnosticIds.ResponseConflict, "Two specifications describe one response differently", "{0}", Specification, DiagnosticSeverity.Warning, true,
        "Two specifications describe one response in ways that do not unite; the message names both places.\n"
        + "Let both say the same; until then the member is read as `JsonElement`, or as the first says.");

    public static readonly DiagnosticDescriptor SeveralTaskQueries = new(
        DiagnosticIds.SeveralTaskQueries, "Several operations ask for a task", "{0}", Specification, DiagnosticSeverity.Warning, true,
        "Tasks are created, and several operations are asked for tasks, but none plainly for these: the operation has no `SubmitAsync` and `GenerateAsync`. "
        + "A wrong query would lose what is paid for.\n"
        + "Say by `x-evolink-task` on the operation which query it is; or `x-evolink-task: false`, where it creates no task.");

    public static readonly DiagnosticDescriptor NoTaskQuery = new(
        DiagnosticIds.NoTaskQuery, "No operation asks for a task", "{0}", Specification, DiagnosticSeverity.Warning, true,
        "Tasks are created, but no operation is asked for them: the operation has no `SubmitAsync` and `GenerateAsync`.\n"
        + "Add the specification of the query, a GET whose path ends in a parameter; say by `x-evolink-task` on the operation which one it is; or `x-evolink-task: false`, "
        + "where it creates no task.");

    public static readonly DiagnosticDescriptor Unsupported = new(
        DiagnosticIds.Unsupported, "Something in the specification is not supported", "{0}", Specification, DiagnosticSeverity.Warning, true,
        "Something valid that is not supported yet; the message says what is left out instead. A restriction that is left out refuses nothing, nor does a "
        + "`not`, `if`, `oneOf` or `maxContains` that depends on it.\n"
        + "Nothing, or describe it in a supported way: `operations.md` and `spec-to-csharp.md` say which there are.");

    public static readonly DiagnosticDescriptor UnknownStatus = new(
        DiagnosticIds.UnknownStatus, "A status has words that nobody knows", "{0}", Specification, DiagnosticSeverity.Warning, true,
        "The status of a task lists words that stand for nothing known, so that a wait would not end with them; or none of them ends a task well.\n"
        + "Say what they mean by `x-evolink-task: { statuses: { completed: […], failed: […] } }` on the operation that creates the tasks.");

    public static readonly DiagnosticDescriptor InvalidPattern = new(
        DiagnosticIds.InvalidPattern, "A pattern is no regular expression", "{0}", Specification, DiagnosticSeverity.Warning, true,
        "A pattern is no regular expression of ECMA-262; it is not checked. Where it is one of `patternProperties`, neither are the names and values that "
        + "no pattern matches.\n"
        + "Correct the pattern; the message says what is wrong with it.");

    public static readonly DiagnosticDescriptor InvalidExtension = new(
        DiagnosticIds.InvalidExtension, "An extension is not of the documented form", "{0}", Specification, DiagnosticSeverity.Warning, true,
        "An `x-evolink-…` extension is not of the documented form; it is ignored.\n"
        + "Write it in the form that the message shows.");

    public static readonly DiagnosticDescriptor TokenElsewhere = new(
        DiagnosticIds.TokenElsewhere, "The key is a token that is got elsewhere", "{0}", Specification, DiagnosticSeverity.Info, true,
        "The operations take a token of OAuth 2 or OpenID Connect, whose flows are not run; the key is sent as that token.\n"
        + "Get the token by other means and give it as the key.");

    public static readonly DiagnosticDescriptor InsecureServers = new(
        DiagnosticIds.InsecureServers, "The servers are plain http", "{0}", Specification, DiagnosticSeverity.Warning, true,
        "All servers of the document are plain `http` on other machines: whoever is on the way reads the key, so a client sends nothing there unasked.\n"
        + "Name an `https` server; or set `EvolinkOptions.AllowInsecureHttp` in a network that you trust, and silence this by `NoWarn`.");

    public static readonly DiagnosticDescriptor MisspeltKeyword = new(
        DiagnosticIds.MisspeltKeyword, "A keyword of a schema is misspelt", "{0}", Specification, DiagnosticSeverity.Warning, true,
        "A name in a schema is no keyword, and so close to one, as `minimun` or `maxItem`, that a limit seems to be lost; it is ignored.\n"
        + "Write the keyword that the message names; or let the name begin with `x-`, where it is meant for another tool.");

    public static readonly DiagnosticDescriptor UndescribedRequired = new(
        DiagnosticIds.UndescribedRequired, "A required member is not described", "{0}", Specification, DiagnosticSeverity.Warning, true,
        "A name under `required` is not among the properties of the object; the member is any JSON.\n"
        + "Correct the name, or describe the property.");

    public static readonly DiagnosticDescriptor RefusedDefault = new(
        DiagnosticIds.RefusedDefault, "A default is refused by its own schema", "{0}", Specification, DiagnosticSeverity.Warning, true,
        "A `default` is not among the values of its schema, or beyond one of its bounds.\n"
        + "Correct the default, or what refuses it.");

    public static readonly DiagnosticDescriptor NothingGenerated = new(
        DiagnosticIds.NothingGenerated, "Nothing is generated of a document", "{0}", Specification, DiagnosticSeverity.Warning, true,
        "The document can be read, and nothing comes of it; the message says why.\n"
        + "Add operations, webhooks or schemas of objects, or take the file out of the specs folder.");

    public static readonly DiagnosticDescriptor NotOfReferencedClient = new(
        DiagnosticIds.NotOfReferencedClient, "An operation is no request of the referenced client", "{0}", Specification, DiagnosticSeverity.Warning, true,
        "The project refers to a client (the package `Evolink`), to which its documents add requests; an operation is none that this client can submit, and nothing "
        + "is generated of it.\n"
        + "Take it out of the specs folder; or name a client of the project's own by `EvolinkClientName`, which has every operation of its documents.");

    public static readonly DiagnosticDescriptor InvalidOption = new(
        DiagnosticIds.InvalidOption, "An option has a value that cannot be used", "{0}", Configuration, DiagnosticSeverity.Warning, true,
        "`EvolinkNamespace` or `EvolinkClientName` has a value that C# cannot use; the default is taken.\n"
        + "Set a namespace, or a name that a type can have.");

    public static readonly DiagnosticDescriptor SameClientName = new(
        DiagnosticIds.SameClientName, "Two clients have one name", "{0}", Configuration, DiagnosticSeverity.Warning, true,
        "The project's client is called like that of a referenced assembly: the name is ambiguous where both namespaces are in sight, and both clients read the key of one environment variable.\n"
        + "Give the project's client a name by `EvolinkClientName`.");

    public static readonly DiagnosticDescriptor KeyOfAnotherVendor = new(
        DiagnosticIds.KeyOfAnotherVendor, "Another vendor's client reads EvoLink's key", "{0}", Configuration, DiagnosticSeverity.Info, true,
        "The documents are not EvoLink's, and their client has the default name, so that it reads its key from `EVOLINK_API_KEY`.\n"
        + "Name the client by `EvolinkClientName`: a `PrintClient` reads `PRINT_API_KEY`.");

    private static readonly Dictionary<string, DiagnosticDescriptor> s_byId = new[]
    {
        InvalidSyntax, NotOpenApi, WrongKind, DuplicateKey, UnresolvedReference, OpenApiProblem, BudgetExceeded, ExternalReference,
        SeveralDocuments, NameCollision, ResponseConflict, SeveralTaskQueries, NoTaskQuery, Unsupported, InvalidPattern, UnknownStatus,
        InvalidExtension, TokenElsewhere, InsecureServers, MisspeltKeyword, UndescribedRequired, RefusedDefault, NothingGenerated, NotOfReferencedClient, InvalidOption, SameClientName, KeyOfAnotherVendor,
    }.ToDictionary(descriptor => descriptor.Id);

    public static DiagnosticDescriptor Find(string id) => s_byId[id];
}
