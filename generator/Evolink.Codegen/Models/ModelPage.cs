using Evolink.Codegen.Types;

namespace Evolink.Codegen.Models;

/// <summary>What a document says of a request that may create tasks: the part of it that people and programs choose models by.</summary>
/// <param name="Request">The type of the request.</param>
/// <param name="Kind">What its path says that it makes.</param>
/// <param name="Title">The operation's summary, else the document's title.</param>
/// <param name="Summary">What the document says of itself, else of the operation.</param>
/// <param name="DocsUrl">The page that describes it; empty where there is none.</param>
/// <param name="Schema">The request as JSON Schema that stands alone.</param>
/// <param name="Example">A request as JSON; empty where the document has none.</param>
internal sealed record ModelPage(TypeId Request, string Path, MediaProduct Kind, string Title, string Summary, string DocsUrl, string Schema, string Example);

/// <summary>What a model makes.</summary>
internal enum MediaProduct
{
    Other,
    Image,
    Video,
    Audio,
}
