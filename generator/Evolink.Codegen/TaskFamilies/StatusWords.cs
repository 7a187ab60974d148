using System;
using System.Collections.Generic;

namespace Evolink.Codegen.TaskFamilies;

/// <summary>
/// The words by which job APIs say how far a task is, each with the status that it stands for. Compiled into the generator, which
/// warns of a word that is not here, into the runtime, which reads them, and into the simulator, which speaks them.
/// </summary>
internal static class StatusWords
{
    public const string Pending = "pending";
    public const string Processing = "processing";
    public const string Completed = "completed";
    public const string Failed = "failed";
    public const string Cancelled = "cancelled";

    /// <summary>Every status, in the order of a task's life.</summary>
    public static readonly string[] All = [Pending, Processing, Completed, Failed, Cancelled];

    private static readonly (string Status, string Words)[] s_usual =
    [
        (Pending, "pending queued queueing queuing inqueue onqueue waiting wait submitted created scheduled accepted notstarted throttled initializing preparing received new"),
        (Processing, "processing running inprogress inprocess generating starting started working active executing rendering dreaming validating finalizing uploading"),
        (Completed, "completed complete succeeded succeed success successful successfully done finished ready"),
        (Failed, "failed failure fail error errored expired rejected timeout timedout dead aborted moderated contentmoderated requestmoderated incomplete"),
        (Cancelled, "cancelled canceled cancelling canceling cancel stopped terminated"),
    ];

    private static readonly Dictionary<string, string> s_byWord = Index();

    /// <summary>What a word stands for, whatever its case and its separators; null for one that no API is known to use.</summary>
    public static string? Find(string word) => s_byWord.TryGetValue(Bare(word), out string? status) ? status : null;

    private static Dictionary<string, string> Index()
    {
        var byWord = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string status, string words) in s_usual)
        {
            foreach (string word in words.Split(' '))
            {
                byWord.Add(word, status);
            }
        }

        return byWord;
    }

    /// <summary><c>IN_PROGRESS</c>, <c>in-progress</c> and <c>inProgress</c> are one word.</summary>
    private static string Bare(string word)
    {
        var letters = new List<char>(word.Length);
        foreach (char letter in word)
        {
            if (letter is not ('_' or '-' or ' ' or '.'))
            {
                letters.Add(char.ToLowerInvariant(letter));
            }
        }

        return new string(letters.ToArray());
    }
}
