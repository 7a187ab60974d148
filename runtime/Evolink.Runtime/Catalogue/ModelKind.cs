namespace Evolink;

/// <summary>What a model makes.</summary>
public enum ModelKind
{
    /// <summary>Something else, or it is not known.</summary>
    Other,

    /// <summary>Images.</summary>
    Image,

    /// <summary>A video.</summary>
    Video,

    /// <summary>Speech, music or other sound.</summary>
    Audio,
}
