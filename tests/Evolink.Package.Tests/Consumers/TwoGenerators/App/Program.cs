using App;

Console.WriteLine($"{Menu.Json} by {Menu.MadeWith}");
Console.WriteLine(new GoodRequest { Material = "marble" }.Material);
