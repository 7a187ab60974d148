using System.ComponentModel.DataAnnotations;
using Evolink.Runtime.Validation.Callbacks;
using Evolink.Tests.Sample;

namespace Evolink.Tests.Validation;

public class AllocationTests
{
    public static TheoryData<string> Cases => [.. s_requests.Keys];

    private static readonly Dictionary<string, SampleRequest> s_requests = new()
    {
        ["everything"] = Samples.Valid(),
        ["a union of text"] = Samples.Valid() with { Duration = null, Length = "auto" },
        ["a union of numbers"] = Samples.Valid() with { Duration = null, Length = 5 },
        ["an else branch, a failing anyOf branch"] = Samples.Valid() with { Prompt = null, VideoUrls = null, Seed = null, Price = 9.99m },
        ["a long prompt beyond the first plane"] = Samples.Valid() with { Prompt = string.Concat(Enumerable.Repeat("😀", 2500)) },
        ["a callback to an address"] = Samples.Valid() with { CallbackUrl = new("https://[2606:4700::1111]:8443/") },
        ["lists of other kinds"] = Samples.Valid() with { ImageUrls = new List<Uri> { new("https://a.example/"), new("https://b.example/") } },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void ValidatingAValidRequest_AllocatesNothing(string name)
    {
        SampleRequest request = s_requests[name];
        Assert.True(request.TryValidate(out _));
        request.Validate();

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            request.TryValidate(out IReadOnlyList<ValidationResult> _);
            request.Validate();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    // What was read from the specification's examples is new each time; nothing may hang on a first look at a Uri.
    [Fact]
    public void ANewCallbackUrl_CostsNothingToJudge()
    {
        Uri[] urls = [.. Enumerable.Range(0, 100).Select(i => new Uri($"https://example.com/{i}"))];
        Assert.Null(CallbackUrlRule.Problem(new Uri("https://example.com/")));

        long before = GC.GetAllocatedBytesForCurrentThread();
        int problems = 0;
        foreach (Uri url in urls)
        {
            problems += CallbackUrlRule.Problem(url) is null ? 0 : 1;
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(0, problems);
    }
}
