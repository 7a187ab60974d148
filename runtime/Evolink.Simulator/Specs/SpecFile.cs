using Evolink.Codegen;
using Evolink.Codegen.Parsing;

namespace Evolink.Simulation;

/// <summary>A spec as it is written, and the judge of what it describes.</summary>
internal sealed record SpecFile(string FileName, SpecNode Root, JsonSchemaJudge Judge);
