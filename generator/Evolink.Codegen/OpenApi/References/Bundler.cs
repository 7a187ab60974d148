using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Evolink.Codegen.Diagnostics;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.OpenApi;

/// <summary>
/// Bundles a document: what it refers to in other specifications of the project is copied into its components, so that all that follows sees one document.
/// A copy has the place of the reference that led to it first.
/// </summary>
internal sealed class Bundler
{
    private readonly Part _own;
    private readonly ICollection<SpecDiagnostic> _diagnostics;
    private readonly CancellationToken _ct;
    private readonly Dictionary<string, SharedFile> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SpecNode?> _roots = new(StringComparer.Ordinal);
    private readonly BundledComponents _components;
    private readonly Queue<(string Name, ObjectRole Role, SpecNode Node, Part Part)> _pending = new();
    private int _copied;

    private Bundler(string file, SpecNode root, IReadOnlyList<SharedFile> others, ICollection<SpecDiagnostic> diagnostics, CancellationToken ct)
    {
        _own = new Part(SpecPath.Normalise(file), file, root, IsReported: true, null);
        _components = new BundledComponents(root);
        _diagnostics = diagnostics;
        _ct = ct;
        foreach (SharedFile other in others) _files[SpecPath.Normalise(other.Path)] = other;
    }

    /// <summary>The bundled document; the same one where it refers to nothing outside of it.</summary>
    /// <exception cref="SpecSyntaxException">The copies are larger than the budget of a document.</exception>
    public static SpecNode Bundle(string file, SpecNode root, ObjectRoles roles, IReadOnlyList<SharedFile> others, ICollection<SpecDiagnostic> diagnostics, CancellationToken ct) =>
        roles.Nodes.Any(node => OpenApiKeywords.CanRefer(roles.Find(node)) && node[SpecReference.Keyword] is { Kind: SpecNodeKind.String } reference && SpecReference.IsExternal(reference.Text))
            ? new Bundler(file, root, others, diagnostics, ct).Bundle()
            : root;

    private SpecNode Bundle()
    {
        SpecNode root = Copy(_own.Root, ObjectRole.Document, _own);
        while (_pending.Count > 0)
        {
            (string name, ObjectRole role, SpecNode node, Part part) = _pending.Dequeue();
            _components.Add(role, name, Copy(node, role, part));
        }

        return _components.AddTo(root);
    }

    // The depth budget of each file bounds this recursion: what a reference leads to waits for its turn.
    private SpecNode Copy(SpecNode node, ObjectRole role, Part part)
    {
        Spend(node, part);
        (int line, int column) = part.At ?? (node.Line, node.Column);
        if (node.Kind == SpecNodeKind.Array) return SpecNode.Array(line, column, [.. node.Items.Select(item => Copy(item, role, part))]);
        if (node.Kind != SpecNodeKind.Object) return SpecNode.Scalar(node.Kind, line, column, node.Text);

        var members = new List<SpecMember>(node.Members.Count);
        foreach (SpecMember member in node.Members)
        {
            if (Copy(member, role, part) is { } value)
            {
                members.Add(part.At is null ? member with { Value = value } : new SpecMember(member.Name, line, column, value));
            }
        }

        return SpecNode.Object(line, column, members);
    }

    private SpecNode? Copy(SpecMember member, ObjectRole role, Part part)
    {
        if (member.Name == SpecReference.Keyword && OpenApiKeywords.CanRefer(role) && member.Value.Kind == SpecNodeKind.String) return CopyReference(member.Value, role, part);
        if (role == ObjectRole.Schema && member.Name == "discriminator" && member.Value["mapping"] is { } mapping) return CopyDiscriminator(member.Value, mapping, part);
        if (OpenApiKeywords.Find(role, member.Name) is not { Role: not ObjectRole.Opaque } keyword) return Copy(member.Value, ObjectRole.Opaque, part);
        return keyword.Kind == ValueKind.Map ? Map(member.Value, value => Copy(value, keyword.Role, part), part) : Copy(member.Value, keyword.Role, part);
    }

    private static SpecNode Map(SpecNode map, Func<SpecNode, SpecNode?> copy, Part part)
    {
        (int line, int column) = part.At ?? (map.Line, map.Column);
        IEnumerable<(SpecMember Member, SpecNode? Value)> members = map.Members.Select(member => (Member: member, Value: copy(member.Value))).Where(pair => pair.Value is not null);
        return SpecNode.Object(line, column, [.. members.Select(pair => part.At is null ? pair.Member with { Value = pair.Value! } : new SpecMember(pair.Member.Name, line, column, pair.Value!))]);
    }

