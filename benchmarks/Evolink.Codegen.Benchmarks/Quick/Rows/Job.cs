namespace Evolink.Codegen.Benchmarks.Quick.Rows;

/// <summary>A job of 90 seconds, give or take 35 %.</summary>
internal static class Job
{
    public static double RunTime(Random random) => 90 * Math.Exp(0.35 * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
}
