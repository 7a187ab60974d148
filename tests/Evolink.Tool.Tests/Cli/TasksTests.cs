using Evolink.Tool.Tests.Support;

namespace Evolink.Tool.Tests.Cli;

public sealed class TasksTests
{
    [Fact]
    public async Task ATask_IsShownAsTheServiceDescribesIt_AndAnUnknownOneIsRefused()
    {
        using TestHome home = new();
        await using EvolinkSimulator service = await home.ServeAsync();
        (await home.RunAsync("generate", "gpt-image-2", "--example")).Ended(0);
        string id = service.Tasks[0].Task.Id;

        Assert.Equal(id, (await home.RunAsync("tasks", "get", id)).Ended(0).Json.GetProperty("id").GetString());
        (await home.RunAsync("tasks", "get", "task-none")).Ended(1);
    }
}
