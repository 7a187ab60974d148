using System.Text;
using System.Text.Json;
using Evolink.Runtime.Validation;
using Evolink.Tests.Sample;
using static Evolink.Tests.Validation.Checking;

namespace Evolink.Tests.Validation;

public class UnicodeTests
{
    // Not as InlineData: an attribute cannot hold half a pair.
    private static readonly string[] s_halves = ["\ud83d", "cut \ud83d", "\ude00", "\ude00\ud83d", "a\ud83db", "\ud83d\ud83d\ude00", "😀\ude00", "\udbff\ue000"];

    private static readonly string[] s_whole = ["", "a", "😀", "a😀b", "😀😀", "\uffff", "\ue000", "\ud7ff", "\U0010ffff"];

    [Fact]
    public void HalfASurrogatePair_Fails_AndNamesTheMember()
    {
        foreach (string half in s_halves)
        {
            Assert.Equal("prompt: must be valid Unicode, but holds half of a surrogate pair.", Fails((ref context) => context.WellFormed(half, "Prompt", "prompt")));
            Uri? reference = Uri.TryCreate(half, UriKind.Relative, out Uri? uri) ? uri : null;
            Assert.Equal(reference is null, Passes((ref context) => context.WellFormed(reference, "", "")));
        }

        Assert.All(s_whole, text => Assert.True(Passes((ref context) => context.WellFormed(text, "", ""))));
        Assert.True(Passes((ref context) => context.WellFormed((string?)null, "", "")));
        Assert.True(Passes((ref context) => context.WellFormed((Uri?)null, "", "")));
    }

    // Texts are looked through in blocks; wherever a surrogate stands to their borders, it is seen.
    [Fact]
    public void AnyPlaceOfALongText_IsLookedAt()
    {
        for (int length = 0; length < 20; length++)
        {
            for (int place = 0; place <= length; place++)
            {
                string text = new('a', length);
                string half = text.Insert(place, "\udbff");
                string pair = text.Insert(place, "😀");

                Assert.False(Passes((ref context) => context.WellFormed(half, "", "")));
                Assert.True(Passes((ref context) => context.WellFormed(pair, "", "")));
                Assert.Equal((length + 1, length + 1), (TextLength.Count(half), TextLength.Count(pair)));
            }
        }
    }

    [Fact]
    public void AMapsName_IsATextToo()
    {
        Dictionary<string, int> members = new() { ["a"] = 1, ["\ud83d"] = 2 };

        Assert.StartsWith("map[\"\ud83d\"]: must be valid Unicode", Fails((ref context) => context.WellFormed(members, "Map", "map")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(""" "\ud83d" """)]
    [InlineData(""" ["😀","\uDE00"] """)]
    [InlineData(""" {"a":{"\ud83d":1}} """)]
    [InlineData(""" "\ud83d\ud83d\ude00" """)]
    [InlineData(""" "\ud83d\n\ude00" """)]
    [InlineData(""" "\\\ud83d" """)]
    [InlineData(""" "\ud83d\\ude00" """)]
    public void HalfAPairInAnyJson_Fails(string json)
    {
        JsonElement? value = JsonElement.Parse(json);

        Assert.False(Passes((ref context) => context.WellFormed(value, "", "")));
        Assert.False(Passes((ref context) => context.WellFormed(new Dictionary<string, JsonElement> { ["a"] = value.Value }, "", "")));
    }

    [Theory]
    [InlineData(""" "\ud83d\ude00" """)]
    [InlineData(""" ["😀","\u0041","\\ud83d","\"\/\b"] """)]
    [InlineData(""" {"a":null,"b":[1.5,true]} """)]
    public void WholeTextsInAnyJson_Pass(string json) =>
        Assert.True(Passes((ref context) => context.WellFormed((JsonElement?)JsonElement.Parse(json), "", "")));

    [Fact]
    public void AnUndefinedElement_IsUnset() => Assert.True(Passes((ref context) => context.WellFormed((JsonElement?)default(JsonElement), "", "")));

    [Fact]
    public void BytesThatAreNoUtf8_Fail()
    {
        using JsonDocument document = JsonDocument.Parse(new byte[] { (byte)'"', 0xC3, 0x28, (byte)'"' });
        JsonElement value = document.RootElement;

        Assert.False(Passes((ref context) => context.WellFormed((JsonElement?)value, "", "")));
    }

    [Fact]
    public void WhatIsNoUnicode_IsNeverWritten()
    {
        foreach (string half in s_halves)
        {
            Assert.Throws<JsonException>(() => Written(writer => JsonWrite.String(writer, half)));
            Assert.Throws<JsonException>(() => Written(writer => JsonWrite.Map(writer, new Dictionary<string, int> { [half] = 1 }, JsonWrite.Number)));
            Assert.Throws<JsonException>(() => JsonSerializer.Serialize(Samples.Valid() with { Prompt = half }));
        }

        Assert.All(s_whole, text => Assert.Equal(text, JsonElement.Parse(Written(writer => JsonWrite.String(writer, text))).GetString()));
    }

    private static string Written(Action<Utf8JsonWriter> write)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream)) write(writer);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
