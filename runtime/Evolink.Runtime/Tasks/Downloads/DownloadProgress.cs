namespace Evolink;

/// <summary>How far the download of one result is.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="Index">The result's place among the task's results, from 0.</param>
/// <param name="Count">How many results the task has.</param>
/// <param name="Bytes">What is here so far, resumed bytes included. It goes back to 0 where a server cannot resume.</param>
/// <param name="TotalBytes">The whole result; null where the server does not say.</param>
public readonly record struct DownloadProgress(string TaskId, int Index, int Count, long Bytes, long? TotalBytes);
