namespace Evolink;

internal sealed partial class EcmaTranslator
{
    // [a-z\d], [^…], [] (nothing) and [^] (anything).
    private CodePointSet Class()
    {
        _at++;
        bool isNegated = Skip("^");
        CodePointSet set = CodePointSet.Empty;
        while (!Skip("]"))
        {
            CodePointSet first = Member();

            // A hyphen is a range between two single characters, else itself.
            if (first.IsSingle && _at + 1 < pattern.Length && pattern[_at] == '-' && pattern[_at + 1] != ']')
            {
                _at++;
                CodePointSet last = Member();
                set = set.Union(last.IsSingle ? Range(first, last) : first.Union(CodePointSet.Of('-')).Union(last));
            }
            else
            {
                set = set.Union(first);
            }
        }

        return isNegated ? set.Complement() : set;
    }

    private CodePointSet Range(CodePointSet first, CodePointSet last) => first.First <= last.First
        ? CodePointSet.Of(first.First, last.First)
        : throw Invalid("a range that runs backwards");

    private CodePointSet Member()
    {
        if (_at == pattern.Length)
        {
            throw Invalid("a class without its end");
        }

        if (pattern[_at] != '\\')
        {
            return CodePointSet.Of(NextCodePoint());
        }

        return Skip(@"\b") ? CodePointSet.Of('\b') : EscapedSet();
    }
}
