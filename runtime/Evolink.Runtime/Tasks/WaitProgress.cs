using Evolink.Runtime.Tasks.Polling;

namespace Evolink.Runtime.Tasks;

/// <summary>What one wait has seen of its task.</summary>
internal sealed class WaitProgress
{
    /// <summary>The last good response.</summary>
    public TaskResponse? Last { get; private set; }

    /// <summary>The last status; null before the first response.</summary>
    public GenerationStatus? Status { get; private set; }

    /// <summary>The highest progress so far, from 0 to 100: a progress bar that runs backwards helps nobody.</summary>
    public double Percent { get; private set; }

    /// <summary>Takes in a good response.</summary>
    /// <returns>Whether the status is another, or the progress higher.</returns>
    public bool Update(TaskResponse response)
    {
        double percent = Math.Clamp(response.State.Progress ?? 0, 0, 100);
        bool hasChanged = Status != response.State.Status || percent > Percent;
        (Last, Status, Percent) = (response, response.State.Status, Math.Max(percent, Percent));
        return hasChanged;
    }
}
