namespace Evolink.Runtime.Text;

/// <summary>What exceptions of the caller's code say. They may throw while they are asked, and say nothing: neither must hide what they are the cause of.</summary>
internal static class ExceptionText
{
    private const string Unreadable = "it does not say why";

    /// <summary>The message, without its full stop.</summary>
    public static string GetMessage(Exception exception)
    {
        try
        {
            return exception.Message?.TrimEnd('.') ?? Unreadable;
        }
        catch (Exception)
        {
            return Unreadable;
        }
    }

    /// <summary>All of its text, the causes included; null where that cannot be read.</summary>
    public static string? GetText(Exception exception)
    {
        try
        {
            return exception.Message is null || exception.GetBaseException().Message is null ? null : exception.ToString();
        }
        catch (Exception)
        {
            return null;
        }
    }
}
