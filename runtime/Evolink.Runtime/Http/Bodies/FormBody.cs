using System.Text;
using System.Text.Json;
using Evolink.Runtime.Http.Parameters;
using Evolink.Runtime.Json;

namespace Evolink.Runtime.Http.Bodies;

/// <summary>A form, <c>application/x-www-form-urlencoded</c>.</summary>
internal sealed class FormBody(JsonBody value, IReadOnlyList<ApiField> fields) : RequestBody
{
    public override void Validate() => value.Validate();

    public override PreparedBody Prepare()
    {
        using JsonDocument json = JsonDocument.Parse(value.Write(), JsonDepth.Unlimited);
        IEnumerable<string> pairs = json.RootElement.EnumerateObject().SelectMany(Pairs);
        return new("application/x-www-form-urlencoded", Encoding.UTF8.GetBytes(string.Join('&', pairs)));
    }

    private IEnumerable<string> Pairs(JsonProperty member)
    {
        ApiField field = FormFields.Find(fields, member.Name);
        return field.ToPairs(member.Value, field.AllowReserved ? ParameterText.KeepReserved : ParameterText.Escaped)
            .Select(pair => pair.Key + "=" + pair.Value);
    }
}
