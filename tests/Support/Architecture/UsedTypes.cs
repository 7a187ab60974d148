using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Evolink.Architecture;

/// <summary>Collects the types of an assembly that its type definitions name.</summary>
internal sealed class UsedTypes(PEReader assembly, MetadataReader metadata)
{
    private readonly HashSet<TypeDefinitionHandle> _found = [];
    private readonly SignatureTypes _signatures = new(metadata);

    /// <summary>What has been found, among it the types themselves.</summary>
    public IReadOnlyCollection<TypeDefinitionHandle> Found => _found;

    /// <summary>Adds all that one type definition names.</summary>
    public void AddAllOf(TypeDefinitionHandle handle)
    {
        TypeDefinition type = metadata.GetTypeDefinition(handle);
        Add(type.BaseType);
        foreach (InterfaceImplementationHandle implemented in type.GetInterfaceImplementations()) Add(metadata.GetInterfaceImplementation(implemented).Interface);
        foreach (FieldDefinitionHandle field in type.GetFields()) Add((EntityHandle)field);
        foreach (MethodDefinitionHandle method in type.GetMethods()) AddMethod(metadata.GetMethodDefinition(method));
        foreach (PropertyDefinitionHandle property in type.GetProperties()) AddAttributes(metadata.GetPropertyDefinition(property).GetCustomAttributes());
        foreach (EventDefinitionHandle raised in type.GetEvents()) Add(metadata.GetEventDefinition(raised).Type);
        AddConstraints(type.GetGenericParameters());
        AddAttributes(type.GetCustomAttributes());
    }

    private void AddMethod(MethodDefinition method)
    {
        AddSignature(method);
        AddConstraints(method.GetGenericParameters());
        AddAttributes(method.GetCustomAttributes());
        foreach (ParameterHandle parameter in method.GetParameters()) AddAttributes(metadata.GetParameter(parameter).GetCustomAttributes());
        if (method.RelativeVirtualAddress == 0) return;
        MethodBodyBlock body = assembly.GetMethodBody(method.RelativeVirtualAddress);
        if (!body.LocalSignature.IsNil) Add(metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(_signatures, null).SelectMany(types => types));
        foreach (ExceptionRegion region in body.ExceptionRegions) Add(region.CatchType);
        foreach (EntityHandle token in Instructions.TokensOf(body.GetILReader())) Add(token);
    }

    private void AddSignature(MethodDefinition method)
    {
        MethodSignature<IEnumerable<TypeDefinitionHandle>> signature = method.DecodeSignature(_signatures, null);
        Add(signature.ReturnType);
        Add(signature.ParameterTypes.SelectMany(types => types));
    }

    private void AddConstraints(GenericParameterHandleCollection parameters)
    {
        foreach (GenericParameterHandle parameter in parameters)
        {
            foreach (GenericParameterConstraintHandle constraint in metadata.GetGenericParameter(parameter).GetConstraints())
                Add(metadata.GetGenericParameterConstraint(constraint).Type);
        }
    }

    private void AddAttributes(CustomAttributeHandleCollection attributes)
    {
        foreach (CustomAttributeHandle handle in attributes)
        {
            CustomAttribute attribute = metadata.GetCustomAttribute(handle);
            Add(attribute.Constructor);
            CustomAttributeValue<IEnumerable<TypeDefinitionHandle>> value = attribute.DecodeValue(_signatures);
            IEnumerable<object?> arguments = value.FixedArguments.Select(argument => argument.Value).Concat(value.NamedArguments.Select(argument => argument.Value));
            Add(arguments.OfType<IEnumerable<TypeDefinitionHandle>>().SelectMany(types => types));
        }
    }

    private void Add(IEnumerable<TypeDefinitionHandle> types) => _found.UnionWith(types);

    private void Add(EntityHandle handle)
    {
        if (handle.IsNil) return;
        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition:
                _found.Add((TypeDefinitionHandle)handle);
                break;
            case HandleKind.TypeSpecification:
                Add(metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(_signatures, null));
                break;
            case HandleKind.FieldDefinition:
                FieldDefinition field = metadata.GetFieldDefinition((FieldDefinitionHandle)handle);
                _found.Add(field.GetDeclaringType());
                Add(field.DecodeSignature(_signatures, null));
                AddAttributes(field.GetCustomAttributes());
                break;
            case HandleKind.MethodDefinition:
                MethodDefinition method = metadata.GetMethodDefinition((MethodDefinitionHandle)handle);
                _found.Add(method.GetDeclaringType());
                AddSignature(method);
                break;
            case HandleKind.MemberReference:
                // A member of a generic type, or of another assembly's.
                Add(metadata.GetMemberReference((MemberReferenceHandle)handle).Parent);
                break;
            case HandleKind.MethodSpecification:
                MethodSpecification generic = metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
                Add(generic.Method);
                Add(generic.DecodeSignature(_signatures, null).SelectMany(types => types));
                break;
        }
    }
}
