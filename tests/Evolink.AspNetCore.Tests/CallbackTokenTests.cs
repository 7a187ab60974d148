using Evolink.Webhooks;

namespace Evolink.AspNetCore.Tests;

/// <summary>A token is good for whoever it was made for, for a time, and cannot be made or changed by anybody else.</summary>
public sealed class CallbackTokenTests
{
    private const string Secret = "0123456789abcdef0123456789abcdef";
    private const string Other = "fedcba9876543210fedcba9876543210";

    private static readonly DateTimeOffset s_now = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("")]
    [InlineData("order-4711")]
    [InlineData("Bestellung № 1")]
    public void ItSaysWhatItWasMadeWith(string id) => Assert.Equal(id, CallbackToken.Read([Secret], Create(id), s_now));

    [Fact]
    public void ItRunsOut()
    {
        string token = Create("a");
        Assert.NotNull(CallbackToken.Read([Secret], token, s_now.AddMinutes(59)));
        Assert.Null(CallbackToken.Read([Secret], token, s_now.AddHours(1)));
    }

    [Fact]
    public void ANewSecret_IsPutBeforeTheOldOne()
    {
        Assert.Equal("a", CallbackToken.Read([Other, Secret], Create("a"), s_now));
        Assert.Null(CallbackToken.Read([Other], Create("a"), s_now));
    }

    [Fact]
    public void NoCharacterCanBeChanged()
    {
        string token = Create("order-4711");
        for (int place = 0; place < token.Length; place++)
        {
            foreach (char other in "AZaz09-_".Where(other => other != token[place]))
            {
                string changed = string.Concat(token.AsSpan(0, place), [other], token.AsSpan(place + 1));

                // The last character holds bits that are not part of the token: those alone may differ.
                if (System.Buffers.Text.Base64Url.IsValid(changed) && System.Buffers.Text.Base64Url.DecodeFromChars(changed).SequenceEqual(System.Buffers.Text.Base64Url.DecodeFromChars(token))) continue;
                Assert.Null(CallbackToken.Read([Secret], changed, s_now));
            }
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("token")]
    [InlineData("%00")]
    [InlineData("AQ==")]
    [InlineData("\ud800")]
    public void WhatIsNone_IsNone(string? text) => Assert.Null(CallbackToken.Read([Secret], text, s_now));

    [Fact]
    public void AVeryLongText_IsNone() => Assert.Null(CallbackToken.Read([Secret], new string('A', 100_000), s_now));

    [Fact]
    public void TwoOfOneId_Differ() => Assert.NotEqual(Create("a"), Create("a"));

    [Fact]
    public void TwoOfOneKey_AreTheSame_AndThoseOfOthersAreNot()
    {
        string token = CallbackToken.Create(Secret, s_now, "", "job-1.0");
        Assert.Equal(token, CallbackToken.Create(Secret, s_now, "", "job-1.0"));
        Assert.NotEqual(token, CallbackToken.Create(Secret, s_now, "", "job-1.1"));

        // The number in it, too: 12 bytes after the version and the time.
        Assert.NotEqual(Nonce(token), Nonce(CallbackToken.Create(Secret, s_now, "", "job-1.1")));
        Assert.NotEqual(Nonce(token), Nonce(CallbackToken.Create(Other, s_now, "", "job-1.0")));
        Assert.Equal("", CallbackToken.Read([Secret], token, s_now.AddHours(-1)));

        static byte[] Nonce(string token) => System.Buffers.Text.Base64Url.DecodeFromChars(token)[9..21];
    }

    [Fact]
    public void AnIdThatIsTooLong_IsRefused() => Assert.Throws<ArgumentException>(() => Create(new string('x', 257)));

    private static string Create(string id) => CallbackToken.Create(Secret, s_now.AddHours(1), id);
}
