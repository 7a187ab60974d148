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

    [Fact]
    public async Task TheTasks_AreListedPageByPage_AndFiltered()
    {
        using TestHome home = new();
        await using EvolinkSimulator service = await home.ServeAsync();
        for (int count = 0; count < 3; count++) (await home.RunAsync("generate", "gpt-image-2", "--prompt", $"{count}")).Ended(0);

        ToolRun first = (await home.RunAsync("tasks", "list", "--count", "2")).Ended(0).Says("2 of 3 tasks. The next: --page 2");
        ToolRun second = (await home.RunAsync("tasks", "list", "--count", "2", "--page", "2")).Ended(0).Says("1 of 3 tasks.");
        Assert.Equal(service.Tasks.Select(static task => task.Task.Id).Order(), first.Lines.Concat(second.Lines).Select(static line => line.Split('\t')[0]).Order());
        Assert.Equal(3, (await home.RunAsync("tasks", "list", "--status", "completed", "--type", "image", "--model", "gpt-image-2", "--json")).Ended(0).Json.GetProperty("data").GetArrayLength());
        Assert.Empty((await home.RunAsync("tasks", "list", "--status", "failed")).Ended(0).Lines);
        (await home.RunAsync("tasks", "list", "--page", "0")).Ended(2);
        (await home.RunAsync("tasks", "list", "--status", "lost")).Ended(2);
    }
}
