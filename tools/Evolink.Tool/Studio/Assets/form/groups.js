// Controls that hold others: objects, lists, and values of one of several shapes.

import { h, humanize, icon, newId } from "../dom.js";
import { isUnder } from "./field.js";
import { createControl } from "./form.js";

const join = (path, name) => path ? `${path}.${name}` : name;

/** The members of an object. */
export function createObject(fields, context, path) {
  const members = fields.map(field => context.create(field, join(path, field.name)));
  let others = {};
  return {
    members,
    element: h("div", { class: "members" }, members.map(member => member.element)),
    isGroup: true,
    get() {
      const value = { ...others };
      for (const member of members) {
        const one = member.get();
        if (one !== undefined) value[member.field.name] = one;
      }
      return Object.keys(value).length === 0 ? undefined : value;
    },
    set(value) {
      const isObject = value !== null && typeof value === "object";
      for (const member of members) member.set(isObject ? value[member.field.name] : undefined);
      // What a request has that the form does not know is not lost; the check says what it thinks of it.
      others = isObject ? Object.fromEntries(Object.entries(value).filter(([name]) => name !== "model" && !members.some(member => member.field.name === name))) : {};
    },
    refresh(value) {
      for (const member of members) member.refresh(value?.[member.field.name]);
    },
    show: (problems, at, isLoud) => members.reduce((left, member) => member.show(left, join(at, member.field.name), isLoud), problems),
  };
}

/** Items that are added and removed. */
export function createList(field, context, path) {
  const itemField = { ...field.items, name: field.items.name || "item" };
  let items = [];
  const list = h("ol", { class: "items" });
  const add = h("button", { type: "button", class: "quiet", onclick: () => { append(undefined); context.changed(); items.at(-1).focus(); } }, icon("plus"), `Add ${humanize(singular(field.name)).toLowerCase()}`);

  function append(value) {
    const control = createControl(itemField, context, path);
    control.set(value);
    const title = h("span", { class: "item-title" });
    const label = control.inputId && control.describe;
    const remove = h("button", {
      type: "button", class: "quiet round",
      onclick: () => {
        items = items.filter(one => one !== item);
        item.element.remove();
        number();
        context.changed();
        (items.at(-1)?.remove ?? add).focus();
      },
    }, icon("close", "Remove"));
    const problem = h("p", { class: "problem", hidden: true });
    const item = {
      control, title, remove, label, problem,
      element: h("li", { class: "item" }, h("div", { class: "item-head" }, title, remove), control.element, problem),
      focus: () => control.element.matches("input, textarea, select") ? control.element.focus() : control.element.querySelector("input, textarea, select, button")?.focus(),
    };
    items.push(item);
    list.append(item.element);
    number();
  }

  function number() {
    items.forEach((item, index) => {
      const text = `${humanize(singular(field.name))} ${index + 1}`;
      item.title.textContent = text;
      item.label?.setAttribute("aria-label", text);
      item.remove.setAttribute("aria-label", `Remove ${text}`);
    });
    add.disabled = field.maxItems !== undefined && items.length >= field.maxItems;
  }

  return {
    element: h("div", { class: "list" }, list, add), isGroup: true, focusTarget: add,
    get() {
      const values = items.map(item => item.control.get() ?? (itemField.fields ? {} : undefined)).filter(value => value !== undefined);
      return values.length === 0 ? undefined : values;
    },
    set(value) {
      items = [];
      list.replaceChildren();
      for (const one of Array.isArray(value) ? value : []) append(one);
      number();
    },
    refresh(value) {
      items.forEach((item, index) => item.control.refresh?.(value?.[index]));
    },
    show(problems, at, isLoud) {
      let left = problems;
      items.forEach((item, index) => {
        const place = `${at}[${index}]`;
        let own = left.filter(one => isUnder(one.path, place));
        left = left.filter(one => !isUnder(one.path, place));
        if (item.control.show) own = item.control.show(own, place, isLoud);
        item.problem.hidden = own.length === 0;
        item.problem.textContent = own.map(one => one.text).join(" ");
      });
      return left;
    },
  };
}

const singular = name => name.endsWith("ies") ? `${name.slice(0, -3)}y` : name.endsWith("s") ? name.slice(0, -1) : name;

/** A value of one of several shapes: first which, then what. */
export function createVariants(field, context, path) {
  const variants = field.variants.map((variant, index) => ({ field: { ...variant, name: field.name }, label: variant.description || variant.limits || `Kind ${index + 1}` }));
  const id = newId();
  const select = h("select", { id, "aria-label": `Kind of ${humanize(field.name)}` }, h("option", { value: "" }, "–"), variants.map((variant, index) => h("option", { value: String(index) }, variant.label)));
  const place = h("div", {});
  let control = null;

  function choose(index) {
    select.value = index === undefined ? "" : String(index);
    control = index === undefined ? null : createControl(variants[index].field, context, path);
    place.replaceChildren(...(control ? [control.element] : []));
  }

  select.addEventListener("change", () => { choose(select.value === "" ? undefined : Number(select.value)); context.changed(); });
  return {
    element: h("div", { class: "variants" }, select, place), isGroup: true,
    get: () => control?.get(),
    set(value) {
      const index = value === undefined ? undefined : Math.max(0, variants.findIndex(variant => fits(variant.field, value)));
      choose(index);
      control?.set(value);
    },
    refresh: value => control?.refresh?.(value),
    show: (problems, at, isLoud) => control?.show ? control.show(problems, at, isLoud) : problems,
  };
}

function fits(field, value) {
  const type = Array.isArray(value) ? "array" : value === null ? "null" : typeof value;
  if (!field.types.some(one => one === type || (one === "integer" && Number.isInteger(value)))) return false;
  return type !== "object" || (field.fields ?? []).every(member => !member.required || value[member.name] !== undefined);
}
