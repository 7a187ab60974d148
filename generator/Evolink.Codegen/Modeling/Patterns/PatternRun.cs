namespace Evolink.Codegen.Modeling.Patterns;

/// <summary>One look at a name, with the steps that it has taken.</summary>
/// <param name="name">The name, by code points.</param>
internal sealed class PatternRun(int[] name)
{
    /// <summary>A name of forty characters and a pattern of as many take a few hundred.</summary>
    private const int MostSteps = 5_000;
    private int steps;

    public int[] Name => name;

    /// <summary>Whether the look was given up.</summary>
    public bool IsExhausted => steps > MostSteps;

    public void Take(int count) => steps += count;
}
