// A form of a model's parameters, made from the catalogue alone.

import { h, withCode } from "../dom.js";
import { evaluate } from "./conditions.js";
import { createChoice, createJson, createMixed, createNumber, createText } from "./controls.js";
import { createField, isChoice } from "./field.js";
import { createList, createObject, createVariants } from "./groups.js";
import { createMedia } from "./media.js";

/** The control for a field, by what it takes. */
export function createControl(field, context, path) {
  const types = field.types;
  const isShaped = field.variants?.some(variant => variant.fields || variant.items);
  if (field.media || field.items?.media) return createMedia(field, context, path);
  if (isShaped) return createVariants(field, context, path);
  if (field.fields) return createObject(field.fields, context, path);
  if (types.length === 1 && types[0] === "array" && field.items) return createList(field, context, path);
  if (isChoice(field)) return createChoice(field, context.changed);
  if (types.length > 1 || field.variants) return createMixed(field, context.changed);
  if (types[0] === "integer" || types[0] === "number") return createNumber(field, context.changed);
  if (types[0] === "string") return createText(field, context.changed);
  return createJson(field, context.changed);
}

/**
 * @param model the model as the server describes it
 * @param changed called after every change
 */
export function createForm(model, changed) {
  const all = [];
  const uploads = new Set();
  const context = {
    model: model.id, changed, uploads,
    create(field, path) {
      const control = createControl(field, context, path);
      const isWide = Boolean(field.media || field.items || field.fields || control.isLong || field.variants?.some(variant => variant.fields));
      const made = createField(field, control, { path, isGroup: Boolean(control.isGroup), isWide });
      made.path = path;
      made.element.addEventListener("focusout", event => {
        if (made.element.contains(event.relatedTarget)) return;
        made.isTouched = true;
        changed();
      });
      all.push(made);
      return made;
    },
  };

  const root = createObject(model.fields, context, "");
  const inputs = root.members.filter(member => isInput(member));
  const extras = root.members.filter(member => !inputs.includes(member) && isExtra(member.field));
  const settings = root.members.filter(member => !inputs.includes(member) && !extras.includes(member));
  const rules = h("ul", { class: "all-rules" });
  const element = h("form", { class: "form", novalidate: true, autocomplete: "off", "aria-label": `Request to ${model.id}` },
    section("Input", inputs),
    section("Settings", settings),
    extras.length > 0 && h("details", { class: "section more" }, h("summary", {}, "More"), h("div", { class: "fields" }, extras.map(member => member.element))),
    model.conditions.length > 0 && h("details", { class: "section more" }, h("summary", {}, `${model.conditions.length} ${model.conditions.length === 1 ? "rule" : "rules"} between these values`), rules));

  return {
    element, uploads,
    get: () => root.get() ?? {},
    set: value => root.set(value),
    /** Counts, advice and what applies now, without asking anybody. */
    refresh() {
      const value = root.get() ?? {};
      root.refresh(value);
      const conditions = evaluate(model.conditions, value);
      rules.replaceChildren(...conditions.map(one => h("li", { class: one.applies ? "applies" : undefined }, withCode(one.text))));
      for (const one of all) one.showRules(conditions.filter(condition => condition.when !== null && condition.fields.includes(one.path)));
    },
    /** @returns what belongs to no field */
    show: (problems, isLoud) => root.show(problems, "", isLoud),
    focus(path) {
      const fitting = all.filter(one => one.path === path || path.startsWith(`${one.path}.`) || path.startsWith(`${one.path}[`));
      const found = fitting.sort((a, b) => b.path.length - a.path.length)[0];
      found?.element.closest("details")?.setAttribute("open", "");
      found?.element.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
      found?.focus();
    },
  };
}

const section = (title, members) => members.length > 0 && h("section", { class: "section", "aria-label": title }, h("h2", {}, title), h("div", { class: "fields" }, members.map(member => member.element)));

/** What a request is about: files and texts. */
const isInput = member => Boolean(member.field.media || member.field.items?.media || member.control.isLong);

/** Addresses that the service calls, which a page has no use for. */
const isExtra = field => field.format === "uri" && !field.media && !field.required;
