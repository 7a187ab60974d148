// The frame of a field: its name, what it takes, advice, what is wrong with it.

import { h, humanize, newId, withCode } from "../dom.js";

/**
 * Every control has an element, get() (undefined where nothing is chosen), set(value), and show(problems, path), which takes the problems of
 * its place out of a list.
 */
export function createField(field, control, { path, isGroup = false, isWide = false } = {}) {
  const id = control.inputId ?? newId();
  const helpId = `${id}-help`, problemId = `${id}-problem`;
  const label = humanize(field.name);
  const head = h("div", { class: "field-head" },
    isGroup ? h("span", { class: "label", id: `${id}-label` }, label) : h("label", { class: "label", for: id }, label),
    field.required && h("span", { class: "needed" }, "needed"),
    h("code", { class: "field-name" }, field.name));
  const limits = field.media?.text ?? shortLimits(field);
  const help = h("div", { class: "help", id: helpId },
    field.description && h("p", {}, withCode(field.description)),
    limits && h("p", { class: "limits" }, limits));
  const counter = h("span", { class: "counter" });
  const advice = h("ul", { class: "advice" });
  const rules = h("ul", { class: "rules" });
  const problem = h("p", { class: "problem", id: problemId, hidden: true });
  const element = h("div", { class: `field${isWide ? " wide" : ""}`, "data-path": path }, head, help, control.element, h("div", { class: "field-foot" }, advice, counter), rules, problem);
  const target = control.describe ?? control.element;
  target.setAttribute("aria-describedby", `${helpId} ${problemId}`);
  if (isGroup) {
    target.setAttribute("role", target.getAttribute("role") ?? "group");
    target.setAttribute("aria-labelledby", `${id}-label`);
  }

  return {
    field, element, control,
    get: control.get,
    set: control.set,
    refresh(value) {
      counter.textContent = countText(field, value);
      counter.classList.toggle("over", isOver(field, value));
      advice.replaceChildren(...(field.advice ?? []).filter(one => applies(one, value)).map(one => h("li", {}, one.text)));
      control.refresh?.(value);
    },
    showRules(conditions) {
      rules.replaceChildren(...conditions.filter(one => one.applies).map(one => h("li", {}, withCode(one.text))));
    },
    show(problems, at, isLoud) {
      const own = [];
      const rest = [];
      for (const one of problems) (isUnder(one.path, at) ? own : rest).push(one);
      const left = control.show ? control.show(own, at, isLoud) : own;
      const texts = left.map(one => one.path === at ? one.text : `${one.path.slice(at.length).replace(/^\./, "")}: ${one.text}`);
      const isShown = texts.length > 0 && (isLoud || this.isTouched);
      problem.hidden = !isShown;
      problem.textContent = isShown ? texts.map(text => text.charAt(0).toUpperCase() + text.slice(1)).join(" ") : "";
      element.classList.toggle("bad", isShown);
      target.setAttribute("aria-invalid", String(isShown));
      return rest;
    },
    isTouched: false,
    focus: () => (control.focusTarget ?? element.querySelector("input, textarea, select, button"))?.focus(),
  };
}

export const isUnder = (path, at) => path === at || path.startsWith(`${at}.`) || path.startsWith(`${at}[`);

/** What is not said by the control itself: the names of values stand on its buttons. */
function shortLimits(field) {
  const facts = [];
  const range = (least, most, unit) => least === undefined && most === undefined ? null
    : least === most ? `${least}${unit}` : least === undefined ? `at most ${most}${unit}` : most === undefined ? `at least ${least}${unit}` : `${least} to ${most}${unit}`;
  facts.push(range(field.minimum, field.maximum, ""));
  if (field.multipleOf !== undefined && field.multipleOf !== 1) facts.push(`a multiple of ${field.multipleOf}`);
  facts.push(range(field.minLength, field.maxLength, " characters"));
  facts.push(range(field.minItems, field.maxItems, (field.maxItems ?? field.minItems) === 1 ? " item" : " items"));
  if (field.default !== undefined && !isChoice(field)) facts.push(`default ${typeof field.default === "string" ? field.default : JSON.stringify(field.default)}`);
  return facts.filter(fact => fact !== null).join(", ");
}

export const isChoice = field => (field.enum?.length ?? 0) > 0 || (field.types.length === 1 && field.types[0] === "boolean");

function countText(field, value) {
  if (typeof value === "string" && field.maxLength !== undefined) return `${[...value].length} / ${field.maxLength}`;
  if (Array.isArray(value) && field.maxItems !== undefined && field.maxItems > 1) return `${value.length} / ${field.maxItems}`;
  return "";
}

const isOver = (field, value) => (typeof value === "string" && [...value].length > field.maxLength) || (Array.isArray(value) && value.length > field.maxItems);

/** Advice is given once a value does not keep to it; what has no bound here is always worth reading. */
function applies(advice, value) {
  const bounds = [advice.minLength, advice.maxLength, advice.minItems, advice.maxItems, advice.minimum, advice.maximum];
  if (bounds.every(bound => bound === undefined)) return true;
  if (typeof value === "string") return [...value].length > (advice.maxLength ?? Infinity) || (value.length > 0 && [...value].length < (advice.minLength ?? 0));
  if (typeof value === "number") return value > (advice.maximum ?? Infinity) || value < (advice.minimum ?? -Infinity);
  if (Array.isArray(value)) return value.length > (advice.maxItems ?? Infinity) || value.length < (advice.minItems ?? 0);
  return false;
}
