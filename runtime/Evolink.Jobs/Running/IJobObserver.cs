namespace Evolink;

/// <summary>Is told of jobs as they change: to send a mail, to fill a table. Register any number with the host.</summary>
/// <remarks>
/// Told after the change was stored, by the process that drives the job; one that dies in between tells nobody, so that a change which must not be missed is read from
/// <see cref="IGenerationJobs.ListAsync"/>. What it throws ends nothing.
/// </remarks>
public interface IJobObserver
{
    /// <summary>A job has taken another state.</summary>
    void JobChanged(GenerationJob job);
}
