using Evolink.Jobs.Stores;

namespace Evolink.Jobs.Tests.Stores;

/// <summary>The store of tests.</summary>
public sealed class InMemoryJobStoreTests : JobStoreContract
{
    private protected override IJobStore Store { get; } = new InMemoryJobStore(TimeProvider.System);
}
