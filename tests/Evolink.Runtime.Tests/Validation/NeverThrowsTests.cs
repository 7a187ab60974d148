using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Evolink.Tests.Sample;
using static Evolink.Tests.Validation.Checking;

namespace Evolink.Tests.Validation;

public class NeverThrowsTests
{
    private static readonly string[] s_texts =
    [
        "", " ", "https://[", "https://[::1", "https://]", "https://[]/", "https://[::1]:", "https://:", "https://:99999999/", "https://a:b", "https://%", "https://%zz/",
        "https://xn--/", "https://xn--a-\u00fc/", "https://\ud83d/", "https://a\ude00.com/", "https://\u200d.com/", "https://a\u0000b/", "https://..", "https://.", "https://-/",
        "https://" + new string('ü', 300) + "/", "https://" + new string('a', 70_000), "\ud83d", "\0", "@", "a@", "@[", "a@[IPv6:", "\"@a", "\"\\\"@a", "-", "T", "P", "P1", "PT", ":", "::", "1:2:3:4:5:6:7:8:9",
        "0000-00-00", "9999-99-99T99:99:99Z", "2026-01-01T00:00:60+99:99", "file://[", "data:", "mailto:", "//[", "?", "#", "\\\\server\\share", "C:\\a", "====", "AA==\ud83d",
    ];

    [Fact]
    public void ATextOfAnyForm_IsJudgedByEveryFormat()
    {
        foreach (string text in s_texts)
        {
            Check((ref context) =>
            {
                foreach (StringFormat format in Enum.GetValues<StringFormat>()) context.Format(text, format, "", "");
                context.AbsoluteUri(text, "", "");
                context.CallbackUrl(text, "", "");
                context.WellFormed(text, "", "");
                context.MinLength(text, 1, "", "");
                context.MaxLength(text, 1, "", "");
            });
            Assert.False(new CallbackUrlAttribute().IsValid(text));
            if (Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out Uri? uri))
            {
                Assert.False(Passes((ref context) => context.CallbackUrl(uri, "", "")));
                Check((ref context) => context.AbsoluteUri(uri, "", ""));
            }
        }

        Assert.False(Passes((ref context) => context.CallbackUrl(new Uri("//example.com/", UriKind.Relative), "", "")));
    }

    [Fact]
    public void NullsWhereNoneMayBe_AreFailures()
    {
        SampleRequest request = Samples.Valid() with
        {
            ImageUrls = [null!],
            ModelParams = new() { Orientation = "720p", ElementList = [null!, new() { ElementId = "1" }] },
            VoiceBindings = new Dictionary<string, Uri> { ["image1"] = null! },
        };

        Assert.False(request.TryValidate(out IReadOnlyList<ValidationResult> results));
        Assert.Contains("image_urls[0]: must not be null.", results.Select(result => result.ErrorMessage));
        Assert.Contains("model_params.element_list[0]: must not be null.", results.Select(result => result.ErrorMessage));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void ANumberThatIsNotFinite_IsAFailure(double number) => Assert.All(
        Check((ref context) =>
        {
            context.Finite(number, "", "");
            context.MultipleOf(number, 0.1m, "", "");
            context.Enum(number, "", "", 1d);
            context.UniqueItems<double>([number, .. Enumerable.Range(0, 50), number], "", "");
        }),
        result => Assert.NotEmpty(result.ErrorMessage!));

    [Theory]
    [InlineData("79228162514264337593543950335", "0.0000000000000000000000000001")]
    [InlineData("-79228162514264337593543950335", "3")]
    [InlineData("0.0000000000000000000000000001", "79228162514264337593543950335")]
    public void AMultipleOfAnyDecimal_IsTold(string value, string divisor) =>
        Check((ref context) => context.MultipleOf(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), decimal.Parse(divisor, System.Globalization.CultureInfo.InvariantCulture), "", ""));

    [Fact]
    public void JsonOfADisposedDocument_IsAFailure()
    {
        JsonDocument document = JsonDocument.Parse("{}");
        JsonElement element = document.RootElement;
        document.Dispose();

        Assert.Contains("disposed", Fails((ref context) => context.Type(element, JsonTypes.Array, "", "")), StringComparison.Ordinal);
    }

    [Fact]
    public void JsonOfADisposedDocument_NamesNoFileToUpload()
    {
        JsonDocument document = JsonDocument.Parse("{}");
        JsonElement element = document.RootElement;
        document.Dispose();

        Assert.Null(ModelValidation.FindUnfitMedia(new Disposed(element)));
    }

    [Fact]
    public void ItemsThatAreNoJson_AreEqualToNothing()
    {
        JsonElement half = JsonElement.Parse("\"\\ud83d\"");

        Assert.True(Passes((ref context) => context.UniqueItems<JsonElement>([half, half], "", "")));
        Assert.True(Passes((ref context) => context.UniqueItems<JsonElement>([.. Enumerable.Repeat(half, 20)], "", "")));
    }

    [Fact]
    public void SlowPatterns_ShareOneBudget()
    {
        Regex slow = EcmaPattern.Create("^(a+)+$");
        string[] items = [.. Enumerable.Repeat(new string('a', 40) + "!", 1_000)];
        Stopwatch watch = Stopwatch.StartNew();

        string problem = Fails((ref context) => context.Items(items, "Items", "items", (string item, ref SchemaValidationContext context) => context.Pattern(item, slow, "", "")));

        Assert.Equal("items[0]: must match the pattern ^(a+)+$, which took longer than 1 s to try.", problem);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 6);
    }

    [Fact]
    public void NamesThatTakeTooLong_AreRefused_AndShareTheBudget()
    {
        Regex slow = EcmaPattern.Create("^(a+)+$");
        Dictionary<string, int> members = Enumerable.Range(0, 100).ToDictionary(i => new string('a', 40) + "!" + i, i => i);
        Stopwatch watch = Stopwatch.StartNew();

        Assert.Contains("which took longer", Fails((ref context) =>
        {
            context.PatternProperties(members, slow, "Map", "map", static (int _, ref SchemaValidationContext _) => { });
            context.AdditionalProperties(members, [], [slow], "Map", "map", static (int _, ref SchemaValidationContext _) => { });
        }), StringComparison.Ordinal);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 6);
    }

    [Fact]
    public void ASlowPatternInABranch_RefusesTheValue_WhateverTheBranchIsFor()
    {
        Regex slow = EcmaPattern.Create("^(a+)+$");
        string text = new string('a', 40) + "!";

        Assert.Contains("took longer", Fails((ref context) => context.Not(text, "no", "", "", (string value, ref SchemaValidationContext context) => context.Pattern(value, slow, "", ""))), StringComparison.Ordinal);
    }

    private sealed record Disposed(JsonElement Element) : IValidatable
    {
        public void Validate(ref SchemaValidationContext context) => context.Type(Element, JsonTypes.Array, "", "");
    }
}
