using System.Net;
using System.Text.Json.Nodes;
using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Capabilities.Hierarchies;

/// <summary>Objects that a discriminator tells apart are records of their own at every depth, and each has its value from the start.</summary>
public sealed class HierarchyTests
{
    private static Consumer Own => Consumer.OfFile("Hierarchies/hierarchies.yaml", """
        public static async Task<string> Vehicles(EvolinkClient client) => string.Join(";", (await client.Vehicles.ListVehiclesAsync()).Select(vehicle => vehicle switch
        {
            Bike bike => $"bike {bike.Name}",
            Camper camper => $"camper {camper.Load}",
            DeliveryVan van => $"delivery {van.Name} {van.Doors} {van.Load} {van.Route}",
            Van van => $"van {van.Name} {van.Doors} {van.Load}",
            Car car => $"car {car.Name} {car.Doors}",
            UnknownVehicle unknown => $"unknown {unknown.Kind}",
            _ => "another",
        }));

        public static async Task<string> Figures(EvolinkClient client) => string.Join(";", (await client.Figures.ListFiguresAsync()).Select(figure => figure switch
        {
            Square square => $"square {square.Side} {square is Polygon}",
            Triangle triangle => $"triangle {triangle.A}",
            Open open => $"open {open.Ends} {open is Curve}",
            Closed closed => $"closed {closed.Area}",
            UnknownCurve curve => $"curve {curve.Course}",
            UnknownFigure unknown => $"unknown {unknown.Shape}",
            _ => figure.GetType().Name,
        }));

        public static Task Delivery(EvolinkClient client) => client.Vehicles.AddVehicleAsync(new DeliveryVanInput { Name = "d", Load = 3 });
        public static Task Camping(EvolinkClient client) => client.Vehicles.AddVehicleAsync(new CamperInput { Load = 1 });
        public static Task Van(EvolinkClient client) => client.Vehicles.AddVehicleAsync(new VanInput { Doors = 5 });
        public static Task FalseVan(EvolinkClient client) => client.Vehicles.AddVehicleAsync(new VanInput { Kind = "Car" });
        public static Task SquareOf(EvolinkClient client) => client.Figures.AddFigureAsync(new SquareInput { Side = 2 });
        public static Task ClosedOf(EvolinkClient client) => client.Figures.AddFigureAsync(new ClosedInput { Area = 1.5 });
        public static Task FalseCurve(EvolinkClient client) => client.Figures.AddFigureAsync(new ClosedInput { Shape = "Dot" });

        public static async Task<string> Saw(EvolinkClient client) =>
            await client.Tools.AddToolAsync(new SawInput { Name = "s", Teeth = 9 }) is Drill drill ? $"{drill.Sort} {drill.Watts} {drill.Sort == Sort.Drill}" : "";
        public static Task FalseSaw(EvolinkClient client) => client.Tools.AddToolAsync(new SawInput { Sort = "Drill", Teeth = 9 });
        public static async Task<string> FirstSaw(EvolinkClient client) => (await client.Tools.FirstSawAsync()).Teeth + "";
        """);

    [Fact]
    public async Task AGrandchild_IsReadAsItself_WithTheMembersOfAllAboveIt() => Assert.Equal(
        "van v 2 7;delivery d 4 8 north;car c 5;bike b;camper 9;unknown Ship",
        (await Own.RunAsync("Vehicles", () => Consumer.Json("""
            [{"kind":"Van","name":"v","doors":2,"load":7},{"name":"d","doors":4,"load":8,"route":"north","kind":"van"},{"kind":"Car","name":"c","doors":5},{"kind":"Bike","name":"b"},{"kind":"Camper","load":9},{"kind":"Ship"}]
            """))).Result);

    [Fact]
    public async Task AVariantThatHasVariants_IsABaseItself() => Assert.Equal(
        "Dot;square 2 True;triangle 3;open 2 True;closed 1.5;curve Knot;unknown cube",
        (await Own.RunAsync("Figures", () => Consumer.Json("""
            [{"shape":"dot"},{"shape":"square","side":2},{"shape":"triangle","a":3},{"shape":"Curve","course":"Open","ends":2},
             {"shape":"Curve","course":"Closed","area":1.5},{"shape":"Curve","course":"Knot"},{"shape":"cube"}]
            """))).Result);

    [Theory]
    [InlineData("Delivery", """{"kind":"van","name":"d","load":3}""")]
    [InlineData("Van", """{"kind":"Van","doors":5}""")]
    [InlineData("Camping", """{"kind":"Camper","load":1}""")]
    [InlineData("SquareOf", """{"shape":"square","side":2}""")]
    [InlineData("ClosedOf", """{"shape":"Curve","course":"Closed","area":1.5}""")]
    public async Task EachDiscriminator_HasItsValueFromTheStart(string method, string body)
    {
        string sent = (await Own.SendAsync(method, static () => new HttpResponseMessage(HttpStatusCode.NoContent))).Body!;

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(body), JsonNode.Parse(sent)), sent);
    }

    [Theory]
    [InlineData("FalseVan", "kind: must be 'Van', not 'Car'.")]
    [InlineData("FalseCurve", "shape: must be 'Curve', not 'Dot'.")]
    [InlineData("FalseSaw", "sort: must be 'Saw', not 'Drill'.")]
    public async Task AnotherValue_IsNotSent(string method, string says) =>
        Assert.Contains(says, (await Assert.ThrowsAsync<EvolinkValidationException>(() => Own.RunAsync(method))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task AnEnum_IsPresetLikeAText()
    {
        (object? result, IReadOnlyList<Sent> sent) = await Own.RunAsync("Saw", () => Consumer.Json("""{"sort":"Drill","watts":700}"""));

        Assert.Equal("Drill 700 True", result);
        Assert.Contains("\"sort\":\"Saw\"", Assert.Single(sent).Body!, StringComparison.Ordinal);
        Assert.Equal("12", (await Own.RunAsync("FirstSaw", () => Consumer.Json("""{"teeth":12}"""))).Result);
    }
}
