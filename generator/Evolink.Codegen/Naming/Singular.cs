using System;

namespace Evolink.Codegen.Naming;

/// <summary>The name of one item of an array, from the array's name.</summary>
internal static class Singular
{
    /// <summary><c>ElementList</c> gives <c>Element</c>, <c>Boxes</c> gives <c>Box</c>, <c>Media</c> gives <c>MediaItem</c>.</summary>
    public static string Of(string name)
    {
        if (TryDrop(name, "List", out string rest) || TryDrop(name, "Array", out rest))
        {
            return rest;
        }

        if (Ends(name, "ies") && name.Length > 3)
        {
            return name.Substring(0, name.Length - 3) + "y";
        }

        if (Ends(name, "ches") || Ends(name, "shes") || Ends(name, "sses") || Ends(name, "xes"))
        {
            return name.Substring(0, name.Length - 2);
        }

        return Ends(name, "s") && !Ends(name, "ss") && !Ends(name, "us") && !Ends(name, "is") && name.Length > 1
            ? name.Substring(0, name.Length - 1)
            : name + "Item";
    }

    private static bool TryDrop(string name, string ending, out string rest)
    {
        bool drops = name.Length > ending.Length && name.EndsWith(ending, StringComparison.Ordinal);
        rest = drops ? name.Substring(0, name.Length - ending.Length) : name;
        return drops;
    }

    private static bool Ends(string name, string ending) => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
}
