namespace Evolink.Package.Tests;

/// <summary>A project that takes the packaged client.</summary>
public sealed class ClientConsumerTests(PackedPackages packages)
{
    [Fact]
    public async Task TheClientAndTheSimulator_MakeAVideoInAFreshProject()
    {
        Consumer consumer = new(packages, "Client");
        (await consumer.BuildAsync()).SucceededWithoutAWarning();
        (await consumer.RunAsync()).Succeeded().Says("completed, 1 file, 1 charge");
    }
}
