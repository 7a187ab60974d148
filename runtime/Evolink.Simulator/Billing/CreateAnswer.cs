namespace Evolink;

/// <summary>How much of a create's response was sent. What was sent to a client that has left does not count.</summary>
public enum CreateAnswer
{
    /// <summary>No byte of it: the client cannot know the task.</summary>
    None,

    /// <summary>A part that does not hold the task's whole id.</summary>
    WithoutId,

    /// <summary>A part that holds the task's id.</summary>
    WithId,

    /// <summary>All of it.</summary>
    Whole,
}
