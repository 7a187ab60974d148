using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Client;
using Evolink.Codegen.Operations;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Emitting;

/// <summary>Writes the call of an operation: its parameters, its body, and how its answer is read.</summary>
internal static class CallEmitter
{
    /// <param name="method">The method that makes the call.</param>
    /// <param name="api">The class that holds the operations.</param>
    /// <param name="rules">What stands before the names of the rules of bodies.</param>
    public static string Call(MethodModel method, string api, string rules)
    {
        string body = method.Body is null ? "" : Body(method.Body, method.EventSwitch);
        string check = BodyValidation.Has(method) ? $".Check(request, {rules}{BodyValidation.Name(method)})" : "";
        string checks = string.Concat(method.Parameters.Where(BodyValidation.Has)
            .Select(parameter => $".Check({CSharp.Name(parameter.Name)}, {rules}{BodyValidation.Name(method, parameter)})"));
        return $"new {TypeNames.Runtime}ApiCall({api}.{method.Operation}){Accept(method)}{string.Concat(method.Parameters.Select(Parameter))}{body}{checks}{check}";
    }

    /// <summary>The runtime's method for the kind of answer, and what it needs to read it.</summary>
    public static (string Method, string Reader) Send(MethodModel method) => method switch
    {
        { ResponseKind: ResponseKind.Text } => ("SendTextAsync", ""),
        { ResponseKind: ResponseKind.Stream } => ("SendStreamAsync", ""),
        { ResponseKind: ResponseKind.Location } => ("SendLocationAsync", ""),
        { ResponseKind: ResponseKind.OptionalLocation } => ("SendOptionalLocationAsync", ""),
        { ResponseKind: ResponseKind.Events, Response: null } => ("StreamAsync", ""),
        { ResponseKind: ResponseKind.Events, Response: { IsValueType: true, Kind: not TypeKind.Json } type } => ("StreamValuesAsync", $", {JsonExpressions.LenientReader(type)}"),
        { ResponseKind: ResponseKind.Events, Response: { } type } => ($"StreamAsync<{TypeNames.Format(type)}>", $", {JsonExpressions.LenientReader(type)}"),
        { ResponseKind: ResponseKind.Content, Response: null } => ("SendContentAsync", ""),
        { ResponseKind: ResponseKind.Content, Response: { } type } =>
            ($"SendContentAsync<{ContentType(type)}>", $", {JsonExpressions.LenientReader(type.Kind == TypeKind.Json ? type.Nullable(false) : type)}"),
        { Response: { IsNullable: true, Kind: TypeKind.List or TypeKind.Map } type } =>
            ($"SendOptionalAsync<{TypeNames.Core(type)}>", $", {JsonExpressions.LenientReader(type)}"),
        { Response: { IsNullable: true } type } => ("SendOptionalAsync", OptionalReader(type)),
        { Response: { IsValueType: true, Kind: not TypeKind.Json } type } => ("SendValueAsync", $", {JsonExpressions.LenientReader(type)}"),
        { Response: { Kind: TypeKind.List or TypeKind.Map } type } => ($"SendAsync<{TypeNames.Format(type)}>", $", {JsonExpressions.LenientReader(type)}"),
        { Response: { } type } => ("SendAsync", $", {JsonExpressions.LenientReader(type)}"),
        _ => ("SendAsync", ""),
    };

    /// <summary>The type of the answer; null where it has none.</summary>
    public static string? Result(MethodModel method) => method.ResponseKind switch
    {
        ResponseKind.Text => "string",
        ResponseKind.Stream => "global::System.IO.Stream",
        ResponseKind.Location => "global::System.Uri",
        ResponseKind.OptionalLocation => "global::System.Uri?",
        ResponseKind.Events => method.Response is { } data ? TypeNames.Format(data) : "global::System.Net.ServerSentEvents.SseItem<string>",
        ResponseKind.Content => TypeNames.Runtime + "EvolinkContent" + (method.Response is { } json ? $"<{ContentType(json)}>" : ""),
        _ => method.Response is { } response ? TypeNames.Format(response) : null,
    };

    /// <summary>What is a value may be unset, where something else came; a reference is null then anyway.</summary>
    private static string ContentType(TypeRef type) => TypeNames.Format(type.Nullable(type.IsValueType && type.Kind != TypeKind.Json));

    private static string Accept(MethodModel method) =>
        method.HasChoice ? $".Accept(accept{(method.Accept is { } usual ? $" ?? {CSharp.Quote(usual)}" : "")})"
        : method.Accept is { } only ? $".Accept({CSharp.Quote(only)})"
        : "";

    private static string OptionalReader(TypeRef type) =>
        $", {JsonExpressions.LenientReader(type.Nullable(type.Kind == TypeKind.Json))}";

    private static string Parameter(ParameterSpec parameter)
    {
        string name = CSharp.Name(parameter.Name);
        if (parameter.Form is not { } form)
        {
            string value = parameter.Type.Kind is TypeKind.Value or TypeKind.Status ? $"{name}{(parameter.Type.IsNullable ? "?" : "")}.ToString()" : name;
            return $".{parameter.Location}({CSharp.Quote(parameter.JsonName)}, {value})";
        }

        var arguments = new List<string> { CSharp.Quote(parameter.JsonName), name, Writer(parameter.Type) };
        if (form.Style != ParameterForms.Default(parameter.Location))
        {
            arguments.Add($"{TypeNames.Runtime}ParameterStyle.{form.Style}");
        }

        if (form.Explode is { } explode)
        {
            arguments.Add($"explode: {(explode ? "true" : "false")}");
        }

        if (form.AllowReserved)
        {
            arguments.Add("allowReserved: true");
        }

        return $".{parameter.Location}({string.Join(", ", arguments)})";
    }

    private static string Body(BodySpec body, string? eventSwitch)
    {
        var arguments = new List<string> { eventSwitch is null ? "request" : $"request with {{ {eventSwitch} = true }}" };
        if (body.Kind is MediaKind.Json or MediaKind.Form or MediaKind.Multipart && body.Type.Kind is not (TypeKind.Model or TypeKind.Value))
        {
            arguments.Add(Writer(body.IsRequired ? body.Type : body.Type.Nullable()));
        }

        if (!body.IsRequired)
        {
            arguments.Add("isOptional: true");
        }

        (string method, string usual) = body.Kind switch
        {
            MediaKind.Json => ("Json", "application/json"),
            MediaKind.Form => ("Form", body.MediaType),
            MediaKind.Multipart => ("Multipart", body.MediaType),
            MediaKind.Text => ("Text", "text/plain"),
            _ => ("Binary", "application/octet-stream"),
        };
        if (body.Choices.Count > 0)
        {
            arguments.Add("mediaType: contentType");
        }
        else if (body.MediaType != usual)
        {
            arguments.Add($"mediaType: {CSharp.Quote(body.MediaType)}");
        }

        return $".{method}({string.Join(", ", arguments)})";
    }

    private static string Writer(TypeRef type) => type is { Kind: TypeKind.Json, IsNullable: true }
        ? $"{TypeNames.Runtime}JsonWrite.NullableElement"
        : JsonExpressions.ItemWriter(type);
}
