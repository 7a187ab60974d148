using System.Linq;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Models;
using Evolink.Codegen.Schemas;

namespace Evolink.Codegen.Emitting;

/// <summary>Writes how a value of a variant is known among others of its kind, without reading it twice.</summary>
internal static class VariantTests
{
    /// <summary>The guard of a variant's arm; nothing where the kind is enough.</summary>
    public static string When(EquatableArray<VariantTest> tests)
    {
        string[] alternatives = [.. tests.Select(test => string.Join(" && ", test.Conditions.Select(Condition)))];
        return alternatives.Length switch
        {
            0 => "",
            1 => " when " + alternatives[0],
            _ => " when " + string.Join(" || ", alternatives.Select(alternative => $"({alternative})")),
        };
    }

    private static string Condition(VariantConditionModel condition) => condition switch
    {
        MemberConditionModel { Values.Count: 0 } member => $"{TypeNames.Runtime}JsonRead.Has(reader, {CSharp.QuoteUtf8(member.JsonName)})",
        MemberConditionModel { Values.Count: 1, MayBeAbsent: false } member => $"{Peek(member)} == {CSharp.Format(member.Values[0])}",
        MemberConditionModel member => $"{Peek(member)} is {(member.MayBeAbsent ? "null or " : "")}{string.Join(" or ", member.Values.Select(CSharp.Format))}",
        FirstItemConditionModel item => $"{TypeNames.Runtime}JsonRead.FirstItem(reader) is {string.Join(" or ", Tokens(item).Select(token => $"{TypeNames.Json}JsonTokenType.{token}"))}",
        _ => throw new System.NotSupportedException(),
    };

    private static string Peek(MemberConditionModel member) => JsonExpressions.Peek(member.Values[0].Kind, member.JsonName);

    private static string[] Tokens(FirstItemConditionModel item)
    {
        string[] tokens = item.Kinds switch
        {
            JsonKinds.Boolean => ["True", "False"],
            JsonKinds.String => ["String"],
            JsonKinds.Array => ["StartArray"],
            JsonKinds.Object => ["StartObject"],
            _ => ["Number"],
        };
        return item.MayBeEmpty ? [.. tokens, "None"] : tokens;
    }
}
