Console.WriteLine(new Library.GoodRequest { Material = "marble" });
