namespace Evolink.Runtime.Validation;

/// <summary>
/// Joins the parts of a member's path, in C# names or in JSON names: <c>ModelParams</c> and <c>ElementList[0]</c> become
/// <c>ModelParams.ElementList[0]</c>. An empty part is the value itself.
/// </summary>
internal static class MemberPath
{
    public static string Join(string parent, string child)
    {
        if (parent.Length == 0 || child.Length == 0)
        {
            return parent.Length == 0 ? child : parent;
        }

        return child[0] == '[' ? parent + child : $"{parent}.{child}";
    }

    public static string Item(string list, int index) => FormattableString.Invariant($"{list}[{index}]");

    public static string Key(string map, string key) => $"{map}[\"{key.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"]";
}
