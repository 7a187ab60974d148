using Evolink.Simulation;
using Evolink.Tool.Cli;

namespace Evolink.Tool.Catalogue;

/// <summary>A model by the name that somebody typed.</summary>
internal static class ModelLookup
{
    /// <exception cref="ToolException">There is no such model; the message says which was probably meant.</exception>
    public static ModelInfo Get(string id)
    {
        if (EvolinkModels.Find(id) is { } model) return model;
        string[] ids = [.. EvolinkModels.All.Select(static one => one.Id)];
        string[] containing = [.. ids.Where(one => id.Length > 1 && one.Contains(id, StringComparison.OrdinalIgnoreCase)).Take(4)];
        string meant = Closest.To(id, ids) is { } near ? $"; did you mean '{near}'?"
            : containing.Length > 0 ? $"; did you mean {string.Join(" or ", containing.Select(static one => $"'{one}'"))}?"
            : ".";
        throw ToolException.Usage($"There is no model '{id}'{meant} `evolink models` lists them.");
    }
}
