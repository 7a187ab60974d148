// Controls for single values: text, numbers, choices, and JSON for what has no form.

import { h, newId } from "../dom.js";

const LongText = 200;

export function createText(field, changed) {
  const id = newId();
  const isLong = field.format === undefined && (field.maxLength === undefined ? /prompt|text|lyrics|description/.test(field.name) : field.maxLength > LongText);
  const placeholder = typeof field.example === "string" ? field.example : undefined;
  const input = isLong
    ? h("textarea", { id, rows: field.maxLength > 1000 || field.maxLength === undefined ? "4" : "2", placeholder })
    : h("input", { id, type: field.format === "uri" ? "url" : "text", placeholder, autocomplete: "off" });
  input.addEventListener("input", changed);
  return {
    inputId: id, element: input, describe: input, isLong,
    get: () => input.value === "" ? undefined : input.value,
    set: value => { input.value = value ?? ""; },
  };
}

export function createNumber(field, changed) {
  const id = newId();
  const isWhole = field.types.includes("integer");
  const step = field.multipleOf ?? (isWhole ? 1 : "any");
  const input = h("input", { id, type: "number", inputmode: isWhole ? "numeric" : "decimal", min: text(field.minimum), max: text(field.maximum), step: String(step), placeholder: text(field.default ?? field.example) });
  const isBounded = field.minimum !== undefined && field.maximum !== undefined && field.maximum - field.minimum <= 10000;
  // The slider is another way to the same value: whoever uses the keyboard has the field.
  const slider = isBounded && h("input", { type: "range", min: text(field.minimum), max: text(field.maximum), step: String(step === "any" ? (field.maximum - field.minimum) / 100 : step), tabIndex: -1, "aria-hidden": "true" });
  const follow = () => { if (slider) slider.value = input.value === "" ? field.default ?? field.minimum : input.value; };
  input.addEventListener("input", () => { follow(); changed(); });
  if (slider) slider.addEventListener("input", () => { input.value = slider.value; changed(); });
  follow();
  return {
    inputId: id, describe: input, element: h("div", { class: "number" }, input, slider),
    get: () => input.value === "" ? undefined : Number(input.value),
    set: value => { input.value = value ?? ""; follow(); },
  };
}

const text = value => value === undefined ? undefined : String(value);

/** Buttons that are pressed and let go: nothing pressed leaves the choice to the service. */
export function createChoice(field, changed, values = field.types[0] === "boolean" ? [true, false] : field.enum) {
  const mostButtons = 8;
  return values.length > mostButtons ? createSelect(field, values, changed) : createPills(field, values, changed);
}

const name = value => value === true ? "yes" : value === false ? "no" : String(value);

function createPills(field, values, changed) {
  let chosen;
  const buttons = values.map(value => h("button", {
    type: "button", class: "pill", "aria-pressed": "false",
    onclick: () => { control.set(Object.is(chosen, value) ? undefined : value); changed(); },
  }, name(value), field.default === value && h("span", { class: "default" }, "default")));
  const control = {
    element: h("div", { class: "pills" }, buttons), isGroup: true,
    get: () => chosen,
    set: value => {
      chosen = values.includes(value) ? value : undefined;
      buttons.forEach((button, index) => {
        button.setAttribute("aria-pressed", String(Object.is(chosen, values[index])));
        button.classList.toggle("is-default", chosen === undefined && field.default === values[index]);
      });
    },
  };
  control.set(undefined);
  return control;
}

function createSelect(field, values, changed) {
  const id = newId();
  const select = h("select", { id }, h("option", { value: "" }, field.default !== undefined ? `${name(field.default)} (default)` : "–"), values.map((value, index) => h("option", { value: String(index) }, name(value))));
  select.addEventListener("change", changed);
  return {
    inputId: id, element: select, describe: select,
    get: () => select.value === "" ? undefined : values[Number(select.value)],
    set: value => { select.value = values.includes(value) ? String(values.indexOf(value)) : ""; },
  };
}

/** A value of one of several kinds: a number or one of some words. */
export function createMixed(field, changed) {
  const id = newId(), listId = `${id}-values`;
  const values = [...(field.enum ?? []), ...(field.variants ?? []).flatMap(variant => variant.enum ?? [])];
  const isNumeric = field.types.some(type => type === "number" || type === "integer");
  const input = h("input", { id, type: "text", list: listId, autocomplete: "off", placeholder: text(field.default ?? field.example) });
  input.addEventListener("input", changed);
  const ranges = (field.variants ?? []).map(variant => variant.limits).filter(limits => limits.length > 0);
  return {
    inputId: id, describe: input,
    element: h("div", {}, input, h("datalist", { id: listId }, values.map(value => h("option", { value: String(value) }))), ranges.length > 1 && h("p", { class: "limits" }, ranges.join("; or "))),
    get: () => {
      if (input.value === "") return undefined;
      const listed = values.find(value => String(value) === input.value);
      if (listed !== undefined) return listed;
      return isNumeric && input.value.trim() !== "" && Number.isFinite(Number(input.value)) ? Number(input.value) : input.value;
    },
    set: value => { input.value = value === undefined ? "" : String(value); },
  };
}

/** What no form can be made of. */
export function createJson(field, changed) {
  const id = newId();
  const input = h("textarea", { id, rows: "4", class: "code-input", spellcheck: "false", placeholder: field.example === undefined ? "JSON" : JSON.stringify(field.example, null, 2) });
  const problem = h("p", { class: "problem", hidden: true });
  input.addEventListener("input", changed);
  const parse = () => {
    try {
      return { value: input.value.trim() === "" ? undefined : JSON.parse(input.value) };
    } catch (unreadable) {
      return { problem: unreadable.message };
    }
  };
  return {
    inputId: id, describe: input, element: h("div", {}, input, problem),
    get: () => parse().value,
    set: value => { input.value = value === undefined ? "" : JSON.stringify(value, null, 2); },
    refresh: () => {
      const unreadable = parse().problem;
      problem.hidden = !unreadable;
      problem.textContent = unreadable ? `This is no JSON: ${unreadable}` : "";
      input.setCustomValidity(problem.textContent);
    },
  };
}
