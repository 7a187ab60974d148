namespace Evolink.Codegen.Patterns;

/// <summary>The classes of ECMA-262. .NET's own differ: its digits and letters are of every script, its blanks are others.</summary>
internal static class CharacterSets
{
    public static CodePointSet Digit { get; } = CodePointSet.Of('0', '9');

    public static CodePointSet Word { get; } =
        Digit.Union(CodePointSet.Of('A', 'Z')).Union(CodePointSet.Of('_')).Union(CodePointSet.Of('a', 'z'));

    public static CodePointSet LineTerminator { get; } =
        CodePointSet.Of('\n').Union(CodePointSet.Of('\r')).Union(CodePointSet.Of('\u2028', '\u2029'));

    public static CodePointSet NoLineTerminator { get; } = LineTerminator.Complement();

    public static CodePointSet Space { get; } = LineTerminator
        .Union(CodePointSet.Of('\t', '\f'))
        .Union(CodePointSet.Of(' '))
        .Union(CodePointSet.Of('\u00A0'))
        .Union(CodePointSet.Of('\u1680'))
        .Union(CodePointSet.Of('\u2000', '\u200A'))
        .Union(CodePointSet.Of('\u202F'))
        .Union(CodePointSet.Of('\u205F'))
        .Union(CodePointSet.Of('\u3000'))
        .Union(CodePointSet.Of('\uFEFF'));
}
