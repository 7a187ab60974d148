namespace Evolink;

/// <summary>A job with this key exists already, and its request is another one. Nothing was enqueued.</summary>
public sealed class EvolinkJobKeyException : EvolinkException
{
    internal EvolinkJobKeyException(string key, string jobId)
        : base($"The job {jobId} has the key '{key}' already, and another request. Take another key, or wait for that job.")
    {
        Key = key;
        JobId = jobId;
    }

    /// <summary>The key.</summary>
    public string Key { get; }

    /// <summary>The job that has it.</summary>
    public string JobId { get; }
}
