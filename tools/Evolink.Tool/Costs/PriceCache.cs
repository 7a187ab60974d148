using System.Text.Json;
using Evolink.Tool.Output;

namespace Evolink.Tool.Costs;

/// <summary>The last price list, in a file. One that cannot be read or written is none: prices are for showing and comparing.</summary>
internal sealed class PriceCache(string path, TimeProvider time)
{
    /// <summary>The list; null where there is none, or an older one.</summary>
    public PriceListResponse? Read(TimeSpan maxAge)
    {
        try
        {
            TimeSpan age = time.GetUtcNow() - File.GetLastWriteTimeUtc(path);
            if (!File.Exists(path) || age > maxAge || age < -maxAge) return null;
            return ClientJson.Read<PriceListResponse>(File.ReadAllText(path)) is { Data.Count: > 0 } response ? response : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    public void Write(PriceListResponse response)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            string temporary = $"{path}.{Environment.ProcessId}-{Guid.NewGuid():N}";
            File.WriteAllText(temporary, ClientJson.Write(response));
            File.SetLastWriteTimeUtc(temporary, time.GetUtcNow().UtcDateTime);
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            // The next run asks again.
        }
    }
}
