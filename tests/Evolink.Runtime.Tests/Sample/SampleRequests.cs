using System.Runtime.CompilerServices;

namespace Evolink.Tests.Sample;

/// <summary>What the generator emits so that a request is found by its model.</summary>
internal static class SampleRequests
{
    [ModuleInitializer]
    internal static void Register() => RequestTypes.Register(typeof(SampleRequests).Assembly, static types => types
        .Add<FirstTwin>("twin")
        .Add<SampleRequest>("sample-model")
        .Add<SecondTwin>("twin", "second")
        .Add<UnnamedSample>());
}
