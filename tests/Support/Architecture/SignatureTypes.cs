using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Evolink.Architecture;

/// <summary>Decodes a signature or an attribute into the types of the same assembly that it names, type arguments among them.</summary>
internal sealed class SignatureTypes(MetadataReader metadata) : ISignatureTypeProvider<IEnumerable<TypeDefinitionHandle>, object?>, ICustomAttributeTypeProvider<IEnumerable<TypeDefinitionHandle>>
{
    // System.Type, of which an attribute's decoder has to know. Told apart by its reference; a list, since an array that is empty is shared.
    private static readonly List<TypeDefinitionHandle> s_systemType = [];

    private readonly Lazy<Dictionary<string, TypeDefinitionHandle>> _byName = new(() => metadata.TypeDefinitions
        .Where(type => metadata.GetTypeDefinition(type).GetDeclaringType().IsNil)
        .ToDictionary(type => $"{metadata.GetString(metadata.GetTypeDefinition(type).Namespace)}.{metadata.GetString(metadata.GetTypeDefinition(type).Name)}", StringComparer.Ordinal));

    public IEnumerable<TypeDefinitionHandle> GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => [handle];

    public IEnumerable<TypeDefinitionHandle> GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
    {
        TypeReference type = reader.GetTypeReference(handle);
        return reader.StringComparer.Equals(type.Name, "Type") && reader.StringComparer.Equals(type.Namespace, "System") ? s_systemType : [];
    }

    public IEnumerable<TypeDefinitionHandle> GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    // In an attribute a type is a text: "Space.Outer+Inner`1[[…]], Assembly".
    public IEnumerable<TypeDefinitionHandle> GetTypeFromSerializedName(string name) =>
        _byName.Value.TryGetValue(name.Split('+', ',', '[')[0], out TypeDefinitionHandle type) ? [type] : [];

    public IEnumerable<TypeDefinitionHandle> GetGenericInstantiation(IEnumerable<TypeDefinitionHandle> genericType, ImmutableArray<IEnumerable<TypeDefinitionHandle>> typeArguments) =>
        genericType.Concat(typeArguments.SelectMany(types => types));

    public IEnumerable<TypeDefinitionHandle> GetFunctionPointerType(MethodSignature<IEnumerable<TypeDefinitionHandle>> signature) =>
        signature.ReturnType.Concat(signature.ParameterTypes.SelectMany(types => types));

    public IEnumerable<TypeDefinitionHandle> GetModifiedType(IEnumerable<TypeDefinitionHandle> modifier, IEnumerable<TypeDefinitionHandle> unmodifiedType, bool isRequired) => modifier.Concat(unmodifiedType);

    public IEnumerable<TypeDefinitionHandle> GetArrayType(IEnumerable<TypeDefinitionHandle> elementType, ArrayShape shape) => elementType;

    public IEnumerable<TypeDefinitionHandle> GetSZArrayType(IEnumerable<TypeDefinitionHandle> elementType) => elementType;

    public IEnumerable<TypeDefinitionHandle> GetByReferenceType(IEnumerable<TypeDefinitionHandle> elementType) => elementType;

    public IEnumerable<TypeDefinitionHandle> GetPinnedType(IEnumerable<TypeDefinitionHandle> elementType) => elementType;

    public IEnumerable<TypeDefinitionHandle> GetPointerType(IEnumerable<TypeDefinitionHandle> elementType) => elementType;

    public IEnumerable<TypeDefinitionHandle> GetGenericMethodParameter(object? genericContext, int index) => [];

    public IEnumerable<TypeDefinitionHandle> GetGenericTypeParameter(object? genericContext, int index) => [];

    public IEnumerable<TypeDefinitionHandle> GetPrimitiveType(PrimitiveTypeCode typeCode) => [];

    public IEnumerable<TypeDefinitionHandle> GetSystemType() => s_systemType;

    public bool IsSystemType(IEnumerable<TypeDefinitionHandle> type) => ReferenceEquals(type, s_systemType);

    // As nearly every enum has it, and all that stand in attributes of ours.
    public PrimitiveTypeCode GetUnderlyingEnumType(IEnumerable<TypeDefinitionHandle> type) => PrimitiveTypeCode.Int32;
}
