namespace Evolink;

/// <summary>A job that is under way, in short.</summary>
/// <param name="Id">Its id.</param>
/// <param name="State">How far it is.</param>
public readonly record struct OpenJob(string Id, JobState State);
