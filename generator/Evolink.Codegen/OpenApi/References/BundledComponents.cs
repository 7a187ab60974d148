using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.OpenApi;

/// <summary>The components of a bundled document that come from other files, and their names: as they are there, if the document has no such name itself.</summary>
internal sealed class BundledComponents(SpecNode root)
{
    private readonly Dictionary<(string File, string Fragment, ObjectRole Role), string> _names = [];
    private readonly HashSet<(string Kind, string Name)> _taken = [];
    private readonly Dictionary<string, List<SpecMember>> _added = new(StringComparer.Ordinal);

    /// <summary>The name of what a reference leads to. Whether it is asked for the first time, so that it has yet to be added.</summary>
    public bool Reserve(string file, string fragment, ObjectRole role, out string name)
    {
        (string file, string, ObjectRole role) key = (file, fragment.TrimStart('#'), role);
        if (_names.TryGetValue(key, out name!)) return false;

        string kind = ComponentKinds.Find(role);
        string segment = fragment.Substring(Math.Max(fragment.LastIndexOf('/'), fragment.LastIndexOf('#')) + 1);
        string wanted = JsonPointer.UnescapeSegment(Uri.UnescapeDataString(segment));
        string stem = SpecPath.Stem(file);
        IEnumerable<string> candidates = new[] { wanted, $"{stem}-{wanted}" }.Concat(Enumerable.Range(2, int.MaxValue - 2).Select(number => $"{stem}-{wanted}{number.ToString(CultureInfo.InvariantCulture)}"));
        name = (wanted.Length > 0 ? candidates : candidates.Select(candidate => candidate.Length == 0 ? stem : candidate)).First(candidate => IsFree(kind, candidate));
        _taken.Add((kind, name));
        _names.Add(key, name);
        return true;
    }

    public void Add(ObjectRole role, string name, SpecNode node)
    {
        string kind = ComponentKinds.Find(role);
        if (!_added.TryGetValue(kind, out List<SpecMember>? members)) _added.Add(kind, members = []);
        members.Add(new SpecMember(name, node.Line, node.Column, node));
    }

    /// <summary>The document with what was added.</summary>
    public SpecNode AddTo(SpecNode document)
    {
        if (_added.Count == 0) return document;

        SpecNode components = _added.Aggregate(
            document["components"] ?? SpecNode.Object(document.Line, document.Column, []),
            (all, added) => With(all, added.Key, (all[added.Key]?.Members ?? []).Concat(added.Value)));
        return With(document, "components", components.Members);
    }

    private bool IsFree(string kind, string name) => !_taken.Contains((kind, name)) && root["components"]?[kind]?[name] is null;

    private static SpecNode With(SpecNode holder, string name, IEnumerable<SpecMember> members)
    {
        var value = SpecNode.Object(holder[name]?.Line ?? holder.Line, holder[name]?.Column ?? holder.Column, [.. members]);
        IEnumerable<SpecMember> rest = holder.Members.Where(member => member.Name != name);
        return SpecNode.Object(holder.Line, holder.Column, [.. rest, new SpecMember(name, value.Line, value.Column, value)]);
    }
}
