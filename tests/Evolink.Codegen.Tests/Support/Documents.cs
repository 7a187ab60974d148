namespace Evolink.Codegen.Tests.Support;

internal static class Documents
{
    /// <summary>A document that uses what vendors' documents use, traps included.</summary>
    public const string Typical = """
        openapi: 3.1.0
        info:
          title: some-model-v3 API
          description: >-
            Makes videos

            - in **asynchronous** mode, see [tasks](/en/tasks)
          license:
            name: MIT
          version: 1.0.0
        x-evolink-conventions: true
        servers:
          - url: https://api.example.com
            description: Production
        security:
          - bearerAuth: []
        tags:
          - name: Video Generation
            description: Video endpoints
        paths:
          /v1/videos/generations/{region}:
            post:
              tags: [Video Generation]
              summary: Makes a video
              operationId: createVideoGeneration
              parameters:
                - name: region
                  in: path
                  required: true
                  schema: {type: string, enum: [eu, us, on, 16:9]}
                  example: eu
              requestBody:
                required: true
                content:
                  application/json:
                    schema:
                      $ref: '#/components/schemas/VideoGenerationRequest'
                    examples:
                      basic:
                        summary: Basic
                        value: {model: some-model-v3, seed: 4294967295, nullable: true}
              responses:
                '200':
                  description: Created
                  content:
                    application/json:
                      schema: {$ref: '#/components/schemas/VideoGenerationResponse'}
                default:
                  description: Failed
                  content:
                    application/json:
                      schema: {$ref: '#/components/schemas/ErrorResponse'}
                      example: {error: {code: invalid_request}}
        components:
          schemas:
            VideoGenerationRequest:
              type: object
              required: [model]
              properties:
                model: {type: string, enum: [some-model-v3], default: some-model-v3}
                seed: {type: [integer, 'null'], minimum: 0, maximum: 4294967295}
                duration: {oneOf: [{type: integer}, {type: string, const: auto}]}
                callback_url: {type: string, format: uri, nullable: true}
                model_params:
                  type: object
                  additionalProperties: false
                  properties:
                    voices: {type: object, propertyNames: {pattern: '^image[1-9]\d*$'}, additionalProperties: {type: string}}
              x-evolink-max-items-total: [{of: [image_urls], max: 5}]
            VideoGenerationResponse:
              type: object
              properties:
                id: {type: string}
                status: {type: string, enum: [pending, completed]}
                cause: {$ref: '#/components/schemas/ErrorResponse'}
            ErrorResponse:
              type: object
              properties:
                error: {type: object, properties: {code: {type: string}}}
          securitySchemes:
            bearerAuth:
              type: http
              scheme: bearer
              bearerFormat: API Key
              description: |-
                ## All endpoints need a key

                ```
                Authorization: Bearer YOUR_API_KEY
                ```
        """;
}
