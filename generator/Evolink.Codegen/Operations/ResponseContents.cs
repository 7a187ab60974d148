using System;
using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.OpenApi;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;

namespace Evolink.Codegen.Operations;

/// <summary>What the good responses of an operation hold, told apart by how it is read.</summary>
internal sealed class ResponseContents
{
    /// <summary>What a redirect is answered with that is a result: the resource has not moved, it only lies elsewhere this time.</summary>
    private static readonly int[] s_redirects = [302, 303, 307];
    private const int NotModified = 304;

    public ResponseContents(OperationNode operation)
    {
        IReadOnlyList<SpecMember> all = operation.Node["responses"]?.Members ?? [];
        Statuses = [.. s_redirects.Append(NotModified).Where(status => all.Any(response => IsOf(response.Name, status)))];
        IReadOnlyList<SpecMember> good = Successful(operation);
        // Beside a redirect the default is what goes wrong.
        Good = IsRedirect && good.All(response => response.Name == "default") ? [] : good;
        IEnumerable<MediaContent> contents = Good.SelectMany(response => MediaContents.List(response.Value)).ToList();
        Json = Bare(contents, contents.FirstOrDefault(content => content.Kind == MediaKind.Json));
        OtherJson = contents.Where(content => content.Kind == MediaKind.Json && content != Json && !MediaTypes.IsRange(content.MediaType) && !MediaTypes.IsProblem(content.MediaType))
            .GroupBy(content => MediaTypes.ForAccept(content.MediaType, content.Kind), StringComparer.Ordinal).Select(same => same.First())
            .Where(content => Json is not null && MediaTypes.ForAccept(content.MediaType, content.Kind) != MediaTypes.ForAccept(Json.MediaType, Json.Kind)).ToList();
        Events = contents.FirstOrDefault(content => content.Kind == MediaKind.EventStream);
        List<MediaContent> others = contents.Where(content => content.Kind is not (MediaKind.Json or MediaKind.EventStream))
            // Frameworks list a text beside the JSON of every object, which they never send.
            .Where(content => Json is null || !IsPlainText(content) || !IsStructured(content)).ToList();
        OtherForms = [.. others.Where(content => Json is not null && IsStructured(content))];
        Others = [.. others.Except(OtherForms)];
    }

    /// <summary>The responses that hold a result, by status.</summary>
    public IReadOnlyList<SpecMember> Good { get; }

    /// <summary>The statuses beside 2xx that are results.</summary>
    public IReadOnlyList<int> Statuses { get; }

    public bool IsRedirect => Statuses.Any(status => status != NotModified);

    /// <summary>Whether there may be no content at all.</summary>
    public bool IsEmptyToo => Statuses.Contains(NotModified) || Good.Any(response => MediaContents.List(response.Value).Count == 0);

    public MediaContent? Json { get; }

    /// <summary>The schema of the JSON; null where it says nothing of it.</summary>
    public SchemaView? JsonSchema => Json?.Node["schema"] is { Kind: SpecNodeKind.Object } schema ? SchemaView.From(schema) : null;

    /// <summary>JSON of other media types, one a media type.</summary>
    public IReadOnlyList<MediaContent> OtherJson { get; }

    public MediaContent? Events { get; }

    /// <summary>The same data as the JSON in another form, such as XML.</summary>
    public IReadOnlyList<MediaContent> OtherForms { get; }

    /// <summary>Anything else: texts and bytes.</summary>
    public IReadOnlyList<MediaContent> Others { get; }

    /// <summary>The responses with a 2xx status, by status; else the default.</summary>
    public static IReadOnlyList<SpecMember> Successful(OperationNode operation)
    {
        IReadOnlyList<SpecMember> all = operation.Node["responses"]?.Members ?? [];
        List<SpecMember> good = all.Where(response => response.Name.StartsWith("2", StringComparison.Ordinal))
            .OrderBy(response => response.Name, StringComparer.Ordinal).ToList();
        return good.Count > 0 ? good : all.Where(response => response.Name == "default").ToList();
    }

    /// <summary>A content, or the same without the parameters of its media type where that is offered too.</summary>
    private static MediaContent? Bare(IEnumerable<MediaContent> contents, MediaContent? first) => first is null || MediaTypes.Parameters(first.MediaType).Length == 0 ? first
        : contents.FirstOrDefault(content => MediaTypes.AreOneType(content.MediaType, first.MediaType) && MediaTypes.Parameters(content.MediaType).Length == 0
            && (ReferenceEquals(content.Node["schema"], first.Node["schema"]) || (content.Node["schema"] is { } own && first.Node["schema"]?.SaysTheSame(own) == true))) ?? first;

    private static bool IsOf(string name, int status) => name == status.ToString(System.Globalization.CultureInfo.InvariantCulture)
        || (name.Equals("3XX", StringComparison.OrdinalIgnoreCase) && status != NotModified);

    private static bool IsPlainText(MediaContent content) => content.MediaType.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase);

    private static bool IsStructured(MediaContent content) => content.Node["schema"] is { Kind: SpecNodeKind.Object } schema
        && (SchemaKinds.Infer(SchemaView.From(schema)) & (JsonKinds.Object | JsonKinds.Array)) != 0;
}
