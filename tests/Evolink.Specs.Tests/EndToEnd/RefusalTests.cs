using System.Net;

namespace Evolink.Tests.EndToEnd;

/// <summary>What the API refuses, and what never reaches it.</summary>
public sealed class RefusalTests
{
    [Fact]
    public async Task ATaskThatDoesNotExist_IsATypedError()
    {
        await using LocalApi api = await LocalApi.StartAsync();

        EvolinkApiException exception = await Assert.ThrowsAsync<EvolinkApiException>(
            () => api.Client.Tasks.GetTaskDetailAsync("task-unified-1756817821-unknown1", TestContext.Current.CancellationToken));

        Assert.Equal((HttpStatusCode.NotFound, "task_not_found"), (exception.StatusCode, exception.Code));
        Assert.Equal(Assert.Single(api.Simulator.Requests).RequestId, exception.RequestId);
    }

    [Fact]
    public async Task AnIdOfAnotherForm_IsATypedError()
    {
        await using LocalApi api = await LocalApi.StartAsync();

        EvolinkApiException exception = await Assert.ThrowsAsync<EvolinkApiException>(
            () => api.Client.Tasks.GetTaskDetailAsync("42", TestContext.Current.CancellationToken));

        Assert.Equal((HttpStatusCode.BadRequest, "invalid_task_id", "task_id"), (exception.StatusCode, exception.Code, exception.Param));
    }

    [Fact]
    public async Task AWrongKey_IsATypedError_AndCostsNothing()
    {
        await using LocalApi api = await LocalApi.StartAsync();
        using EvolinkClient stranger = api.NewClient(apiKey: "sk-wrong");

        EvolinkApiException exception = await Assert.ThrowsAsync<EvolinkApiException>(
            () => stranger.GenerateAsync(Requests.Valid, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal((HttpStatusCode.Unauthorized, "unauthorized"), (exception.StatusCode, exception.Code));
        Assert.Single(api.Simulator.Requests);
        Assert.Empty(api.Simulator.Ledger);
    }

    [Fact]
    public async Task AnInvalidRequest_IsStoppedBeforeItIsSent()
    {
        await using LocalApi api = await LocalApi.StartAsync();

        await Assert.ThrowsAsync<EvolinkValidationException>(() => api.Client.GenerateAsync(Requests.Invalid, cancellationToken: TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<EvolinkValidationException>(() => api.Client.SubmitAsync(Requests.Invalid, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<EvolinkValidationException>(() => api.Client.Videos.CreateVideoGenerationAsync(Requests.Invalid, TestContext.Current.CancellationToken));

        Assert.Empty(api.Simulator.Requests);
    }

    [Fact]
    public async Task AnInvalidRequest_IsSentAsItIs_WhereValidationIsOff()
    {
        await using LocalApi api = await LocalApi.StartAsync();
        using EvolinkClient trusting = api.NewClient(validateRequests: false);

        EvolinkApiException exception = await Assert.ThrowsAsync<EvolinkApiException>(
            () => trusting.GenerateAsync(Requests.Invalid, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal((HttpStatusCode.BadRequest, "invalid_request", "image_urls"), (exception.StatusCode, exception.Code, exception.Param));
        Assert.Single(api.Simulator.Requests);
        Assert.Empty(api.Simulator.Ledger);
    }

    [Fact]
    public async Task ATaskThatFails_SaysWhy_AndIsRefunded()
    {
        TaskFailure error = new("content_policy_violation", "The prompt was refused.\nSee the policy.", "Change the prompt.");
        await using LocalApi api = await LocalApi.StartAsync(_ => TaskScript.Failing(TimeSpan.FromMilliseconds(50), error));

        EvolinkTaskFailedException exception = await Assert.ThrowsAsync<EvolinkTaskFailedException>(
            () => api.Client.GenerateAsync(Requests.Valid, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(Assert.Single(api.Simulator.Ledger).TaskId, exception.TaskId);
        Assert.Equal((GenerationStatus.Failed, error.Code, error.Suggestion), (exception.Status, exception.Code, exception.Suggestion));
        Assert.Contains("The prompt was refused.", exception.Message, StringComparison.Ordinal);
        Assert.Contains(exception.TaskId, exception.Message, StringComparison.Ordinal);
        Assert.Equal(error.Message, exception.SnapshotAs<TaskDetailResponse>()!.Error!.Message);
        Assert.True(Assert.Single(api.Simulator.Ledger).Refunded);
    }

    [Fact]
    public async Task ATaskThatIsCancelled_IsNoSuccess()
    {
        await using LocalApi api = await LocalApi.StartAsync(_ => TaskScript.Cancelled(TimeSpan.FromMilliseconds(50)));

        EvolinkTaskFailedException exception = await Assert.ThrowsAsync<EvolinkTaskFailedException>(
            () => api.Client.GenerateAsync(Requests.Valid, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(GenerationStatus.Cancelled, exception.Status);
    }
}
