using System.Net;
using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Capabilities.Paths;

/// <summary>Paths as documents of other vendors have them reach the server as they are written, with their parameters escaped.</summary>
public sealed class OddPathTests
{
    private static Consumer Own => Consumer.OfFile("Paths/odd-paths.yaml", """
        public static Task Usage(EvolinkClient client) => client.Reports.UsageAsync("D7", new DateOnly(2026, 1, 2));
        public static Task Avatar(EvolinkClient client) => client.Users.AvatarAsync("a b", "png");
        public static Task Static(EvolinkClient client) => client.Static.StaticAsync("a/b");
        public static Task Count(EvolinkClient client) => client.Items.CountAsync("a eq 'b'", 5, "2026");
        public static Task Logs(EvolinkClient client) => client.Logs.LogsAsync();
        public static Task Acl(EvolinkClient client) => client.Root.AclAsync("b");
        public static Task AclOfVersion(EvolinkClient client) => client.Root.AclAsync("b", "1");
        public static Task Create(EvolinkClient client) => client.Queues.CreateAsync("Create");
        public static Task Purge(EvolinkClient client) => client.Queues.PurgeAsync("q");
        public static Task Undelete(EvolinkClient client) => client.Root.UndeleteAsync("n");
        public static Task Root(EvolinkClient client) => client.Root.RootAsync();
        """);

    [Theory]
    [InlineData("Usage", "/v1.0/reports/usage(period='D7',date=2026-01-02)")]
    [InlineData("Avatar", "/v1.0/users/a%20b/avatar.png")]
    [InlineData("Static", "/v1.0/static/a%2Fb*")]
    [InlineData("Count", "/v1.0/items/$count?%24filter=a%20eq%20%27b%27&page%5Bsize%5D=5&since%3C=2026")]
    [InlineData("Logs", "/v1.0/logs/")]
    [InlineData("Acl", "/v1.0/b?acl")]
    [InlineData("AclOfVersion", "/v1.0/b?acl&version=1")]
    [InlineData("Create", "/v1.0/queues/?Action=Create")]
    [InlineData("Purge", "/v1.0/queues/q")]
    [InlineData("Undelete", "/v1.0/v1/n:undelete")]
    [InlineData("Root", "/v1.0/")]
    public async Task APath_IsSentAsItIsWritten(string method, string target) =>
        Assert.Equal(target, (await Own.SendAsync(method, static () => new HttpResponseMessage(HttpStatusCode.NoContent))).Target);

    [Fact]
    public void WhatStandsBesideTheReferenceOfAPath_IsReported()
    {
        Generation generation = GeneratorHarness.Run(("a.yaml", Yaml.Paths("""
            /v1/a:
              $ref: '#/paths/~1v1~1b'
              summary: s
              parameters: [{name: X-Tenant, in: header, required: true, schema: {type: string}}]
              delete: {operationId: remove, responses: {'204': {description: d}}}
            /v1/b:
              get: {operationId: get, responses: {'204': {description: d}}}
            """)));

        generation.AssertCompiles();
        Assert.Equal(
            ["EVO1014 8 'parameters'", "EVO1014 9 'delete'"],
            generation.Diagnostics.Where(found => found.GetMessage(null).Contains("beside", StringComparison.Ordinal))
                .Select(found => $"{found.Id} {found.Location.GetLineSpan().StartLinePosition.Line + 1} '{found.GetMessage(null).Split('\'')[1]}'").Order(StringComparer.Ordinal));
    }
}
