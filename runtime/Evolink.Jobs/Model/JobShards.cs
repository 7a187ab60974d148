namespace Evolink;

/// <summary>The parts into which all jobs fall by the hash of their ids, so that several machines can share them.</summary>
public static class JobShards
{
    /// <summary>How many there are. It is kept in every stored job, and never changes.</summary>
    public const int Count = 256;

    /// <summary>The shard of a job's id: the same on every machine and in every version.</summary>
    /// <exception cref="ArgumentException">The id is null or empty.</exception>
    public static int Find(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);

        // FNV-1a. string.GetHashCode differs from process to process.
        uint hash = 2166136261;
        foreach (char character in id) hash = (hash ^ character) * 16777619;
        return (int)((hash ^ (hash >> 16)) % Count);
    }
}
