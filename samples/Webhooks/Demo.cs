namespace Webhooks;

/// <summary>What a user of this application would do.</summary>
internal static class Demo
{
    public static async Task RunAsync(Uri self, VideoResults results)
    {
        using HttpClient user = new() { BaseAddress = self };
        using HttpResponseMessage answer = await user.PostAsJsonAsync("videos", new { image_urls = new[] { "https://cdn.example.com/cat.png" }, prompt = "The cat runs" });
        answer.EnsureSuccessStatusCode();
        string id = answer.Headers.Location!.OriginalString.Split('/')[^1];
        Console.WriteLine($"{id} submitted; nobody waits for it");
        await results.WaitAsync(id);
        Console.WriteLine($"GET /videos/{id}: {await user.GetStringAsync($"videos/{id}")}");
        Console.WriteLine($"GET /health: {await user.GetStringAsync("health")}");
    }
}
