using System.Globalization;
using Evolink.Tests.Support;

namespace Evolink.Tests.Agreement;

/// <summary>
/// Which random requests a run sees. It is the same each time; EVOLINK_TEST_SEED starts at another seed (a failure names its
/// own), EVOLINK_TEST_INSTANCES says how many follow.
/// </summary>
internal static class TestRun
{
    public static int Seed { get; } = FromEnvironment("EVOLINK_TEST_SEED", 1);

    public static int Count { get; } = FromEnvironment("EVOLINK_TEST_INSTANCES", 250);

    public static IReadOnlyDictionary<string, SpecBody> Requests { get; } = SpecBody.All
        .Where(body => body.IsRequest && body.Examples.Any())
        .ToDictionary(body => $"{body.File.FileName} {body.OperationId}");

    private static int FromEnvironment(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : otherwise;
}
