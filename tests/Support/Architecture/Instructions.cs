using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Evolink.Architecture;

/// <summary>Walks the instructions of a method's body.</summary>
internal static class Instructions
{
    private static readonly Dictionary<ushort, OpCode> s_codes = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => (ushort)code.Value);

    /// <summary>The types and members that the instructions name.</summary>
    public static List<EntityHandle> TokensOf(BlobReader body)
    {
        List<EntityHandle> tokens = [];
        while (body.RemainingBytes > 0)
        {
            int first = body.ReadByte();
            OpCode code = s_codes[(ushort)(first == 0xFE ? (first << 8) | body.ReadByte() : first)];
            switch (code.OperandType)
            {
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType:
                    tokens.Add(MetadataTokens.EntityHandle(body.ReadInt32()));
                    break;
                case OperandType.InlineSwitch:
                    // The count first: an assignment reads its left side before the operand is there.
                    int targets = body.ReadInt32();
                    body.Offset += 4 * targets;
                    break;
                default:
                    body.Offset += LengthOf(code.OperandType);
                    break;
            }
        }

        return tokens;
    }

    private static int LengthOf(OperandType operand) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };
}
