using System.Globalization;
using Evolink.Codegen.Parsing;
using Evolink.Tests.Support;

namespace Evolink.Tests;

/// <summary>
/// <c>specs/rules.tsv</c>: every rule that the vendor states in prose, and what became of it. Each row leads to its place in the
/// request's schema, so that no rule is lost when a spec is edited.
/// </summary>
public sealed class RuleTableTests
{
    /// <summary>The rules that the vendor's pages state beside their schemas; more where models were added since.</summary>
    private const int StatedRules = 864;

    private static readonly string[] s_annotations = ["description", "title", "example", "examples"];

    private static readonly List<Row> s_rows = [.. File.ReadLines(Path.Combine(Repository.Specs, "rules.tsv")).Skip(1).Select(Row.Parse)];

    public static TheoryData<string> Models => [.. s_rows.Select(static row => row.Model).Distinct()];

    [Theory]
    [MemberData(nameof(Models))]
    public void EveryRuleOfAModel_LeadsToItsPlace(string model)
    {
        SpecNode schema = SpecBody.All.Single(body => body.IsRequest && SpecFiles.OperationOf(model) is { } operation && operation.Id == body.OperationId && body.File.FileName == model + ".yaml").Schema;
        Row[] rows = [.. s_rows.Where(row => row.Model == model)];

        Assert.Equal(Enumerable.Range(1, rows.Max(static row => row.Number)), rows.Select(static row => row.Number).Distinct().Order());
        Assert.All(rows, row => Assert.Null(row.Problem(schema)));
    }

    [Fact]
    public void EveryRule_IsThere() => Assert.InRange(s_rows.DistinctBy(static row => (row.Model, row.Number)).Count(), StatedRules, int.MaxValue);

    [Fact]
    public void ARowThatLeadsNowhere_IsFound()
    {
        SpecNode schema = SpecBody.All.First(static body => body.IsRequest).Schema;
        Assert.NotNull(new Row("m", 1, "keyword", ["/properties/nothing/maxLength"], "t").Problem(schema));
        Assert.NotNull(new Row("m", 1, "keyword", ["/properties/model/description"], "t").Problem(schema));
        Assert.NotNull(new Row("m", 1, "extension", ["/properties/model/enum"], "t").Problem(schema));
        Assert.NotNull(new Row("m", 1, "none", ["/properties/model/enum"], "t").Problem(schema));
        Assert.NotNull(new Row("m", 1, "guess", ["/properties/model/enum"], "t").Problem(schema));
        Assert.Null(new Row("m", 1, "keyword", ["/properties/model/enum"], "t").Problem(schema));
    }

    /// <param name="Model">The model that it is about.</param>
    /// <param name="Number">The rule's place on the vendor's page, from 1.</param>
    /// <param name="Kind">What became of it.</param>
    /// <param name="Where">JSON pointers below the request's schema.</param>
    /// <param name="Text">The rule in a few words.</param>
    private sealed record Row(string Model, int Number, string Kind, string[] Where, string Text)
    {
        public static Row Parse(string line)
        {
            string[] parts = line.Split('\t');
            Assert.Equal(5, parts.Length);
            return new(parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture), parts[2], parts[3].Split(' '), parts[4]);
        }

        /// <summary>What is wrong with the row; null where nothing is.</summary>
        public string? Problem(SpecNode schema) => Kind switch
        {
            "none" => Where is ["-"] && Text.Length > 0 ? null : $"{this}: what cannot be said has no place, and says why",
            "keyword" => Misplaced(schema, static segments => !s_annotations.Contains(segments[^1]) && !segments.Any(IsExtension)),
            "extension" => Misplaced(schema, static segments => segments.Any(IsExtension)),
            "description" => Misplaced(schema, static segments => segments[^1] == "description"),
            _ => $"{this}: there is no such kind",
        };

        public override string ToString() => $"{Model} {Number} {Kind} {string.Join(' ', Where)}";

        private static bool IsExtension(string segment) => segment.StartsWith("x-evolink-", StringComparison.Ordinal);

        private string? Misplaced(SpecNode schema, Func<string[], bool> fits) =>
            Where.Where(pointer => schema.At(pointer) is null || !fits(pointer.Split('/'))).Select(pointer => $"{this}: {pointer} is no {Kind} of the schema").FirstOrDefault();
    }
}
