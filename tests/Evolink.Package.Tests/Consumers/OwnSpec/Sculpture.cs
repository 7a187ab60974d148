using Easel;

namespace OwnSpec;

/// <summary>Needs the second specification.</summary>
internal static class Sculpture
{
    public static SculptRequest OfMarble() => new() { Material = "marble" };
}
