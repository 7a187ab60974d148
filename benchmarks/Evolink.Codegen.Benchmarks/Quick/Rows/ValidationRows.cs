using System.ComponentModel.DataAnnotations;
using Evolink.Codegen.Benchmarks.Rivals;

namespace Evolink.Codegen.Benchmarks.Quick.Rows;

/// <summary>A request with two faults, all of which are found, against DataAnnotations.</summary>
internal static class ValidationRows
{
    public static IEnumerable<Row> Measure()
    {
        KlingV3MotionControlRequest own = Requests.Own() with { ImageUrls = [], Prompt = new string('p', 2600) };
        WireRequest wire = Requests.Wire();
        (wire.ImageUrls, wire.Prompt) = ([], new string('p', 2600));
        Comparison invalid = Comparison.Run(() => Own(own), () => ByAttributes(wire));
        yield return new Row("an invalid request, two faults: time", "DataAnnotations", invalid.Time, 0.8) { Detail = invalid.Detail };
    }

    private static int Own(KlingV3MotionControlRequest request)
    {
        ModelValidation.TryValidate(request, out IReadOnlyList<ValidationResult> results);
        return results.Count;
    }

    private static int ByAttributes(WireRequest request)
    {
        List<ValidationResult> results = [];
        Validator.TryValidateObject(request, new ValidationContext(request), results, validateAllProperties: true);
        return results.Count;
    }
}
