namespace Evolink;

/// <summary>How far a request got before its call failed. It tells "certainly not submitted" from "perhaps billed".</summary>
public enum RequestPhase
{
    /// <summary>No byte of the body was written: the server has not seen the request.</summary>
    NotStarted,

    /// <summary>The body was begun and cut short: the server cannot have accepted it.</summary>
    Partial,

    /// <summary>The whole body was handed to the network: the server may have acted on it.</summary>
    Complete,
}
