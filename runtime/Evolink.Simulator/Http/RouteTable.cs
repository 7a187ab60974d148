namespace Evolink.Simulation;

/// <summary>Every route: those of the specs, and those that the API has whatever specs there are.</summary>
internal sealed class RouteTable
{
    private readonly List<Route> _routes = [];

    public RouteTable(IReadOnlyList<SpecOperation> operations, SimulatorOptions options, TaskStore tasks, Account account, FileStore files, CallbackSender? callbacks)
    {
        FamilyTable families = new(operations);
        TaskFactory factory = new(options, account, families, callbacks);
        Lock creating = new(); // one account pays for all
        foreach (IGrouping<(string Method, string Shape), SpecOperation> group in operations.GroupBy(static operation => (operation.Method, operation.Path.Shape)))
        {
            SpecOperation first = group.First();
            PlayedFamily[] played = [.. families.All.Where(family => group.Contains(family.Query) || (family.Content is { } content && group.Contains(content)))];
            PathTemplate path = first.Path with { TakesRest = played.Any(family => family.Query == first && family.Spec.KeepsSlashes) };
            IEndpoint endpoint = first switch
            {
                _ when played.Length > 0 => new FamilyEndpoint(played, first, path, tasks),
                { Method: "POST" } when first.ReturnsTask || families.Find(first) is not null => new CreateEndpoint([.. group], factory, creating, options.HonoursIdempotencyKeys),
                { Method: "GET", ReturnsTask: true, Path.EndsInParameter: true } => new QueryEndpoint(tasks),
                _ => new SampleEndpoint(first),
            };
            _routes.Add(new Route(first.Method, path, endpoint, first));
        }

        Put("GET", "/v1/tasks/{task_id}", new QueryEndpoint(tasks));
        Put("GET", "/v1/tasks", new ListEndpoint(tasks));
        Put("POST", "/v1/tasks/batch", new BatchEndpoint(tasks));
        Put("GET", "/v1/credits", new CreditsEndpoint(account));
        PutFiles(files, tasks, new UploadLimits(options));
        Put("GET", "/web/api/models/pricing", new PriceListEndpoint(operations, options), needsKey: false);
        if (!_routes.Exists(static route => route.Path.Shape.Length == 0)) _routes.Add(new Route("GET", new PathTemplate("/"), new IndexEndpoint(operations, tasks, account), null) { NeedsKey = false });
        _routes.Add(new Route("GET", ResultEndpoint.Path, new ResultEndpoint(tasks, options.ResultsLiveFor), null) { NeedsKey = false });

        // Of two that match, the one with more fixed segments is meant: /v1/tasks/batch is no task.
        _routes.Sort(static (left, right) => left.Path.Parameters.CompareTo(right.Path.Parameters));
    }

    /// <exception cref="RefusedException">Nothing answers here.</exception>
    public Route Find(string method, string path)
    {
        List<Route> there = _routes.FindAll(route => route.Path.Matches(path));
        if (there.Count == 0) throw new RefusedException(ApiError.UnknownRoute(method, path));
        return there.Find(route => Answers(route, method)) ?? throw new RefusedException(ApiError.WrongMethod(method, path));
    }

    public RequestKind KindOf(string method, string path) =>
        _routes.Find(route => Answers(route, method) && route.Path.Matches(path))?.Endpoint.Kind ?? RequestKind.Other;

    // HTTP has HEAD wherever GET is; the server leaves the body out.
    private static bool Answers(Route route, string method) => route.Method == (method == "HEAD" ? "GET" : method);

    private void PutFiles(FileStore files, TaskStore tasks, UploadLimits limits)
    {
        Put("POST", "/api/v1/files/upload/stream", new UploadStreamEndpoint(files, limits));
        Put("POST", "/api/v1/files/upload/url", new UploadUrlEndpoint(files, tasks));
        Put("POST", "/api/v1/files/upload/base64", new UploadBase64Endpoint(files, limits));
        Put("GET", "/api/v1/files/list", new FileListEndpoint(files));
        Put("GET", "/api/v1/files/quota", new FileQuotaEndpoint(files));
        Put("DELETE", "/api/v1/files/{file_id}", new DeleteFileEndpoint(files));
        _routes.Add(new Route("GET", StoredFileEndpoint.Path, new StoredFileEndpoint(files), null) { NeedsKey = false });
    }

    /// <summary>What the simulator lives by goes before a spec's mere example of it; the spec's errors stay.</summary>
    private void Put(string method, string path, IEndpoint endpoint, bool needsKey = true)
    {
        PathTemplate template = new(path);
        int described = _routes.FindIndex(route => route.Method == method && route.Path.Shape == template.Shape);
        if (described < 0) _routes.Add(new Route(method, template, endpoint, null) { NeedsKey = needsKey });
        else _routes[described] = _routes[described] with { Endpoint = endpoint, NeedsKey = needsKey };
    }
}
