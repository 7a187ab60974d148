namespace Evolink.Runtime.Requests;

/// <summary>One type of request: the models that it is for, whether it is read by the discriminator of its base, and how.</summary>
internal sealed record RequestType(Type Type, IReadOnlyList<string> Models, bool IsCase, JsonValueReader<GenerationRequest> Read)
{
    public string FullName => Type.FullName!;
}
