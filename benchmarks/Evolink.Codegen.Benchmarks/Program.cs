using BenchmarkDotNet.Running;
using Evolink.Codegen.Benchmarks.Allocations;
using Evolink.Codegen.Benchmarks.Growth;
using Evolink.Codegen.Benchmarks.Quick;
using Evolink.Codegen.Benchmarks.Quick.Rows;

// In Release, and on a machine that does nothing else:
//   dotnet run -c Release --project benchmarks/Evolink.Codegen.Benchmarks -- --quick          every figure against its rival, in two minutes
//   dotnet run -c Release --project benchmarks/Evolink.Codegen.Benchmarks -- --quick --check  the same; fails where a figure is twice its goal
//   dotnet run -c Release --project benchmarks/Evolink.Codegen.Benchmarks -- --growth         how the generator's time grows with a document
//   dotnet run -c Release --project benchmarks/Evolink.Codegen.Benchmarks -- --compile FILE   the compile of a document's client, ours and NSwag's
//   dotnet run -c Release --project benchmarks/Evolink.Codegen.Benchmarks -- --allocations get  what a call allocates, by type; or keystroke: what the generator does
//   dotnet run -c Release --project benchmarks/Evolink.Codegen.Benchmarks -- --filter *       BenchmarkDotNet, with all of its options
switch (args)
{
    case ["--quick", .. var rest]:
        return await QuickRun.PrintAsync(isCheck: rest.Contains("--check"), only: rest.FirstOrDefault(argument => !argument.StartsWith('-')));
    case ["--growth"]:
        GrowthRun.Print();
        return 0;
    case ["--allocations", var what]:
        return await AllocationRun.PrintAsync(what);
    case ["--compile", var path]:
        CompileRows.Print(path);
        return 0;
    case [ColdGeneratorRow.Argument, var who, var count]:
        return ColdGeneratorRow.Child(who, count);
    case [LoopbackServer.Argument]:
        return await LoopbackServer.ChildAsync();
    case [RealWaitRow.Argument]:
        return await RealWaitRow.ChildAsync();
    case [StartUpRow.Argument, var who]:
        return await StartUpRow.ChildAsync(who);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(QuickRun).Assembly).Run(args);
        return 0;
}
