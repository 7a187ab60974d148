using Evolink.Codegen;
using Evolink.Codegen.Parsing;

namespace Evolink.Simulation;

/// <summary>A spec as it is written, and the validator of what it describes.</summary>
internal sealed record SpecFile(string FileName, SpecNode Root, SchemaValidator Validator);
