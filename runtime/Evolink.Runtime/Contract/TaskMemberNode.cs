using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Evolink.Runtime.Text;

namespace Evolink.Runtime.Contract;

/// <summary>A member of a task that a wait reads.</summary>
internal enum TaskMember
{
    None,
    Id,
    Status,
    Type,
    Model,
    Progress,
    Results,
    ResultData,
    Error,
    EstimatedTime,
    CreditsReserved,
}

/// <summary>The JSON pointers of a family as one tree, so that a response is read once, from front to back.</summary>
internal sealed class TaskMemberNode
{
    // EvoLink's own; a response of another API has no such member.
    private const string CreditsReserved = "/usage/credits_reserved";

    private readonly List<TaskMemberNode> _children = [];

    private TaskMemberNode(string name)
    {
        Name = Encoding.UTF8.GetBytes(name);
        Index = int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int index) ? index : -1;
    }

    /// <summary>The name of the member, as it is in JSON.</summary>
    public byte[] Name { get; }

    /// <summary>The place that the name stands for in an array; -1 where it is no number.</summary>
    public int Index { get; }

    /// <summary>What is read here.</summary>
    public TaskMember Member { get; private set; }

    /// <summary>Where pointers go on.</summary>
    public ReadOnlySpan<TaskMemberNode> Children => CollectionsMarshal.AsSpan(_children);

    /// <summary>The tree of a family's pointers; an empty pointer names nothing.</summary>
    public static TaskMemberNode From(TaskFamily family)
    {
        TaskMemberNode root = new("");
        root.Add(family.Id, TaskMember.Id);
        root.Add(family.Status, TaskMember.Status);
        root.Add(family.Type, TaskMember.Type);
        root.Add(family.Model, TaskMember.Model);
        root.Add(family.Progress, TaskMember.Progress);
        root.Add(family.Results, TaskMember.Results);
        root.Add(family.ResultData, TaskMember.ResultData);
        root.Add(family.Error, TaskMember.Error);
        root.Add(family.EstimatedTime, TaskMember.EstimatedTime);
        root.Add(CreditsReserved, TaskMember.CreditsReserved);
        return root;
    }

    /// <summary>Of two members at one place the first counts.</summary>
    private void Add(string pointer, TaskMember member)
    {
        if (pointer.Length == 0) return;
        TaskMemberNode node = this;
        foreach (string name in JsonPointerText.Split(pointer)) node = node.Child(name);
        if (node.Member == TaskMember.None) node.Member = member;
    }

    private TaskMemberNode Child(string name)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(name);
        TaskMemberNode? child = _children.Find(child => child.Name.AsSpan().SequenceEqual(bytes));
        if (child is null) _children.Add(child = new TaskMemberNode(name));
        return child;
    }
}
