using System.Text.Json.Nodes;
using Evolink.Simulation;

namespace Evolink;

/// <content>Faults of a response's content.</content>
public partial record Fault
{
    /// <summary>The request is carried out, and the bytes of its response are edited before they are sent whole.</summary>
    /// <param name="name">What the edit does, for whoever reads the fault in a log.</param>
    /// <param name="edit">Makes the bytes to send of the bytes of the response. An edit of a create keeps the task's id, since the ledger counts the whole response as sent.</param>
    public static Fault Edited(string name, Func<byte[], byte[]> edit)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(edit);
        return new EditedResponse(name, edit);
    }

    /// <summary>The same for a response that is a JSON object: members are added, removed or become something else.</summary>
    /// <param name="name"><inheritdoc cref="Edited(string, Func{byte[], byte[]})" path="/param[@name='name']"/></param>
    /// <param name="edit">Edits the object. Whatever else is answered is sent as it is.</param>
    public static Fault Edited(string name, Action<JsonObject> edit)
    {
        ArgumentNullException.ThrowIfNull(edit);
        return Edited(name, body =>
        {
            if (JsonNode.Parse(body) is not JsonObject json) return body;
            edit(json);
            return JsonResponse.Bytes(json);
        });
    }
}
