namespace Evolink;

/// <summary>What went wrong with a job.</summary>
/// <param name="Code">The server's code (<c>content_policy_violation</c> …), else one of this package: <c>max_credits</c>, <c>invalid_request</c>, <c>abandoned</c> …</param>
/// <param name="Message">What happened, in words.</param>
public sealed record JobError(string Code, string Message);
