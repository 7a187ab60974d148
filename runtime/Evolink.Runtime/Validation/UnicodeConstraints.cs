using System.ComponentModel;
using System.Text.Json;
using Evolink.Runtime.Json;

namespace Evolink;

/// <summary>What every text of a request has to be, whatever else its specification says.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class UnicodeConstraints
{
    extension(ref SchemaValidationContext context)
    {
        /// <summary>A text is Unicode: half of a surrogate pair would be sent as U+FFFD.</summary>
        public void WellFormed(string? value, string member = "", string jsonName = "")
        {
            if (!UnicodeText.IsValid(value) && context.Fails())
            {
                context.Describe(member, jsonName, UnicodeText.Problem);
            }
        }

        /// <summary>A text is Unicode: half of a surrogate pair would be sent as U+FFFD.</summary>
        public void WellFormed(Uri? value, string member = "", string jsonName = "") => context.WellFormed(value?.OriginalString, member, jsonName);

        /// <summary>Any JSON: all of its texts and names are Unicode, and it is not nested more than 256 levels deep.</summary>
        public void WellFormed(JsonElement? value, string member = "", string jsonName = "")
        {
            if (value is not { ValueKind: not JsonValueKind.Undefined } found)
            {
                return;
            }

            if (!UnicodeText.IsValid(found) && context.Fails())
            {
                context.Describe(member, jsonName, UnicodeText.Problem);
            }

            if (!JsonDepth.HasRoom(found) && context.Fails())
            {
                context.Describe(member, jsonName, $"must not be {JsonDepth.Problem}");
            }
        }

        /// <summary>A map: its names are Unicode. Nothing is allocated for a <see cref="Dictionary{TKey, TValue}"/>.</summary>
        public void WellFormed<T>(IReadOnlyDictionary<string, T>? members, string member = "", string jsonName = "") =>
            context.PropertyNames(members, member, jsonName, static (string name, ref SchemaValidationContext context) => context.WellFormed(name, "", ""));

        /// <summary>A map of any JSON: its names and values.</summary>
        public void WellFormed(IReadOnlyDictionary<string, JsonElement>? members, string member = "", string jsonName = "")
        {
            context.WellFormed<JsonElement>(members, member, jsonName);
            context.AdditionalProperties(members, member, jsonName, static (JsonElement value, ref SchemaValidationContext context) => context.WellFormed(value, "", ""));
        }
    }
}
