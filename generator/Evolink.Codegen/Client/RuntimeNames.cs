namespace Evolink.Codegen.Client;

/// <summary>The runtime's public types: no generated type in the runtime's own namespace can have their names. A test compares.</summary>
internal static class RuntimeNames
{
    public static readonly string[] Types =
    [
        "ApiCall", "ApiDescriptor", "ApiField", "ApiKeyLocation", "ApiOperation", "ApiPipeline", "ApiResponsePipeline",
        "ArrayConstraints", "CallbackUrlAttribute", "CombinationConstraints", "DownloadOptions", "DownloadProgress",
        "EcmaPattern", "EvolinkApiException", "EvolinkCallbackException", "EvolinkCanceledException", "EvolinkClientBase",
        "EvolinkConnectionException", "EvolinkDownloadException", "EvolinkErrorKind", "EvolinkException", "EvolinkHosting",
        "EvolinkOptions", "EvolinkOutcomeUnknownException", "EvolinkResponse", "EvolinkResponseException",
        "EvolinkTaskException", "EvolinkTaskFailedException", "EvolinkTaskTimeoutException", "EvolinkValidationException",
        "FileParts", "FormatConstraints", "GenerationOutcome", "GenerationRequest", "GenerationRequestConverter",
        "GenerationStatus", "GenerationStatusJsonConverter", "GenerationTask", "IEnumValue", "IFileModel", "IJsonModel", "IOptionalValue",
        "IValidatable", "ItemCountAttribute", "JsonModelConverter", "JsonModelResolver", "JsonModelWriter", "JsonParts",
        "JsonRead", "JsonText", "JsonTypes", "JsonValueReader", "JsonValueWriter", "JsonWrite", "KnownValuesAttribute",
        "LenientMembers", "LenientRead", "MediaUrlAttribute", "ModelContent", "ModelValidation", "NumberConstraints",
        "NumberRangeAttribute", "ObjectConstraints", "OptionalValue", "ParameterStyle", "PatternAttribute", "PollingOptions",
        "RequestOptions", "RequestPhase", "RequestTypes", "RequiredValueAttribute", "SchemaValidationContext",
        "StringConstraints", "StringFormat", "SubmitRetry", "SubschemaValidator", "TaskMembers", "TextLengthAttribute",
        "UnicodeConstraints", "UploadFile", "ValueConstraints",
    ];
}
