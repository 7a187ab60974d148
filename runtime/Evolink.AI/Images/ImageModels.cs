namespace Evolink.Images;

/// <summary>The models that make images, by their ids.</summary>
internal static class ImageModels
{
    /// <exception cref="ArgumentException">There is no such model, or it makes something else.</exception>
    public static ModelInfo Find(string id)
    {
        ModelInfo? model = EvolinkModels.Find(id);
        if (model is { Kind: ModelKind.Image }) return model;
        throw new ArgumentException(model is null
            ? $"There is no model '{id}'. EvolinkModels.All lists all of them; those of kind Image make images."
            : $"The model '{id}' makes no images: it is of kind {model.Kind}. EvolinkModels.All lists all models; those of kind Image make images.");
    }
}
