using Evolink.Codegen.Client.Merging;
using Evolink.Codegen.Collections;

namespace Evolink.Codegen.Client;

/// <summary>The whole client: one unit for each file to emit, and what is to be said about how the specifications fit.</summary>
internal sealed record ClientModel(EquatableArray<UnitModel> Units, EquatableArray<ClientProblem> Problems);

/// <summary>Something about several specifications, or about the client as a whole.</summary>
/// <param name="Id">The diagnostic's id.</param>
/// <param name="Message">What was found and what was done.</param>
/// <param name="First">Where it is reported; null where it concerns no file.</param>
/// <param name="Second">The other place, named in the message.</param>
internal sealed record ClientProblem(string Id, string Message, Place? First, Place? Second = null);
