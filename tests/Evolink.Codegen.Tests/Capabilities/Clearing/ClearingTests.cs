using System.Net;
using System.Text.Json.Nodes;
using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Capabilities.Clearing;

/// <summary>In a body that changes what is there, an optional member that may be null is left out, cleared, or given a value.</summary>
public sealed class ClearingTests
{
    private static Consumer Own => Consumer.OfFile("Clearing/clearing.yaml", """
        public static Task Nothing(EvolinkClient client) => client.People.ChangePersonAsync("1", new() { Version = 1 });
        public static Task Cleared(EvolinkClient client) => client.People.ChangePersonAsync("1", new()
        {
            Version = null, Alias = null, Age = null, Born = null, Site = null, Mood = null, Tags = null, Marks = null, Size = null, Home = null,
        });
        public static Task Given(EvolinkClient client) => client.People.ChangePersonAsync("1", new()
        {
            Version = 2, Alias = "al", Age = 7, Born = new DateOnly(2020, 1, 2), Site = new Uri("https://a.example"), Mood = PersonMood.Calm,
            Tags = new[] { "x" }, Marks = new Dictionary<string, long> { ["m"] = 1 }, Size = (PersonSize)3, Home = new Home { Street = null, Number = 4 }, Name = "n",
        });
        public static Task Long(EvolinkClient client) => client.People.ChangePersonAsync("1", new() { Version = 1, Alias = "longer" });
        public static Task Tagged(EvolinkClient client) => client.People.ChangePersonAsync("1", new() { Version = 1, Tags = new[] { "a", "b", "c" } });
        public static Task Old(EvolinkClient client) => client.People.ChangePersonAsync("1", new() { Version = 1, Age = 200, Born = null });
        public static Task Ageing(EvolinkClient client) => client.People.ChangePersonAsync("1", new() { Version = 1, Age = null });
        public static Task Replaced(EvolinkClient client) => client.People.ReplacePersonAsync("1", new() { Alias = null });
        public static Task Back(EvolinkClient client) =>
            client.People.ChangePersonAsync("1", JsonSerializer.Deserialize<Person>("{\"version\":1,\"alias\":null,\"tags\":[\"x\"],\"size\":null}")!);
        public static string Shown() =>
            $"{new Person { Version = 1 }.Alias.IsSet} {new Person { Version = 1, Alias = null }.Alias.IsSet} {new Person { Version = 1, Age = 3 }.Age.Value + 1}";
        public static bool Attributes() => IsValid(new() { Version = 1, Alias = null, Age = null, Tags = null }) && IsValid(new() { Version = 1, Alias = "al", Age = 3 })
            && !IsValid(new() { Version = 1, Alias = "UP" }) && !IsValid(new() { Version = 1, Age = 151 });
        private static bool IsValid(Person request) =>
            System.ComponentModel.DataAnnotations.Validator.TryValidateObject(request, new(request), null, true);
        """);

    [Theory]
    [InlineData("Nothing", """{"version":1}""")]
    [InlineData("Cleared", """{"version":null,"alias":null,"age":null,"born":null,"site":null,"mood":null,"tags":null,"marks":null,"size":null,"home":null}""")]
    [InlineData("Given", """{"version":2,"alias":"al","age":7,"born":"2020-01-02","site":"https://a.example","mood":"calm","tags":["x"],"marks":{"m":1},"size":3,"home":{"street":null,"number":4},"name":"n"}""")]
    [InlineData("Back", """{"version":1,"alias":null,"tags":["x"],"size":null}""")]
    [InlineData("Replaced", "{}")]
    public async Task AMember_IsLeftOut_Cleared_OrGivenAValue(string method, string body)
    {
        string sent = (await Own.SendAsync(method, static () => new HttpResponseMessage(HttpStatusCode.NoContent))).Body!;

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(body), JsonNode.Parse(sent)), sent);
    }

    [Theory]
    [InlineData("Long", "alias: must have at most 5 characters, not 6.")]
    [InlineData("Tagged", "tags: must have at most 2 items, not 3.")]
    [InlineData("Old", "age: must be at most 150, not 200.")]
    [InlineData("Ageing", "born: required, but not set.")]
    public async Task AValue_IsCheckedAsAnywhere_AndANullIsThere(string method, string says) =>
        Assert.Contains(says, (await Assert.ThrowsAsync<EvolinkValidationException>(() => Own.RunAsync(method))).Message, StringComparison.Ordinal);

    [Fact]
    public void AMember_SaysWhetherItIsSet() => Assert.Equal("False True 4", Own.Call("Shown"));

    [Fact]
    public void TheAttributes_SeeTheValue() => Assert.Equal(true, Own.Call("Attributes"));
}
