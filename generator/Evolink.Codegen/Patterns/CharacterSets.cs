namespace Evolink.Codegen.Patterns;

/// <summary>The classes of ECMA-262. .NET's own differ: its digits and letters are of every script, its blanks are others.</summary>
internal static class CharacterSets
{
    public static CodePointSet Digit { get; } = CodePointSet.Create('0', '9');

    public static CodePointSet Word { get; } =
        Digit.Union(CodePointSet.Create('A', 'Z')).Union(CodePointSet.Create('_')).Union(CodePointSet.Create('a', 'z'));

    public static CodePointSet LineTerminator { get; } =
        CodePointSet.Create('\n').Union(CodePointSet.Create('\r')).Union(CodePointSet.Create('\u2028', '\u2029'));

    public static CodePointSet NoLineTerminator { get; } = LineTerminator.Complement();

    public static CodePointSet Space { get; } = LineTerminator
        .Union(CodePointSet.Create('\t', '\f'))
        .Union(CodePointSet.Create(' '))
        .Union(CodePointSet.Create('\u00A0'))
        .Union(CodePointSet.Create('\u1680'))
        .Union(CodePointSet.Create('\u2000', '\u200A'))
        .Union(CodePointSet.Create('\u202F'))
        .Union(CodePointSet.Create('\u205F'))
        .Union(CodePointSet.Create('\u3000'))
        .Union(CodePointSet.Create('\uFEFF'));
}
