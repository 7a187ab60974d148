using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Client;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Emitting;

/// <summary>Writes the method that enumerates the items of all pages beside the one that gives a page.</summary>
internal static class PageEmitter
{
    public static void Write(CodeWriter code, GroupUnit unit, MethodModel method, PageModel page)
    {
        MethodModel all = method with { Parameters = method.Parameters.Where(parameter => parameter.Name != page.Parameter).ToEquatableArray() };
        code.Blank();
        Docs.Write(code, method.Doc with
        {
            Remarks = "Gives the items of all pages, one page at a time: the next one is asked for when its first item is. They can be enumerated again, which asks again. "
                + "An item that moved to the next page meanwhile is not given twice.",
            Facts = "",
        });
        GroupEmitter.WriteParameterDocs(code, all, isEnumerated: true);
        code.Write($"/// <exception cref=\"{TypeNames.Runtime}EvolinkResponseException\">The server gives the same page again and again.</exception>");
        GroupEmitter.WriteObsolete(code, method);
        code.Write($"public global::System.Collections.Generic.IAsyncEnumerable<{TypeNames.Format(page.Item)}> {page.Name}({string.Join(", ", GroupEmitter.Parameters(all))}) =>");
        code.Write($"    {TypeNames.Runtime}PageEnumeration.{(page.Number is null ? "ByCursor" : "ByNumber")}({string.Join(", ", Arguments(unit, method, page))});");
    }

    private static IEnumerable<string> Arguments(GroupUnit unit, MethodModel method, PageModel page)
    {
        // Shadowing is what is meant where the specification has a parameter of this name.
        string token = method.Parameters.Any(parameter => parameter.Name == "token") ? "cancellationToken" : "token";
        yield return $"{unit.Api}.{method.Operation}";
        yield return $"({CSharp.Name(page.Parameter)}, {token}) => {method.Name}({string.Join(", ", GroupEmitter.Arguments(method).Select(argument =>
            argument == "cancellationToken" ? token : argument == CSharp.Name(page.Parameter) && page.Number == TypeKind.Int32 ? $"checked((int){argument})" : argument))})";
        yield return Way("answer", page.Items);
        if (page.Number is null)
        {
            yield return Way("answer", page.Next);
        }

        if (page.Total.Count > 0)
        {
            yield return "total: " + Way("answer", page.Total);
        }

        if (page.More.Count > 0)
        {
            yield return "more: " + Way("answer", page.More);
        }

        if (page.ItemId.Count > 0)
        {
            yield return "id: " + Way("item", page.ItemId);
        }

        if (page is { Number: not null, First: not 1 })
        {
            yield return $"first: {CSharp.Format(new Literal(TypeKind.Int64, page.First.ToString(System.Globalization.CultureInfo.InvariantCulture)))}";
        }

        yield return "cancellationToken: cancellationToken";
    }

    private static string Way(string from, EquatableArray<PageStep> way) =>
        $"static {from} => {from}{string.Concat(way.Select(step => (step.OfNullable ? "?." : ".") + step.Name))}";
}
