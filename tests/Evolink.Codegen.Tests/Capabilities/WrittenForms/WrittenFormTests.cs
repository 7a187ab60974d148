using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Capabilities.WrittenForms;

/// <summary>Formats for which .NET has types, beside what a specification demands of their texts.</summary>
public sealed class WrittenFormTests
{
    private static Consumer Own => Consumer.OfFile("WrittenForms/spec.yaml", """
        public static Task Typed(EvolinkClient client) => client.WrittenForms.PutWrittenFormsAsync(new()
        {
            Id = Guid.Parse("01234567-89AB-4CDE-8F01-23456789ABCD"), Day = new DateOnly(2024, 2, 29), Moment = new DateTimeOffset(2024, 2, 29, 12, 0, 0, TimeSpan.FromHours(2)),
        });

        public static Task Text(EvolinkClient client) => client.WrittenForms.PutWrittenFormsAsync(new() { Capitals = "AB-CD", Utc = "2024-02-29T12:00:00Z" });
        """);

    [Fact]
    public async Task ATypeWhoseTextIsWhatIsAskedFor_IsUsed() => Assert.Equal(
        """{"id":"01234567-89ab-4cde-8f01-23456789abcd","day":"2024-02-29","moment":"2024-02-29T12:00:00+02:00"}""", (await Own.SendAsync("Typed")).Body);

    [Fact]
    public async Task ATextThatNoneOfItsValuesIsWrittenAs_StaysAText() => Assert.Contains(
        "capitals: must be a UUID", (await Assert.ThrowsAsync<EvolinkValidationException>(() => Own.SendAsync("Text"))).Message, StringComparison.Ordinal);
}
