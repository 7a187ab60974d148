namespace Evolink.Jobs.Worker;

/// <summary>Kills the process right after a job has taken another state.</summary>
internal sealed class DeathObserver(DeathPoint point) : IJobObserver
{
    public void JobChanged(GenerationJob job)
    {
        if (point.IsReached("change"))
        {
            DeathPoint.Die();
        }
    }
}
