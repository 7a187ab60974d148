// All models, with a search and filters.

import { listModels } from "./api.js";
import { announce, debounce, h, humanize, icon, withCode } from "./dom.js";

// What was searched for is still there when somebody comes back.
const wish = { text: "", kind: "", inputs: new Set() };

export async function showGallery(view) {
  const { models, kinds, inputs } = await listModels();
  const search = h("input", { type: "search", id: "search", placeholder: "Search all models", autocomplete: "off", spellcheck: "false", "aria-label": "Search", "aria-keyshortcuts": "/" });
  search.value = wish.text;
  const found = h("p", { class: "found", id: "found" });
  const grid = h("ul", { class: "gallery" });

  const kindButtons = ["", ...kinds].map(kind => h("button", {
    type: "button", class: "pill", "aria-pressed": String(wish.kind === kind), "data-kind": kind,
    onclick: () => { wish.kind = wish.kind === kind ? "" : kind; update(); },
  }, kind ? [icon(kind), humanize(kind)] : "All"));
  const inputButtons = inputs.map(input => h("button", {
    type: "button", class: "pill", "aria-pressed": String(wish.inputs.has(input)), "data-input": input,
    onclick: () => { wish.inputs.has(input) ? wish.inputs.delete(input) : wish.inputs.add(input); update(); },
  }, icon(input), input));

  const cards = models.map(model => ({ model, name: `${model.id} ${model.title}`.toLowerCase(), text: `${model.id} ${model.title} ${model.summary}`.toLowerCase(), element: createCard(model) }));

  function update() {
    const words = wish.text.toLowerCase().split(/\s+/).filter(word => word.length > 0);
    const fitting = cards.filter(({ model, text }) => (!wish.kind || model.kind === wish.kind)
      && [...wish.inputs].every(input => model.takes.includes(input))
      && words.every(word => text.includes(word)));
    // What is called so comes before what only speaks of it.
    const rank = ({ name }) => words.every(word => name.includes(word)) ? 0 : 1;
    fitting.sort((a, b) => rank(a) - rank(b));
    grid.replaceChildren(...fitting.map(card => card.element));
    for (const button of kindButtons) button.setAttribute("aria-pressed", String(wish.kind === button.dataset.kind));
    for (const button of inputButtons) button.setAttribute("aria-pressed", String(wish.inputs.has(button.dataset.input)));
    const text = fitting.length === models.length ? `${models.length} models` : fitting.length === 0 ? "No model fits. Take fewer words or filters." : `${fitting.length} of ${models.length} models`;
    found.textContent = text;
    tell();
  }

  const tell = debounce(() => announce(found.textContent), 600);
  search.addEventListener("input", () => { wish.text = search.value; update(); });
  const shortcut = event => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.target.closest("input, textarea, select")) return;
    event.preventDefault();
    search.focus();
  };
  document.addEventListener("keydown", shortcut);

  view.append(
    h("div", { class: "intro" },
      h("h1", {}, "What would you like to make?"),
      h("div", { class: "search" }, search),
      h("div", { class: "filters" },
        h("div", { role: "group", "aria-label": "What the model makes" }, h("span", { class: "filter-name" }, "Makes"), kindButtons),
        h("div", { role: "group", "aria-label": "What the model takes" }, h("span", { class: "filter-name" }, "Takes"), inputButtons))),
    found, grid);
  update();
  return () => document.removeEventListener("keydown", shortcut);
}

function createCard(model) {
  return h("li", {}, h("a", { class: `card ${model.kind}`, href: `#/models/${encodeURIComponent(model.id)}` },
    h("span", { class: "card-kind" }, icon(model.kind), humanize(model.kind)),
    h("b", {}, model.title),
    h("span", { class: "card-id" }, model.id),
    h("span", { class: "card-text" }, withCode(model.summary)),
    h("span", { class: "card-takes" }, model.takes.map(input => h("span", {}, icon(input), input)))));
}
