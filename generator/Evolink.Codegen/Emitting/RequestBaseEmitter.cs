using Evolink.Codegen.Client;

namespace Evolink.Codegen.Emitting;

/// <summary>Writes the record under which all requests of one task-creating operation stand.</summary>
internal static class RequestBaseEmitter
{
    public static void Write(CodeWriter code, RequestBaseUnit unit)
    {
        Docs.Write(code, unit.Doc);
        code.Write(SourceFile.GeneratedCode);
        code.Write($"[{TypeNames.Json}Serialization.JsonConverter(typeof({TypeNames.Runtime}GenerationRequestConverter<{unit.Name}>))]");
        code.Open($"public abstract record {unit.Name} : {TypeNames.Runtime}GenerationRequest<{TypeNames.Format(unit.TaskType)}>");
        code.Write($"protected override {TypeNames.Runtime}ApiOperation Operation => {unit.Api}.{unit.Operation};");
        code.Close();
    }
}
