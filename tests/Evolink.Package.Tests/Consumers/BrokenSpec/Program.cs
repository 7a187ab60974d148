using BrokenSpec;

Console.WriteLine(new GoodRequest { Material = "marble" });
