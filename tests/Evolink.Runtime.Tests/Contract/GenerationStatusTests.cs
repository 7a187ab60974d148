using System.Text.Json;

namespace Evolink.Tests.Contract;

public class GenerationStatusTests
{
    [Theory]
    [InlineData("pending", false)]
    [InlineData("processing", false)]
    [InlineData("completed", true)]
    [InlineData("failed", true)]
    [InlineData("cancelled", true)]
    [InlineData("canceled", true)]
    [InlineData("COMPLETED", true)]
    [InlineData("Canceled", true)]
    [InlineData("queued_for_review", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void OnlyTheKnownEnds_AreTerminal(string? value, bool isTerminal) => Assert.Equal(isTerminal, new GenerationStatus(value).IsTerminal);

    [Theory]
    [InlineData("paused")]
    [InlineData("COMPLETED")]
    [InlineData("canceled")]
    public void AnyStatus_SurvivesARoundTripAsItCame(string value)
    {
        GenerationStatus status = JsonSerializer.Deserialize<GenerationStatus>($"\"{value}\"");

        Assert.Equal(value, status.Value);
        Assert.Equal($"\"{value}\"", JsonSerializer.Serialize(status));
    }

    [Fact]
    public void AKnownStatus_IsRecognisedInAnyCase_AnUnknownOneIsNot()
    {
        Assert.Equal(GenerationStatus.Completed, new GenerationStatus("Completed"));
        Assert.Equal(GenerationStatus.Cancelled.GetHashCode(), new GenerationStatus("CANCELED").GetHashCode());
        Assert.True(GenerationStatus.Cancelled == "canceled");
        Assert.NotEqual(new GenerationStatus("paused"), new GenerationStatus("Paused"));
        Assert.NotEqual(default, new GenerationStatus(""));
    }
}
