namespace Evolink.Package.Tests;

/// <summary>Projects that take the packaged client.</summary>
public sealed class ClientTests(PackedPackages packages)
{
    [Fact]
    public async Task TheClientAndTheSimulator_MakeAVideoInAFreshProject()
    {
        Consumer consumer = new(packages, "Client");
        (await consumer.BuildAsync()).SucceededWithoutAWarning();
        (await consumer.RunAsync()).Succeeded().Says("completed, 1 file, 1 charge");
    }

    [Fact]
    public async Task AContextOfTheProjectsOwn_TakesOurTypesIn_WithReflectionSwitchedOff()
    {
        Consumer consumer = new(packages, "OwnContext");
        (await consumer.BuildAsync()).SucceededWithoutAWarning();
        (await consumer.RunAsync()).Succeeded().Says(
            """
            Wan2_7ReferenceVideoRequest {"model":"wan2.7-reference-video","prompt":"swim"}
            {"owner":"me","request":{"model":"happyhorse-1.0-image-to-video","image_urls":["https://example.com/cat.png"],"prompt":"run","quality":"4K"},"answers":[{"id":"task-1","progress":40,"status":"processing"}]}
            4K processing True
            dance
            True True
            {"model":"wan2.7-reference-video","prompt":"dance"}
            reflection: False
            """);
    }
}
