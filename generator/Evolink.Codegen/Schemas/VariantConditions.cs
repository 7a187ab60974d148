using System.Collections.Generic;

namespace Evolink.Codegen.Schemas;

/// <summary>One of the conditions under which a value is of a variant.</summary>
internal abstract record VariantCondition;

/// <summary>An object has a member, or a member with one of these values.</summary>
/// <param name="JsonName">The member.</param>
/// <param name="Values">The values, all of one kind; none where its presence is enough.</param>
/// <param name="MayBeAbsent">Whether an object without the member meets the condition too.</param>
internal sealed record MemberCondition(string JsonName, IReadOnlyList<DiscriminatorValue> Values, bool MayBeAbsent = false) : VariantCondition;

/// <summary>The first item of an array that is not null is of one of these kinds.</summary>
/// <param name="Kinds">The kinds.</param>
/// <param name="MayBeEmpty">Whether an array without such an item meets the condition too.</param>
internal sealed record FirstItemCondition(JsonKinds Kinds, bool MayBeEmpty) : VariantCondition;
