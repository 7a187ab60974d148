namespace Evolink.Codegen;

/// <summary>The names of the pipeline's steps, for tests that look at what ran again.</summary>
internal static class TrackingNames
{
    public const string Options = nameof(Options);
    public const string Files = nameof(Files);
    public const string Parts = nameof(Parts);
    public const string Sources = nameof(Sources);
    public const string Specs = nameof(Specs);
    public const string Models = nameof(Models);
    public const string Client = nameof(Client);
    public const string Units = nameof(Units);
}
