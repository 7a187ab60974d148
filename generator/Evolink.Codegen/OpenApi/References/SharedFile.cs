namespace Evolink.Codegen.OpenApi;

/// <summary>Another specification of the project, which a document may refer to.</summary>
/// <param name="Path">Its path, as the compiler has it.</param>
/// <param name="Text">Its text.</param>
/// <param name="IsShared">Whether it is no document of its own, so that nobody but those that refer to it reports what is wrong with it.</param>
internal readonly record struct SharedFile(string Path, string Text, bool IsShared);
