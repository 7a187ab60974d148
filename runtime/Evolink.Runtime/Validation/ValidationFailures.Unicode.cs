using System.Text.Json;
using Evolink.Runtime.Json;

namespace Evolink;

/// <content>What every text of a request has to be, whatever else its specification says.</content>
public partial struct ValidationFailures
{
    /// <summary>A text is Unicode: half of a surrogate pair would be sent as U+FFFD.</summary>
    public void WellFormed(string? value, string member, string jsonName)
    {
        if (!UnicodeText.IsValid(value) && Fails())
        {
            Describe(member, jsonName, UnicodeText.Problem);
        }
    }

    /// <inheritdoc cref="WellFormed(string?, string, string)"/>
    public void WellFormed(Uri? value, string member, string jsonName) => WellFormed(value?.OriginalString, member, jsonName);

    /// <summary>Any JSON: all of its texts and names are Unicode, and it is not nested more than 256 levels deep.</summary>
    public void WellFormed(JsonElement? value, string member, string jsonName)
    {
        if (value is not { ValueKind: not JsonValueKind.Undefined } found)
        {
            return;
        }

        if (!UnicodeText.IsValid(found) && Fails())
        {
            Describe(member, jsonName, UnicodeText.Problem);
        }

        if (!JsonDepth.HasRoom(found) && Fails())
        {
            Describe(member, jsonName, $"must not be {JsonDepth.Problem}");
        }
    }

    /// <summary>A map: its names are Unicode. Nothing is allocated for a <see cref="Dictionary{TKey, TValue}"/>.</summary>
    public void WellFormed<T>(IReadOnlyDictionary<string, T>? members, string member, string jsonName) =>
        EachKey(members, member, jsonName, static (string name, ref ValidationFailures failures) => failures.WellFormed(name, "", ""));

    /// <summary>A map of any JSON: its names and values.</summary>
    public void WellFormed(IReadOnlyDictionary<string, JsonElement>? members, string member, string jsonName)
    {
        WellFormed<JsonElement>(members, member, jsonName);
        EachValue(members, member, jsonName, static (JsonElement value, ref ValidationFailures failures) => failures.WellFormed(value, "", ""));
    }
}
