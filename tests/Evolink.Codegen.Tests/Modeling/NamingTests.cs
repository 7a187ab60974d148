using Evolink.Codegen.Naming;

namespace Evolink.Codegen.Tests.Modeling;

public sealed class NamingTests
{
    [Theory]
    [InlineData("kling-v3-motion-control", "KlingV3MotionControl")]
    [InlineData("wan2.7-reference-video", "Wan2_7ReferenceVideo")]
    [InlineData("happyhorse-1.0-image-to-video", "Happyhorse1_0ImageToVideo")]
    [InlineData("MiniMax-Hailuo-2.3-Fast", "MiniMaxHailuo2_3Fast")]
    [InlineData("createVideoGeneration", "CreateVideoGeneration")]
    [InlineData("__a__b", "AB")]
    [InlineData("16:9", "16_9")]
    [InlineData("日本 語", "日本語")]
    [InlineData("😀", "")]
    [InlineData("", "")]
    public void Words_AreJoinedWithCapitals(string text, string name) => Assert.Equal(name, Words.Pascal(text));

    [Theory]
    [InlineData("ElementList", "Element")]
    [InlineData("ItemArray", "Item")]
    [InlineData("Categories", "Category")]
    [InlineData("Boxes", "Box")]
    [InlineData("Batches", "Batch")]
    [InlineData("Dishes", "Dish")]
    [InlineData("Classes", "Class")]
    [InlineData("ImageUrls", "ImageUrl")]
    [InlineData("Address", "AddressItem")]
    [InlineData("Status", "StatusItem")]
    [InlineData("Analysis", "AnalysisItem")]
    [InlineData("Media", "MediaItem")]
    [InlineData("List", "ListItem")]
    public void AnItem_IsCalledByTheSingular(string list, string item) => Assert.Equal(item, Singular.Of(list));

    [Theory]
    [InlineData("720p", "quality", "Quality720p")]
    [InlineData("16:9", "aspect_ratio", "Ratio16_9")]
    [InlineData("1280x720", "aspectRatio", "Ratio1280x720")]
    [InlineData("-1", "seed", "Minus1")]
    [InlineData("+1", "seed", "Plus1")]
    [InlineData("on", "sound", "On")]
    [InlineData("1K", "size", "Size1K")]
    [InlineData("", "size", "Empty")]
    [InlineData("😀", "size", "Other")]
    [InlineData("4", "1", "_4")]
    public void AnEnumMember_IsCalledByItsValue(string value, string property, string name) => Assert.Equal(name, EnumMemberNames.Of(value, property));

    [Theory]
    [InlineData("+1", "Plus1")]
    [InlineData("-1", "Minus1")]
    [InlineData("1", "_1")]
    [InlineData("-one", "One")]
    [InlineData("image-1", "Image1")]
    [InlineData("-", "Value")]
    public void AMember_IsCalledByItsName_AndASignBeforeADigitIsSpelt(string jsonName, string name) => Assert.Equal(name, Words.Identifier(jsonName, "Value"));

    [Fact]
    public void ATakenName_GetsANumber_AndAReservedOneALine()
    {
        NameScope members = NameScope.ForMembers(["Equals"]), types = NameScope.ForTypes();

        Assert.Equal(["Equals_", "A", "a", "A2"], new[] { "Equals", "A", "a", "A" }.Select(members.Take));
        Assert.Equal(["A", "a2", "B", "A3"], new[] { "A", "a", "B", "A" }.Select(types.Take));
    }

    [Fact]
    public void ALongName_IsCutToOneThatIsItsOwn()
    {
        NameScope names = NameScope.ForTypes();
        string first = names.Take(new string('a', 5000) + "1"), second = names.Take(new string('a', 5000) + "2");

        Assert.NotEqual(first, second);
        Assert.Equal(first, NameScope.ForTypes().Take(new string('a', 5000) + "1"));
        Assert.True(first.Length <= 150);
    }
}
