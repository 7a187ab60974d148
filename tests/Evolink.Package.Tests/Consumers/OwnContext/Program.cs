using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Evolink;
using OwnContext;

// First of all, before anything of the client has been used: a program may begin with its queue.
GenerationRequest queued = JsonSerializer.Deserialize("""{ "model": "wan2.7-reference-video", "prompt": "swim" }""", JobContext.Default.GenerationRequest)!;
Console.WriteLine($"{queued.GetType().Name} {JsonSerializer.Serialize(queued, JobContext.Default.GenerationRequest)}");

var request = new Happyhorse1_0ImageToVideoRequest { Prompt = "run", ImageUrls = [new("https://example.com/cat.png")], Quality = "4K" };
var job = new Job("me", request, [new TaskDetailResponse { Id = "task-1", Status = "processing", Progress = 40 }]);

// Through the project's own context: inside a type of its own, and by itself.
string text = JsonSerializer.Serialize(job, JobContext.Default.Job);
Console.WriteLine(text);
Job again = JsonSerializer.Deserialize(text, JobContext.Default.Job)!;
Console.WriteLine($"{again.Request.Quality} {again.Answers[0].Status} {JsonSerializer.Serialize(again, JobContext.Default.Job) == text}");
Console.WriteLine(JsonSerializer.Deserialize("""{ "prompt": "dance" }""", JobContext.Default.KlingV3MotionControlRequest)!.Prompt);

var outbox = new Outbox(queued, [request]);
Outbox kept = JsonSerializer.Deserialize(JsonSerializer.Serialize(outbox, JobContext.Default.Outbox), JobContext.Default.Outbox)!;
Console.WriteLine($"{kept.Next == queued} {kept.Waiting[0] == request}");

// Through ours, for what the context does not name.
var options = new JsonSerializerOptions { TypeInfoResolver = JsonTypeInfoResolver.Combine(JobContext.Default, EvolinkJson.Resolver) };
Console.WriteLine(JsonSerializer.Serialize(new Wan2_7ReferenceVideoRequest { Prompt = "dance" }, options.GetTypeInfo(typeof(Wan2_7ReferenceVideoRequest))));
Console.WriteLine($"reflection: {JsonSerializer.IsReflectionEnabledByDefault}");
