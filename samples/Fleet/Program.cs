// Jobs on a cluster: silos that drive them, and a client that enqueues them. The service is the simulator. Each line is a terminal of its own:
//
//   dotnet run --project samples/Fleet -- service            the simulator, and what it charges
//   dotnet run --project samples/Fleet -- silo               a silo; start as many as you like, and kill one with kill -9
//   dotnet run --project samples/Fleet -- silo
//   dotnet run --project samples/Fleet -- client 200         200 jobs, and how they end
//
//   dotnet run -c Release --project samples/Fleet -- measure starts all of it, kills, and prints the table of docs/scale.md
//
// PostgreSQL and Redis are where ConnectionStrings__Jobs and ConnectionStrings__Redis say; docs/scale.md shows how to start both.

using System.Globalization;
using FleetSample;
using FleetSample.Measuring;

Surroundings surroundings = Surroundings.Read();
return args switch
{
    ["service"] => await Service.RunAsync(surroundings),
    ["silo"] => await SiloHost.RunAsync(surroundings),
    ["client", var count] when int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out int jobs) => await Client.RunAsync(surroundings, jobs),
    ["measure", .. var what] => await Measurements.RunAsync(surroundings, what),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Usage: Fleet service | silo | client <jobs> | measure [takeover] [jobs] [history]");
    return 2;
}
