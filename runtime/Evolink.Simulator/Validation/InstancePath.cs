using System.Globalization;

namespace Evolink.Simulation.Validation;

/// <summary>Paths as people write them: <c>model_params.element_list[0].element_id</c>.</summary>
internal static class InstancePath
{
    public static string Member(string path, string name)
    {
        if (!IsPlain(name)) return $"{path}[\"{name}\"]";
        return path.Length == 0 ? name : path + "." + name;
    }

    public static string Item(string path, int index) => string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");

    private static bool IsPlain(string name) =>
        name.Length > 0 && name.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or '$');
}
