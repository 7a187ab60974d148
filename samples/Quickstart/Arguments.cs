using Evolink;

namespace Quickstart;

/// <summary>What was asked for: models, and whether they may be paid for without a question.</summary>
/// <param name="Models">The models' names; none for the sample's own choice.</param>
/// <param name="Yes">Whether nobody is to be asked.</param>
internal sealed record Arguments(IReadOnlyList<string> Models, bool Yes)
{
    public const string Usage =
        """
        Usage: dotnet run --project samples/Quickstart [-- MODEL … [--yes]]

          MODEL    a model's name, such as happyhorse-1.0-image-to-video; specs/MODELS.md lists all
          --yes    pays without asking
        """;

    /// <summary>Reads the command line.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="problem">What is wrong with it; null where nothing is.</param>
    public static Arguments Parse(string[] args, out string? problem)
    {
        string[] models = [.. args.Where(static arg => !arg.StartsWith('-')).Distinct()];
        problem = args.FirstOrDefault(static arg => arg.StartsWith('-') && arg is not "--yes") is { } option
            ? $"There is no option {option}.\n{Usage}"
            : models.FirstOrDefault(static model => EvolinkModels.Find(model) is null) is { } unknown ? Unknown(unknown) : null;
        return new Arguments(models, args.Contains("--yes"));
    }

    private static string Unknown(string name)
    {
        string[] near = [.. EvolinkModels.All.Select(static model => model.Id).Where(id => id.Contains(name, StringComparison.OrdinalIgnoreCase)).Distinct().Take(5)];
        return $"There is no model '{name}'. {(near.Length > 0 ? $"There are {string.Join(", ", near)}." : "specs/MODELS.md lists all of them.")}";
    }
}
