namespace Evolink.Tests.Scenarios.Schedules;

/// <summary>What goes wrong in one run, and how client and server are set: all of it follows from the seed.</summary>
internal sealed class FaultSchedule
{
    /// <summary>How many tasks are generated, one after the other.</summary>
    public const int Tasks = 3;

    private static readonly TimeSpan s_silence = TimeSpan.FromMinutes(2);

    private readonly Random _random;

    public FaultSchedule(int seed)
    {
        _random = new Random(seed);
        Seed = seed;
        SubmitRetry = Pick(SubmitRetry.WhenSafe, SubmitRetry.WhenSafe, SubmitRetry.OnceWithSameKey, SubmitRetry.Never);
        HonoursKeys = _random.Next(2) == 0;
        Creates = [.. Enumerable.Range(0, _random.Next(1, 8)).Select(_ => _random.Next(3) == 0 ? null : CreateFault())];
        Queries = [.. Enumerable.Range(0, _random.Next(0, 12)).Select(_ => _random.Next(2) == 0 ? null : QueryFault())];
        CancelAtRequest = _random.Next(4) == 0 ? _random.Next(1, 12) : null;
        Fails = _random.Next(5) == 0;
    }

    public int Seed { get; }

    public SubmitRetry SubmitRetry { get; }

    public bool HonoursKeys { get; }

    public IReadOnlyList<Fault?> Creates { get; }

    public IReadOnlyList<Fault?> Queries { get; }

    /// <summary>The request whose arrival cancels the call that it belongs to.</summary>
    public int? CancelAtRequest { get; }

    /// <summary>Whether the caller opted for a retry that this server charges for.</summary>
    public bool MayChargeTwice => SubmitRetry == SubmitRetry.OnceWithSameKey && !HonoursKeys;

    /// <summary>Whether the tasks themselves fail.</summary>
    public bool Fails { get; }

    public SimulatorOptions Apply(SimulatorOptions options) => options with
    {
        HonoursIdempotencyKeys = HonoursKeys,
        Script = Fails ? static _ => TaskScript.Failing(TimeSpan.FromSeconds(20), new TaskFailure("service_error", "It broke")) : null,
    };

    public void Apply(EvolinkOptions options) => (options.SubmitRetry, options.Random) = (SubmitRetry, new Random(Seed));

    public override string ToString() =>
        $"{SubmitRetry}, keys {(HonoursKeys ? "honoured" : "ignored")}, cancel at {CancelAtRequest?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "never"}\n"
        + $"  creates: {string.Join("; ", Creates)}\n  queries: {string.Join("; ", Queries)}";

    private Fault CreateFault() => _random.Next(25) switch
    {
        0 => Fault.ResetBeforeReading(),
        1 => Fault.ResetAfterRequest(carriesOut: Coin()),
        2 => Fault.ResetAfterRequest(),
        3 => Fault.ResetDuringHeaders(),
        4 => Fault.ResetDuringBody(_random.Next(300)),
        5 => Fault.Truncated(_random.Next(300)),
        6 => Fault.UnendedChunks(_random.Next(300)),
        7 => Fault.StallDuringBody(_random.Next(300), s_silence),
        8 => Fault.Stall(s_silence),
        9 => Fault.Drip(_random.Next(1, 60), TimeSpan.FromSeconds(_random.Next(1, 12))),
        10 => Fault.Late(TimeSpan.FromSeconds(_random.Next(1, 20))),
        11 => Fault.Status(Pick(500, 502, 503, 504), carriesOut: Coin()),
        12 => Fault.Status(Pick(429, 503), Pick("1", "20", "86400")),
        13 => Fault.Status(429, Pick(null, "soon", "-5")),
        14 => Fault.Status(Pick(400, 401, 402, 403, 404, 413, 422)),
        15 => Fault.Html(Pick(200, 502), carriesOut: Coin()),
        16 => Fault.Garbage(carriesOut: Coin()),
        17 => Fault.Redirect(new Uri("https://elsewhere.example/"), Pick(302, 307)),
        18 => Fault.Answer(200, "application/json", Pick("null", "{}", "[]", "{\"status\":\"pending\"}"), carriesOut: Coin()),
        19 => Fault.Answer(200, "application/json", Pick<string>([.. ContentFaults.Refusals])),
        20 => Fault.Answer(200, "application/json", Pick<string>([.. ContentFaults.Failures]), carriesOut: Coin()),
        21 or 22 or 23 => Pick<Fault>([.. ContentFaults.All]),
        _ => Fault.Answer(409, "application/json", """{"error":{"code":"paid_outcome_unknown","message":"?"}}""", carriesOut: Coin()),
    };

    private Fault QueryFault() => _random.Next(14) switch
    {
        0 => Fault.ResetBeforeReading(),
        1 => Fault.Truncated(_random.Next(300)),
        2 => Fault.StallDuringBody(_random.Next(300), s_silence),
        3 => Fault.Drip(_random.Next(20, 100), TimeSpan.FromSeconds(1)),
        4 => Fault.Late(TimeSpan.FromSeconds(_random.Next(1, 20))),
        5 => Fault.Status(Pick(500, 502, 503, 504, 404, 401), code: "task_not_found"),
        6 => Fault.Status(429, Pick("1", "86400", "soon")),
        7 => Fault.Html(),
        8 => Fault.Garbage(),
        9 => Fault.Answer(200, "application/json", Pick<string>([.. ContentFaults.Refusals, .. ContentFaults.Failures])),
        10 or 11 or 12 => Pick<Fault>([.. ContentFaults.All]),
        _ => Fault.Answer(200, "application/json", Pick("{}", "[]", "{\"status\":\"asleep\"}", "{\"status\":\"completed\"}")),
    };

    private bool Coin() => _random.Next(2) == 0;

    private T Pick<T>(params ReadOnlySpan<T> values) => values[_random.Next(values.Length)];
}
