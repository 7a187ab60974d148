using System;
using System.Collections.Generic;
using System.Linq;

namespace Evolink.Codegen.Modeling.Patterns;

/// <summary>A part of a pattern. All ways to match are followed at once, as the set of places that they have come to, so none is taken back.</summary>
internal abstract record PatternPart
{
    /// <summary>Where matches that begin at any of the places end; nowhere once the run is exhausted.</summary>
    public HashSet<int> From(HashSet<int> places, PatternRun run)
    {
        run.Take(1 + places.Count);
        return places.Count == 0 || run.IsExhausted ? [] : Ends(places, run);
    }

    protected abstract HashSet<int> Ends(HashSet<int> places, PatternRun run);
}

/// <summary>One character of those that are taken.</summary>
internal sealed record CharacterPart(Func<int, bool> Takes) : PatternPart
{
    protected override HashSet<int> Ends(HashSet<int> places, PatternRun run) =>
        [.. places.Where(place => place < run.Name.Length && Takes(run.Name[place])).Select(place => place + 1)];
}

/// <summary>The beginning or the end of the name.</summary>
internal sealed record EdgePart(bool IsEnd) : PatternPart
{
    protected override HashSet<int> Ends(HashSet<int> places, PatternRun run) =>
        [.. places.Where(place => place == (IsEnd ? run.Name.Length : 0))];
}

/// <summary>One part after the other.</summary>
internal sealed record SequencePart(IReadOnlyList<PatternPart> Parts) : PatternPart
{
    protected override HashSet<int> Ends(HashSet<int> places, PatternRun run) =>
        Parts.Aggregate(places, (reached, part) => part.From(reached, run));
}

/// <summary>Any of the parts.</summary>
internal sealed record ChoicePart(IReadOnlyList<PatternPart> Parts) : PatternPart
{
    protected override HashSet<int> Ends(HashSet<int> places, PatternRun run) => [.. Parts.SelectMany(part => part.From(places, run))];
}

/// <summary>A part so many times.</summary>
internal sealed record RepeatPart(PatternPart Part, int Minimum, int Maximum) : PatternPart
{
    protected override HashSet<int> Ends(HashSet<int> places, PatternRun run)
    {
        HashSet<int> last = places;
        for (int i = 0; i < Minimum && last.Count > 0; i++)
        {
            last = Part.From(last, run);
        }

        // A place that was reached with fewer repetitions leads wherever it would lead with more.
        HashSet<int> reached = [.. last];
        for (int i = Minimum; i < Maximum && last.Count > 0; i++)
        {
            last = [.. Part.From(last, run).Where(reached.Add)];
        }

        return reached;
    }
}
