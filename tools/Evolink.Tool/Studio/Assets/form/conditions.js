// What one value demands of another: which of the sentences apply to the values as they are.

/** Whether a value meets a schema, of the keywords that conditions are written in. */
export function matches(schema, value) {
  if (typeof schema === "boolean") return schema;
  return Object.entries(schema).every(([keyword, wanted]) => {
    const test = tests[keyword];
    // What is not known here applies to nothing; the check of the whole request knows it.
    return test ? test(wanted, value) : false;
  });
}

const isObject = value => value !== null && typeof value === "object" && !Array.isArray(value);
const isEqual = (a, b) => JSON.stringify(a) === JSON.stringify(b);

const tests = {
  type: () => true,
  required: (names, value) => !isObject(value) || names.every(name => value[name] !== undefined),
  properties: (members, value) => !isObject(value) || Object.entries(members).every(([name, schema]) => value[name] === undefined || matches(schema, value[name])),
  const: (wanted, value) => isEqual(wanted, value),
  enum: (wanted, value) => wanted.some(one => isEqual(one, value)),
  minItems: (least, value) => !Array.isArray(value) || value.length >= least,
  maxItems: (most, value) => !Array.isArray(value) || value.length <= most,
  minimum: (least, value) => typeof value !== "number" || value >= least,
  maximum: (most, value) => typeof value !== "number" || value <= most,
  not: (schema, value) => !matches(schema, value),
  allOf: (schemas, value) => schemas.every(schema => matches(schema, value)),
  anyOf: (schemas, value) => schemas.some(schema => matches(schema, value)),
  oneOf: (schemas, value) => schemas.filter(schema => matches(schema, value)).length === 1,
};

/** The conditions with whether each applies now. */
export function evaluate(conditions, request) {
  return conditions.map(condition => {
    const object = condition.path ? condition.path.split(".").reduce((value, name) => value?.[name], request) : request;
    return { ...condition, applies: object !== undefined && (condition.when === null || matches(condition.when, object)) };
  });
}
