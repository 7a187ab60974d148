using System.Collections.Generic;
using System.Linq;

namespace Evolink.Codegen.Types;

/// <summary>Marks the types of bodies that change what is there, and those within them: a member left out stays as it is there, and a null clears it.</summary>
internal static class PatchTypes
{
    public static void Mark(IReadOnlyDictionary<TypeId, TypeDraft> drafts, IEnumerable<TypeRef> bodies)
    {
        var open = new Stack<TypeDraft>(bodies.Select(Generated).OfType<TypeId>().Select(id => drafts[id]));
        while (open.Count > 0)
        {
            TypeDraft draft = open.Pop();
            if (draft.IsPatch)
            {
                continue;
            }

            draft.IsPatch = true;
            IEnumerable<TypeRef> held = draft.Members.Select(member => member.Type).Concat(draft.Variants.Select(variant => variant.Type));
            if (draft.Additional is { } additional)
            {
                held = held.Append(additional);
            }

            foreach (TypeId id in held.Select(Generated).OfType<TypeId>().Concat(draft.DerivedTypes.Select(derived => derived.Id)))
            {
                open.Push(drafts[id]);
            }
        }
    }

    /// <summary>The generated type that a value is of, or holds; null where there is none.</summary>
    private static TypeId? Generated(TypeRef type) =>
        type.Kind is TypeKind.Model or TypeKind.Value ? type.Id : type.Element is { } element ? Generated(element) : null;
}
