using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Evolink.Tests.Sample;

namespace Evolink.Tests.Validation;

public class RequiredValueTests
{
    [Fact]
    public void AnUnsetValue_IsMissing()
    {
        RequiredValueAttribute required = new();

        Assert.False(required.IsValid(null));
        Assert.False(required.IsValid(default(SampleQuality)));
        Assert.False(required.IsValid(default(JsonElement)));
        Assert.True(required.IsValid(SampleQuality.Known[0]));
        Assert.True(required.IsValid(JsonElement.Parse("null")));
        Assert.True(new RequiredAttribute().IsValid(default(SampleQuality)), "The stock attribute would do.");
    }
}
