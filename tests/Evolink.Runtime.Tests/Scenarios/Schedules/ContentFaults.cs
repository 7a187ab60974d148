using System.Text;
using System.Text.Json.Nodes;

namespace Evolink.Tests.Scenarios.Schedules;

/// <summary>Responses that arrive whole and hold what no server should send. None of them hides the id, the status or the results.</summary>
internal static class ContentFaults
{
    public static IReadOnlyList<Fault> All { get; } =
    [
        First("half an emoji", "\"note\":\"\\ud83d\""),
        First("the other half", "\"note\":\"\\ude00 \\uD83D\\uD83D\\uDE00\""),
        First("half an emoji in a name", "\"\\ud83d\":1"),
        First("half an emoji in the type and the error", "\"type\":\"\\udfff\",\"error\":\"\\ud800\""),
        First("an invalid byte", [.. "\"note\":\"a"u8, 0xFF, 0xC0, .. "b\""u8]),
        First("an invalid byte in a name", [.. "\""u8, 0xE2, 0x82, .. "\":1"u8]),
        First("a surrogate in UTF-8", [.. "\"note\":\""u8, 0xED, 0xA0, 0x80, .. "\""u8]),
        Fault.Edited("an invalid byte between members", body => [body[0], 0xFE, .. body[1..]]),
        Fault.Edited("a byte order mark", body => [0xEF, 0xBB, 0xBF, .. body]),
        Fault.Edited("two byte order marks", body => [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF, .. body]),
        Fault.Edited("UTF-16", body => Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(body))),
        Fault.Edited("UTF-16 with a mark", body => [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Encoding.UTF8.GetString(body))]),
        Fault.Edited("UTF-32", body => [0xFF, 0xFE, 0, 0, .. Encoding.UTF32.GetBytes(Encoding.UTF8.GetString(body))]),
        First("a raw line break in a string", "\"note\":\"one\ntwo\ttabs\""),
        First("a NUL in a string", "\"note\":\"\0\""),
        First("an unknown escape", "\"note\":\"C:\\windows\\x41 \\'\""),
        First("numbers that JSON does not have", "\"note\":NaN,\"more\":[-Infinity,Infinity]"),
        First("deep nesting", $"\"note\":{new string('[', 5000)}{new string(']', 5000)}"),
        First("a huge string", $"\"note\":\"{new string('x', 1_000_000)}\""),
        Fault.Edited("garbage behind", body => [.. body, 0, 0, .. "</html>{\"id\":\"task-other\"}"u8]),
        Last("a second id that is null", "\"id\":null"),
        Last("a second id that is empty", "\"id\":\"\""),
        Last("a second id", "\"id\":\"task-other\""),
        Last("members again, all null", "\"id\":null,\"status\":null,\"results\":null,\"result_data\":null,\"error\":null,\"progress\":null,\"task_info\":null,\"type\":null"),
        Odd("fractions", json => (json["progress"], json["task_info"]) = (45.5, new JsonObject { ["estimated_time"] = 12.5 })),
        Odd("text for numbers", json => (json["estimated_time"], json["task_info"]) = ("soon", new JsonObject { ["estimated_time"] = "12.5" })),
        Odd("an error of blanks", json => json["error"] = ""),
        Odd("an error that is false", json => json["error"] = false),
        Odd("an error that is a list", json => json["error"] = new JsonArray()),
        Odd("lists for objects", json => (json["usage"], json["task_info"], json["type"]) = (new JsonArray(), new JsonArray(), new JsonArray())),
        Odd("a status in capitals", json => json["status"] = json["status"]?.GetValue<string>().ToUpperInvariant()),
        Odd("a status between blanks", json => json["status"] = $" {json["status"]}\r\n"),
        Odd("odd entries beside a result", json => json["results"] = json["results"] is JsonArray results ? new JsonArray([null, 17, .. results.Select(result => result!.DeepClone()), new JsonObject()]) : null),
        Odd("results as objects", json => json["results"] = json["results"] is JsonArray results ? new JsonArray([.. results.Select(result => new JsonObject { ["size"] = 1, ["url"] = result!.DeepClone() })]) : null),
        Odd("results as one string", json => json["results"] = json["results"] is JsonArray results ? results[0]!.DeepClone() : null),
    ];

    /// <summary>Errors with a good status that say that nothing was created.</summary>
    public static IReadOnlyList<string> Refusals { get; } =
    [
        """{"error":{"code":"content_policy_violation","message":"not allowed","type":"invalid_request_error"}}""",
        """{"code":400,"msg":"not allowed"}""",
        """{"success":false,"message":"not allowed"}""",
        """{"detail":[{"loc":["body","prompt"],"msg":"not allowed","type":"value_error"}]}""",
        """{"errors":["not allowed"]}""",
    ];

    /// <summary>Errors with a good status that leave open what became of the request.</summary>
    public static IReadOnlyList<string> Failures { get; } =
    [
        """{"error":{"code":"internal_error","message":"it broke"}}""",
        """{"code":500,"msg":"it broke"}""",
        """{"success":false,"code":"upstream_error","message":"it broke"}""",
        """{"type":"about:blank","title":"Bad Gateway","status":502,"detail":"it broke"}""",
    ];

    private static Fault First(string name, string member) => First(name, Encoding.UTF8.GetBytes(member));

    private static Fault First(string name, byte[] member) => Fault.Edited(name, body => [(byte)'{', .. member, (byte)',', .. body[1..]]);

    private static Fault Last(string name, string members) => Fault.Edited(name, body => [.. body[..^1], (byte)',', .. Encoding.UTF8.GetBytes(members), (byte)'}']);

    private static Fault Odd(string name, Action<JsonObject> edit) => Fault.Edited(name, edit);
}
