using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Evolink.Codegen.Tests.Support;
using Evolink.Codegen.Tests.Support.Loopback;

namespace Evolink.Codegen.Tests.Capabilities;

/// <summary>
/// Each capability's spec at work: its examples are read, sent, answered and read again; what it says is refused is refused
/// before it is sent, in its words.
/// </summary>
public sealed class CapabilityTests
{
    private static readonly Lazy<Generation> s_generated = new(() => GeneratorHarness.Run(CapabilityCase.Specs));
    private static readonly Lazy<Assembly> s_client = new(() => s_generated.Value.Load());

    public static TheoryData<string, string> Accepted => Cases(item => item.Says is null);

    public static TheoryData<string, string> Refused => Cases(item => item.Says is not null);

    [Fact]
    public void NoCapability_IsReported() => s_generated.Value.AssertNoDiagnostics();

    [Theory]
    [MemberData(nameof(Accepted))]
    public async Task AnExample_IsSentAsItIs_AndItsAnswerIsReadAsItIs(string capability, string name)
    {
        CapabilityCase item = Find(capability, name);
        using var server = new LoopbackClient(item.Value!.ToJsonString());

        object? answer = await CallAsync(item, server);

        AssertSame(item.Value, JsonNode.Parse(Assert.Single(server.Sent).Body!));
        AssertSame(WithoutNulls(item.Value!), JsonSerializer.SerializeToNode(answer));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task WhatIsRefused_IsNotSent_AndTheReasonNamesTheMember(string capability, string name)
    {
        CapabilityCase item = Find(capability, name);
        using var server = new LoopbackClient("{}");

        Exception refusal = await Assert.ThrowsAnyAsync<Exception>(() => CallAsync(item, server));

        Assert.True(refusal is EvolinkValidationException or JsonException, refusal.ToString());
        Assert.Contains(item.Says!, refusal.Message, StringComparison.Ordinal);
        Assert.Empty(server.Sent);
    }

    private static async Task<object?> CallAsync(CapabilityCase item, LoopbackClient server)
    {
        using var client = (IDisposable)Activator.CreateInstance(
            s_client.Value.GetType("Evolink.EvolinkClient")!, new EvolinkOptions { ApiKey = "sk-test-0123456789" }, server.Http)!;
        (object group, MethodInfo method) = client.GetType().GetProperties()
            .Select(property => (Group: property.GetValue(client), Method: property.PropertyType.GetMethod(item.Operation)))
            .Where(found => found.Method is not null)
            .Select(found => (found.Group!, found.Method!)).Single();
        object? request = JsonSerializer.Deserialize(item.Value, method.GetParameters()[0].ParameterType);
        var task = (Task)method.Invoke(group, [request, TestContext.Current.CancellationToken])!;
        await task;
        return task.GetType().GetProperty("Result")!.GetValue(task);
    }

    private static TheoryData<string, string> Cases(Func<CapabilityCase, bool> isWanted) =>
        [.. CapabilityCase.All.Where(isWanted).Select(item => (item.Capability, $"{item.Operation}: {item.Name}"))];

    private static CapabilityCase Find(string capability, string name) =>
        CapabilityCase.All.Single(item => item.Capability == capability && $"{item.Operation}: {item.Name}" == name);

    /// <summary>A null in an answer says nothing: it is read as unset.</summary>
    private static JsonNode WithoutNulls(JsonNode value) => value is JsonObject members
        ? new JsonObject(members.Where(member => member.Value is not null).Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())))
        : value;

    private static void AssertSame(JsonNode? expected, JsonNode? actual) =>
        Assert.True(JsonNode.DeepEquals(expected, actual), $"{expected?.ToJsonString()}\n{actual?.ToJsonString()}");
}
