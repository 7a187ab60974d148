using System.Text;
using System.Text.Json;
using Evolink.Runtime.Errors;
using Evolink.Runtime.Json;
using Evolink.Runtime.Responses;
using Evolink.Tests.Support;

namespace Evolink.Tests.Json;

public sealed class WireJsonTests
{
    [Theory]
    [InlineData("""{"a":"plain","b":"\ud83d\ude00 \\ud83d \/ \n","c":[1,2.5e3,null]}""")]
    [InlineData("""{"a":"ünïcödé 😀"}""")]
    [InlineData("""{"a":"\"é\\","ü":["ß",1],"cut":"é\""")]
    [InlineData("""{"a":"é\""")]
    [InlineData("")]
    public void WhatIsClean_StaysAsItIs(string json)
    {
        byte[] body = Encoding.UTF8.GetBytes(json);

        Assert.True(WireJson.Clean(body) == body, "It was copied.");
    }

    [Theory]
    [InlineData("""{"a":"x\ud83dy"}""", "x\ufffdy")]
    [InlineData("""{"a":"x\uDE00"}""", "x\ufffd")]
    [InlineData("""{"a":"\ud83d\ud83d\ude00"}""", "\ufffd😀")]
    [InlineData("""{"a":"\ud83d\u0041"}""", "\ufffdA")]
    [InlineData("""{"a":"\\\ud83d"}""", "\\\ufffd")]
    [InlineData("""{"a":"\x41"}""", "\\x41")]
    [InlineData("""{"a":"\u12G4"}""", "\\u12G4")]
    [InlineData("{\"a\":\"one\ntwo\0\"}", "one\ntwo\0")]
    [InlineData("\ufeff\ufeff{\"a\":\"b\"}", "b")]
    [InlineData("""{"n":[NaN,-Infinity,Infinity],"a":"NaN"}""", "NaN")]
    [InlineData("""{"a":"b"}garbage""", "b")]
    [InlineData("{\u00a0\"a\":\"b\"}", "b")]
    [InlineData("\u200b{\"a\":\"b\"}", "b")]
    [InlineData("{\"x\":\"\\\"\u00e9\\\\\",\u3000\"a\":\"b\"}", "b")]
    [InlineData("{\"a\"\u2028:\"b\"}", "b")]
    public void WhatIsBroken_IsReadAllTheSame(string json, string expected) =>
        Assert.Equal(expected, WireJson.Parse(Encoding.UTF8.GetBytes(json))!.Value.GetProperty("a").GetString());

    [Theory]
    [InlineData("{\u00a0\"id\":\"t1\"}")]
    [InlineData("\u200b{\"id\":\"t1\"}")]
    public void BlanksThatNobodySees_BetweenTheMembers_HideNoId(string json) =>
        Assert.Equal("t1", TaskStateReader.Read(Encoding.UTF8.GetBytes(json), TestApi.Tasks).Id);

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    [InlineData("utf-32BE")]
    public void EveryUnicodeEncoding_IsRead_WithItsMarkOrWithout(string name)
    {
        Encoding encoding = Encoding.GetEncoding(name);
        byte[] body = encoding.GetBytes("""{"a":"ü"}""");

        Assert.Equal("ü", WireJson.Parse(body)!.Value.GetProperty("a").GetString());
        Assert.Equal("ü", WireJson.Parse([.. encoding.GetPreamble(), .. body])!.Value.GetProperty("a").GetString());
    }

    [Fact]
    public void NothingThrows_WhereverBytesAreCutOrSpoilt()
    {
        byte[] good = Encoding.UTF8.GetBytes("""{"id":"task-1","a":"\ud83d\ude00 ü \\ \u0041","results":["https://a.test/1"],"error":{"code":1,"message":"m"}}""");
        Random random = new(1);
        for (int round = 0; round < 20_000; round++)
        {
            byte[] body = good[..random.Next(good.Length + 1)];
            for (int spoilt = random.Next(4); spoilt > 0 && body.Length > 0; spoilt--) body[random.Next(body.Length)] = (byte)random.Next(256);

            TaskStateReader.Read(body, TestApi.Tasks);
            ApiErrorBody.Read(body, "sk-test");
            SuccessFlag.IsFalse(body);
            Utf8JsonReader reader = WireJson.Reader(WireJson.Clean(body));
            try
            {
                while (reader.Read())
                {
                    if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName) reader.GetString();
                }
            }
            catch (JsonException)
            {
                // No JSON in any reading.
            }
        }
    }

    [Fact]
    public void WhatIsNestedTooDeep_IsCutOut_AndTheRestStays()
    {
        string deep = $$$"""{"a":1,"deep":{{{new string('[', 100_000)}}}{{{new string(']', 100_000)}}},"b":{"c":[2]}}""";

        JsonElement read = JsonElement.Parse(WireJson.Shallow(Encoding.UTF8.GetBytes(deep)));

        Assert.Equal(2, read.GetProperty("b").GetProperty("c")[0].GetInt32());
    }

    [Theory]
    [InlineData("{\r\n\t\"a\": \"\\\"\\\\\",\r\n\t\"b\": [1]\n}", true)]
    [InlineData("{\n\"a\": \"\n\"}", false)]
    [InlineData("{\n\"a\": \"\\\"\n\"}", false)]
    [InlineData("{\u0001\"a\": 1}", false)]
    public void JsonThatIsLaidOutForPeople_IsNotCopied(string text, bool isClean)
    {
        ReadOnlySpan<byte> json = Encoding.UTF8.GetBytes(text);

        Assert.Equal(isClean, WireJson.Clean(json) == json);
    }
}
