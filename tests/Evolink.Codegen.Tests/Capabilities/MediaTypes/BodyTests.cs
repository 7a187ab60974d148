using System.Net;
using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Capabilities.MediaTypes;

/// <summary>Every media type in which a document takes a body can be sent.</summary>
public sealed class BodyTests
{
    private static Consumer Own => Consumer.OfFile("MediaTypes/bodies.yaml", """
        private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

        public static Task PosterAsJson(EvolinkClient client) => client.Posters.MakePosterAsync(new() { PhotoUrl = "u" });
        public static Task PosterAsParts(EvolinkClient client) => client.Posters.MakePosterAsync(new MakePosterMultipartRequest { Photo = new UploadFile(Bytes("P"), "p.png"), Title = "t" });
        public static Task TooLong(EvolinkClient client) => client.Posters.MakePosterAsync(new MakePosterMultipartRequest { Photo = new UploadFile(Bytes("P"), "p.png"), Title = "longer" });
        public static Task NoteAsJson(EvolinkClient client) => client.Notes.AddNoteAsync(new Note { Text = "a b" });
        public static Task NoteAsForm(EvolinkClient client) => client.Notes.AddNoteAsFormAsync(new Note { Text = "a b", Tags = ["x", "y"] });
        public static Task NoteAsXml(EvolinkClient client) => client.Notes.AddNoteAsync("<note/>");
        public static Task NoNote(EvolinkClient client) => client.Notes.AddNoteAsync();
        public static Task PutNote(EvolinkClient client) => client.Notes.PutNoteAsync(new Note { Text = "t" }, default);
        public static Task Merge(EvolinkClient client) => client.Notes.ChangeNoteAsync(new Note { Text = "t" });
        public static Task Patch(EvolinkClient client) => client.Notes.ChangeNoteAsync([new() { Op = "add" }]);
        public static Task BadPatch(EvolinkClient client) => client.Notes.ChangeNoteAsync([new() { Op = "turn" }]);
        public static Task Any(EvolinkClient client) => client.Blobs.PutAnyAsync(Bytes("A"));
        public static Task AnyAsPdf(EvolinkClient client) => client.Blobs.PutAnyAsync(Bytes("A"), "application/pdf");
        public static Task Video(EvolinkClient client) => client.Blobs.PutVideoAsync(Bytes("V"), "video/mp4", contentType2: "q");
        public static Task Picture(EvolinkClient client) => client.Blobs.PutPictureAsync(Bytes("J"), "image/jpeg");
        public static Task Sheet(EvolinkClient client) => client.Blobs.PutSheetAsync("a,b");
        public static Task Pdf(EvolinkClient client) => client.Blobs.PutSheetAsync(Bytes("D"), "application/pdf");
        public static Task ChoiceAsXml(EvolinkClient client) => client.Choices.MakeChoiceAsync("<choice/>");
        public static Task ChoiceList(EvolinkClient client) => client.Choices.ChangeChoicesAsync([new() { Id = "1", Note = null }, new() { Id = "2" }]);
        public static Task ChoiceParts(EvolinkClient client) => client.Choices.UploadChoicesAsync(new() { Choices = [new() { A = "x" }, new() { B = "y" }] });
        public static Task Range(EvolinkClient client) => client.Blobs.PutVideoAsync(Bytes("V"), "video/*");
        """);

    [Theory]
    [InlineData("PosterAsJson", "application/json", """{"photo_url":"u"}""")]
    [InlineData("NoteAsJson", "application/json", """{"text":"a b"}""")]
    [InlineData("NoteAsForm", "application/x-www-form-urlencoded", "text=a%20b&tags=x&tags=y")]
    [InlineData("NoteAsXml", "application/xml; charset=utf-8", "<note/>")]
    [InlineData("NoNote", null, "")]
    [InlineData("PutNote", "application/json", """{"text":"t"}""")]
    [InlineData("ChoiceAsXml", "application/xml; charset=utf-8", "<choice/>")]
    [InlineData("ChoiceList", "application/json", """[{"id":"1","note":null},{"id":"2"}]""")]
    [InlineData("Merge", "application/merge-patch+json", """{"text":"t"}""")]
    [InlineData("Patch", "application/json-patch+json", """[{"op":"add"}]""")]
    [InlineData("Any", "application/octet-stream", "A")]
    [InlineData("AnyAsPdf", "application/pdf", "A")]
    [InlineData("Video", "video/mp4", "V")]
    [InlineData("Picture", "image/jpeg", "J")]
    [InlineData("Sheet", "text/csv; charset=utf-8", "a,b")]
    [InlineData("Pdf", "application/pdf", "D")]
    public async Task ABody_IsSentAsTheMediaTypeThatWasChosen(string method, string? mediaType, string body)
    {
        Sent sent = await Own.SendAsync(method, NoContent);
        Assert.Equal((mediaType, body), (sent.Header("Content-Type"), sent.Body ?? ""));
    }

    [Fact]
    public async Task AListInAForm_IsAPartAnItem_EachOfTheTypeThatTheEncodingSays()
    {
        string body = (await Own.SendAsync("ChoiceParts", NoContent)).Body!;
        Assert.Contains("name=\"choices\"\r\nContent-Type: application/json\r\n\r\n{\"a\":\"x\"}\r\n", body, StringComparison.Ordinal);
        Assert.Contains("name=\"choices\"\r\nContent-Type: application/json\r\n\r\n{\"b\":\"y\"}\r\n", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFormWithFiles_StandsBesideTheJson()
    {
        Sent sent = await Own.SendAsync("PosterAsParts", NoContent);
        Assert.StartsWith("multipart/form-data; boundary=", sent.Header("Content-Type"), StringComparison.Ordinal);
        Assert.Contains("name=\"photo\"; filename=\"p.png\"\r\nContent-Type: image/png\r\n\r\nP\r\n", sent.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TooLong", "title")]
    [InlineData("BadPatch", "[0].op")]
    public async Task EveryBody_IsCheckedByItsOwnSchema(string method, string path) =>
        Assert.Contains(path, (await Assert.ThrowsAsync<EvolinkValidationException>(() => Own.RunAsync(method))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task ARange_IsNoMediaTypeOfABody() => Assert.Contains(
        "not one media type", (await Assert.ThrowsAnyAsync<Exception>(() => Own.RunAsync("Range"))).GetBaseException().Message, StringComparison.Ordinal);

    [Fact]
    public void WhatCannotBeSent_IsSaidWhereItStands() => Assert.Equal(
        ("EVO1014", 23),
        (Assert.Single(Own.Generation.Diagnostics).Id, Own.Generation.Diagnostics[0].Location.GetLineSpan().StartLinePosition.Line + 1));

    private static HttpResponseMessage NoContent() => new(HttpStatusCode.NoContent);
}
