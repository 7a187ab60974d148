using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Capabilities.HeldAsBase;

/// <summary>A request of which only a base type is known is written whole, and read back by its model.</summary>
/// <remarks>
/// Every client of the process is known, those of other tests too. So the models and schemas here have names of their own, and a request
/// without a model, which could be another client's, is only asked for under its own base.
/// </remarks>
public sealed class HeldAsBaseTests
{
    private static Consumer Own => Consumer.OfFile("HeldAsBase/requests.yaml", """
        public sealed record Outbox(string Owner, GenerationRequest? Request, CreateRenderRequest Render, IReadOnlyList<GenerationRequest> Waiting);

        private static string Back<T>(string json) => JsonSerializer.Deserialize<T>(json)!.GetType().Name;

        public static IReadOnlyList<GenerationRequest> All => [
            new Image { Prompt = "a", Sizes = [1, 2] }, new Edit { Model = "held-edit", ImageUrl = new("https://example.com/%41") },
            new Edit { Model = "held-image", ImageUrl = new("https://example.com/a") }, new Song { Model = "held-song", Lines = new[] { "la" } },
            new Song { Lines = "la" }, new Voice { Model = "held-choir" }, new Voice { Model = "new" },
            new Sounding { Fathoms = 2 }, new HeldFinal { Size = 9 }, new HeldDraft(), new ShortClip { Model = "held-brief" }, new LongClip { Minutes = 2 },
        ];

        public static string RoundTrips() => string.Join("\n", All.Where(request => !request.Equals(JsonSerializer.Deserialize<GenerationRequest>(JsonSerializer.Serialize(request)))));

        public static string Named() => string.Join(" ", All.Where(request => request is not Sounding).Select(request => JsonSerializer.Serialize(request)).Where(json => json.StartsWith("{\"$request\":\"Evolink.")).Select(json => json.Split('"')[3]));

        public static string Text() => JsonSerializer.Serialize<GenerationRequest>(new Image { Prompt = "a", Sizes = [1, 2] });

        public static bool Kept()
        {
            var outbox = new Outbox("me", All[0], new HeldFinal { Size = 9 }, All);
            Outbox again = JsonSerializer.Deserialize<Outbox>(JsonSerializer.Serialize(outbox))!;
            return again.Request!.Equals(outbox.Request) && again.Render.Equals(outbox.Render) && again.Waiting.SequenceEqual(outbox.Waiting);
        }

        public static string Foreign() => string.Join(" ", new[]
        {
            Back<GenerationRequest>("{\"model\":\"held-image\",\"prompt\":\"a\"}"), Back<GenerationRequest>("{\"image_url\":\"https://a.example\",\"model\":\"held-image\"}"),
            Back<GenerationRequest>("{\"model\":\"held-edit\"}"), Back<GenerationRequest>("{\"model\":\"held-song\"}"), Back<GenerationRequest>("{\"model\":\"held-voice\"}"),
            Back<CreateSoundingRequest>("{\"fathoms\":1}"), Back<CreateSongRequest>("{}"),
            Back<GenerationRequest>("{\"model\":\"held-render\",\"mode\":\"final\"}"), Back<CreateRenderRequest>("{\"model\":\"held-render\",\"mode\":\"draft\"}"),
            Back<GenerationRequest>("{\"model\":\"held-short\"}"), Back<CreateClipRequest>("{\"model\":\"held-brief\"}"), Back<CreateClipRequest>("{\"model\":\"held-long\"}"),
        });

        public static string Unknown()
        {
            try { return Back<CreateImageRequest>("{\"model\":\"held-imagf\"}"); }
            catch (JsonException exception) { return exception.Message; }
        }

        public static string Through()
        {
            var options = new JsonSerializerOptions { TypeInfoResolver = EvolinkJson.Resolver };
            GenerationRequest request = All[0];
            CreateImageRequest image = JsonSerializer.Deserialize<CreateImageRequest>(JsonSerializer.Serialize(request, options), options)!;
            return JsonSerializer.Serialize(image, options);
        }

        public static bool Equality() => new Song { Lines = new[] { "la" } } == new Song { Lines = new[] { "la" } }
            && new Song { Lines = new[] { "la" } } != new Song { Lines = new[] { "li" } }
            && ((SongLines)new[] { "la" }).Equals((SongLines)new[] { "la" })
            && Answer().Equals(Answer()) && Answer().GetHashCode() == Answer().GetHashCode() && Answer() != Answer() with { Results = ["b"] };

        public static string Printed() => $"{All[0]} {Answer()} {(GenerationRequest)new HeldFinal { Size = 9 }} {(SongLines)new[] { "la" }} {(SongLines)"li"}";

        private static HeldTask Answer() => JsonSerializer.Deserialize<HeldTask>("{\"id\":\"1\",\"results\":[\"a\"],\"meta\":{\"x\":1,\"y\":2},\"new\":[1]}")!;
        """);

    [Fact]
    public void EveryRequest_ComesBackAsItWas() => Assert.Equal("", Own.Call("RoundTrips"));

    [Fact]
    public void OnlyWhereTheModelDoesNotSayTheType_ItsNameStandsBeside() => Assert.Equal(
        "Evolink.Image Evolink.Edit Evolink.Song Evolink.Voice Evolink.HeldFinal Evolink.HeldDraft",
        Own.Call("Named"));

    [Fact]
    public void AnOutbox_KeepsItsRequests() => Assert.Equal(true, Own.Call("Kept"));

    [Fact]
    public void ARequestThatAnotherWrote_IsReadByItsModel_OrByWhatIsValid() => Assert.Equal(
        "Image Edit Edit Song Voice Sounding Song "
        + "HeldFinal HeldDraft ShortClip ShortClip LongClip",
        Own.Call("Foreign"));

    [Fact]
    public void AModelThatNobodyHas_IsNamed_WithThoseThereAre() => Assert.Equal(
        "A request of the model 'held-imagf' is of no known CreateImageRequest. Known models: held-image.", ((string)Own.Call("Unknown")!).Split(" Path")[0]);

    [Fact]
    public void TheClientsOwnResolver_KnowsTheBases() => Assert.Equal("""{"model":"held-image","prompt":"a","sizes":[1,2]}""", Own.Call("Through"));

    [Fact]
    public void RequestsAnswersAndUnions_AreComparedByTheirContent() => Assert.Equal(true, Own.Call("Equality"));

    [Fact]
    public void RequestsAnswersAndUnions_PrintTheirContent() => Assert.Equal(
        """
        Image { "model": "held-image", "prompt": "a", "sizes": [1, 2] } HeldTask { "id": "1", "results": ["a"], "meta": {"x": 1, "y": 2}, "new": [1] } HeldFinal { "mode": "final", "model": "held-render", "size": 9 } ["la"] li
        """,
        Own.Call("Printed"));
}
