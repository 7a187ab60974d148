using Microsoft.Extensions.AI;

namespace Evolink.Images;

/// <summary>The images that a request changes, as addresses that the service can fetch.</summary>
internal static class OriginalImages
{
    /// <summary>Stands for an image in a check that comes before its upload.</summary>
    private static readonly Uri s_uploaded = new("https://files.evolink.ai/uploaded");

    /// <exception cref="ArgumentException">One of them is no image.</exception>
    public static IReadOnlyList<Uri> GetPlaceholders(IReadOnlyList<AIContent> images) => [.. images.Select(static image => image switch
    {
        UriContent address => address.Uri,
        DataContent data when data.HasTopLevelMediaType("image") => s_uploaded,
        DataContent data => throw new ArgumentException($"An image to change is of the type '{data.MediaType}', which is no image."),
        _ => throw new ArgumentException($"An image to change is a {image?.GetType().Name ?? "null"}, and must be a DataContent (its bytes) or a UriContent (a web address)."),
    })];

    public static async Task<IReadOnlyList<Uri>> UploadAsync(EvolinkClient client, IReadOnlyList<AIContent> images, CancellationToken cancellationToken)
    {
        List<Uri> addresses = [];
        foreach (AIContent image in images)
        {
            addresses.Add(image is DataContent data ? await UploadAsync(client, data, cancellationToken).ConfigureAwait(false) : ((UriContent)image).Uri);
        }

        return addresses;
    }

    private static async Task<Uri> UploadAsync(EvolinkClient client, DataContent image, CancellationToken cancellationToken)
    {
        using MemoryStream content = new(image.Data.ToArray(), writable: false);
        UploadedFile file = await client.Files.UploadAsync(content, image.Name ?? ImageFormat.FileName(image.MediaType), cancellationToken: cancellationToken).ConfigureAwait(false);
        return file.Url;
    }
}
