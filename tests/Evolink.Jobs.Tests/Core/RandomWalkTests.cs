using Evolink.Jobs.Core;
using Evolink.Jobs.Tests.Support;

namespace Evolink.Jobs.Tests.Core;

/// <summary>Processes that are killed between any two effects, some while another has taken over already, against the vendor's ledger.</summary>
public sealed class RandomWalkTests
{
    private const int StepsOfAWalk = 400;

    [Theory]
    [InlineData(SubmitRetry.WhenSafe, false)]
    [InlineData(SubmitRetry.WhenSafe, true)]
    [InlineData(SubmitRetry.Never, false)]
    [InlineData(SubmitRetry.OnceWithSameKey, true)]
    [InlineData(SubmitRetry.OnceWithSameKey, false)]
    public void NoWalk_LosesATaskOrSendsTwice(SubmitRetry retry, bool honoursKeys)
    {
        int walks = Math.Max(1, Switches.WalkSteps / StepsOfAWalk / 5);
        int charges = 0, unknown = 0, kills = 0;
        for (int walk = 0; walk < walks; walk++)
        {
            Walk one = new(Switches.FirstSeed + walk, retry, honoursKeys);
            one.Run(StepsOfAWalk);
            charges += one.Charges;
            unknown += one.Unknown;
            kills += one.Kills;
        }

        // A walk in which nothing happens proves nothing.
        Assert.True(charges > walks && unknown > 0 && kills > walks, $"{charges} charges, {unknown} unknown, {kills} kills in {walks} walks");
    }

    private sealed class Walk
    {
        private readonly string _name;
        private readonly Random _random;
        private readonly SubmitRetry _retry;
        private readonly bool _honoursKeys;
        private readonly WalkVendor _vendor;
        private readonly WalkStore _store = new();
        private readonly List<WalkShell> _shells = [];
        private int _jobs;

        public Walk(int seed, SubmitRetry retry, bool honoursKeys)
        {
            (_name, _random, _retry, _honoursKeys) = ($"{retry}, keys {(honoursKeys ? "honoured" : "ignored")}, seed {seed}", new Random(seed), retry, honoursKeys);
            _vendor = new WalkVendor(_random, honoursKeys);
        }

        public int Charges => _vendor.Ledger.Count;

        public int Unknown => _store.Jobs.Count(static job => job.State == JobState.OutcomeUnknown);

        public int Kills { get; private set; }

        public void Run(int steps)
        {
            for (int step = 0; step < steps; step++)
            {
                Step();
                AssertNothingIsSentTwice();
            }

            // Peace: one process, until nothing is left to do.
            _shells.Clear();
            for (int rounds = 0; _store.Jobs.Any(static job => !job.IsEnd); rounds++)
            {
                Assert.True(rounds < 10_000, $"{_name}: {_store.Jobs.First(static job => !job.IsEnd)} does not end.");
                if (_shells.Count == 0) _shells.Add(new WalkShell(_store, _vendor, _random));
                _shells[0].TakeUp();
                foreach (GenerationJob job in _store.Jobs.Where(static job => job.State == JobState.Queued).ToArray()) _shells[0].Admit(job);
                foreach (string id in _shells[0].Busy) _shells[0].Step(id);
            }

            AssertNothingIsSentTwice();
            AssertTheLedgerIsKnown();
        }

        private void Step()
        {
            switch (_random.Next(20))
            {
                case 0 when _jobs < 12:
                    _store.Add(NewJob());
                    break;
                case 1 when _shells.Count > 0:
                    _shells.RemoveAt(_random.Next(_shells.Count));
                    Kills++;
                    break;
                case 2 when _shells.Count < 3:
                    _shells.Add(new WalkShell(_store, _vendor, _random));
                    break;
                case 3 when _store.Jobs.Count > 0:
                    Wish(_store.Jobs.ElementAt(_random.Next(_store.Jobs.Count)));
                    break;
                default:
                    if (_shells.Count > 0) StepOf(_shells[_random.Next(_shells.Count)]);
                    break;
            }
        }

        private void StepOf(WalkShell shell)
        {
            if (shell.Busy is { Count: > 0 } busy && _random.Next(3) > 0)
            {
                shell.Step(busy[_random.Next(busy.Count)]);
                return;
            }

            shell.TakeUp();
            GenerationJob[] queued = [.. _store.Jobs.Where(static job => job.State == JobState.Queued)];
            if (queued.Length > 0) shell.Admit(queued[_random.Next(queued.Length)]);
        }

        private void Wish(GenerationJob job)
        {
            JobEvent? wish = _random.Next(12) switch
            {
                0 => new JobEvent.CancelRequested(),
                1 => new JobEvent.Abandoned(),
                2 when _vendor.Find(job.SubmissionKey) is { } taskId => new JobEvent.Resolved(taskId),
                _ => null,
            };
            if (wish is null) return;
            JobTransition transition = JobMachine.Apply(job, wish, DateTimeOffset.UnixEpoch);
            if (transition.Effects.Contains(JobEffect.Store)) _store.Update(transition.Job, null);
        }

        private GenerationJob NewJob()
        {
            string id = $"job-{++_jobs}";
            return new GenerationJob
            {
                Id = id,
                Model = "one",
                RequestType = "Request",
                Request = "{}",
                SubmitRetry = _retry,
                SaveTo = _random.Next(2) == 0 ? "out" : null,
                MaxCredits = _random.Next(3) == 0 ? 8 : null,
                FallbackModels = _random.Next(3) == 0 ? ["two", "three"] : [],
            };
        }

        private void AssertNothingIsSentTwice()
        {
            int most = _retry == SubmitRetry.OnceWithSameKey ? 2 : 1;
            Assert.All(_vendor.Arrivals, arrived => Assert.True(arrived.Value <= most, $"{_name}: {arrived.Key} arrived {arrived.Value} times."));
            if (most == 1 || _honoursKeys) Assert.Equal(_vendor.Ledger.Count, _vendor.Ledger.Select(static charge => charge.Key).Distinct().Count());
        }

        /// <summary>Each charge is in a job that has its id, or whose outcome is unknown, or was given up by its owner.</summary>
        private void AssertTheLedgerIsKnown()
        {
            foreach ((string key, string taskId) in _vendor.Ledger)
            {
                GenerationJob job = _store[key[..key.LastIndexOf('.')]];
                bool isKnown = WalkStore.TasksOf(job).Contains(taskId);

                // A second task under one key that the vendor ignores: the price of OnceWithSameKey where its answer is lost.
                bool isSecond = _retry == SubmitRetry.OnceWithSameKey && !_honoursKeys && _vendor.Arrivals[key] > 1;
                Assert.True(isKnown || isSecond || job.State == JobState.OutcomeUnknown || job.Error?.Code == "abandoned", $"{_name}: {taskId} of {job} is lost.");
            }

            Assert.All(_store.Jobs.SelectMany(WalkStore.TasksOf), taskId => Assert.Contains(_vendor.Ledger, charge => charge.TaskId == taskId));
        }
    }
}