    // A reference of another file that leads nowhere would be looked for in this one; without it, anything is allowed.
    private SpecNode? CopyReference(SpecNode reference, ObjectRole role, Part part)
    {
        (int line, int column) = part.At ?? (reference.Line, reference.Column);
        string? text = Rewrite(reference, role, part) ?? (part.At is null ? reference.Text : null);
        return text is null ? null : SpecNode.Scalar(SpecNodeKind.String, line, column, text);
    }

    private SpecNode CopyDiscriminator(SpecNode discriminator, SpecNode mapping, Part part) => Map(
        discriminator,
        value => !ReferenceEquals(value, mapping) ? Copy(value, ObjectRole.Opaque, part)
            : Map(mapping, target => IsReference(target) ? CopyReference(target, ObjectRole.Schema, part) : Copy(target, ObjectRole.Opaque, part), part),
        part);

    // A mapping may name a schema by its bare name, which its copy has too.
    private static bool IsReference(SpecNode target) => target.Kind == SpecNodeKind.String && (target.Text.IndexOf('#') >= 0 || target.Text.IndexOf('/') >= 0);

    /// <summary>The reference as it has to be in the bundled document; null where it leads nowhere.</summary>
    private string? Rewrite(SpecNode reference, ObjectRole role, Part part)
    {
        string text = reference.Text;
        int hash = text.IndexOf('#');
        (string path, string fragment) = hash < 0 ? (text, "") : (text.Substring(0, hash), text.Substring(hash));
        if (path.Length == 0 && part.At is null) return text;

        string file = path.Length == 0 ? part.File : SpecPath.Combine(part.File, path);
        string quoted = $"'{MessageText.Truncate(text)}'";
        bool isOwn = file == _own.File;
        SharedFile other = default;
        if (!isOwn && !_files.TryGetValue(file, out other))
        {
            Report(part, DiagnosticIds.ExternalReference, reference, $"{quoted} leads out of this document, to what is no EvolinkSpec of the project; nothing else is read. Add the file to the project as an EvolinkSpec, or copy the target into the document's components.");
            return null;
        }

        if ((isOwn ? _own.Root : RootOf(file, other)) is not { } root || Find(root, fragment) is not { } target)
        {
            Report(part, DiagnosticIds.UnresolvedReference, reference, $"{quoted} leads nowhere in that file. Correct the pointer or add what it names.");
            return null;
        }

        if (isOwn) return fragment.Length > 0 ? fragment : "#";

        if (_components.Reserve(file, fragment, role, out string? name))
        {
            SpecNode? normalised = new Normaliser(other.Path, other.IsShared ? _diagnostics : [], _ct).Part(target, role);
            _pending.Enqueue((name, role, normalised ?? SpecNode.Object(target.Line, target.Column, []), new Part(file, other.Path, root, other.IsShared, part.At ?? (reference.Line, reference.Column))));
        }

        return $"#/components/{ComponentKinds.Find(role)}/{Uri.EscapeDataString(JsonPointer.EscapeSegment(name))}";
    }

    private static SpecNode? Find(SpecNode root, string fragment) =>
        fragment.Length <= 1 ? root
        : fragment[1] == '/' ? root.At(fragment)
        : SchemaAnchors.Find(root, Uri.UnescapeDataString(fragment.Substring(1)), root);

    // What is wrong with its syntax is reported for the file itself.
    private SpecNode? RootOf(string file, SharedFile other)
    {
        if (!_roots.TryGetValue(file, out SpecNode? root)) _roots.Add(file, root = SpecTree.Parse(other.Path, other.Text, [], _ct));
        return root;
    }

    private void Spend(SpecNode node, Part part)
    {
        _ct.ThrowIfCancellationRequested();
        if (part.At is { } at && ++_copied > NodeBudget.MaxNodes)
        {
            throw new SpecSyntaxException(DiagnosticIds.BudgetExceeded, at.Line, at.Column, $"With what it refers to, the document holds more than {NodeBudget.MaxNodes} values. Split it into several specs.");
        }
    }

    private void Report(Part part, string id, SpecNode node, string message)
    {
        if (part.IsReported) _diagnostics.Add(new SpecDiagnostic(id, part.Shown, node.Line, node.Column, message));
    }

    /// <summary>A file whose parts are copied.</summary>
    /// <param name="File">Its path, to compare.</param>
    /// <param name="Shown">Its path, to report.</param>
    /// <param name="Root">Its tree.</param>
    /// <param name="IsReported">Whether its problems are reported here; another document reports its own.</param>
    /// <param name="At">The place that the copy has; null for the document's own parts, which keep theirs.</param>
    private sealed record Part(string File, string Shown, SpecNode Root, bool IsReported, (int Line, int Column)? At);
}
