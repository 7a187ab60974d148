// Everything that was generated on this machine, by the studio or by the command.

import { check, getJob } from "../api.js";
import { createCode } from "../code.js";
import { formatTime, h } from "../dom.js";
import { createJobCard } from "./card.js";
import { createThumb } from "./player.js";
import * as store from "./store.js";

const MovingThumbs = 24;
const filters = [["all", "All", () => true], ["open", "Under way", job => !job.is_end], ["done", "Done", job => job.state === "completed"], ["bad", "Failed", job => job.is_end && job.state !== "completed"]];
let chosen = "all";

export function showHistory(view) {
  const list = h("ul", { class: "history" });
  const note = h("p", { class: "found" });
  const buttons = filters.map(([name, label]) => h("button", { type: "button", class: "pill", "aria-pressed": "false", onclick: () => { chosen = name; show(); } }, label));
  const rows = new Map();

  function show() {
    const test = filters.find(([name]) => name === chosen)[2];
    const jobs = store.all();
    const fitting = jobs.filter(test);
    buttons.forEach((button, index) => button.setAttribute("aria-pressed", String(filters[index][0] === chosen)));
    note.textContent = jobs.length === 0 ? "Nothing was generated yet. Choose a model and begin."
      : store.count() > jobs.length ? `The latest ${jobs.length} of ${store.count()} jobs. evolink jobs list has all.` : `${fitting.length} ${fitting.length === 1 ? "job" : "jobs"}`;
    const elements = fitting.map((job, index) => row(job, index));
    // Rows that stay are not moved: whoever stands on one stays there.
    if (elements.length !== list.children.length || elements.some((element, index) => list.children[index] !== element)) list.replaceChildren(...elements);
  }

  function row(job, index) {
    const key = JSON.stringify([job.state, Math.round(job.progress), job.files.length, job.note]);
    const known = rows.get(job.job);
    if (known?.key === key) return known.element;
    const content = [
      createThumb(job, index < MovingThumbs),
      h("span", { class: "row-text" }, h("b", {}, job.model), h("span", { class: "row-summary" }, job.note ?? job.summary)),
      h("span", { class: "row-facts" }, h("span", { class: `state ${job.state}` }, job.is_end || job.progress === 0 ? job.state_text : `${job.state_text} ${Math.round(job.progress)} %`),
        h("span", {}, job.credits !== null ? `${job.credits} credits` : ""), h("time", { datetime: job.created_at }, formatTime(job.created_at))),
    ];
    if (known) {
      known.key = key;
      known.element.firstElementChild.replaceChildren(...content);
      return known.element;
    }
    const element = h("li", {}, h("a", { class: "row", href: `#/jobs/${encodeURIComponent(job.job)}` }, content));
    rows.set(job.job, { key, element });
    return element;
  }

  view.append(h("h1", {}, "History"), h("div", { class: "filters", role: "group", "aria-label": "Which jobs" }, buttons), note, list);
  const stop = store.listen(show);
  show();
  return stop;
}

export async function showJob(view, id) {
  const job = await getJob(id);
  store.put(job);
  const card = createJobCard(id, { isPage: true });
  const code = createCode();
  check(job.model, job.request).then(answer => code.show(answer.code), () => code.element.remove());
  view.append(
    h("nav", { class: "crumbs", "aria-label": "Where you are" }, h("a", { href: "#/jobs" }, "History"), " / ", h("span", {}, id)),
    h("h1", {}, job.model),
    job.summary ? h("p", { class: "lead" }, job.summary) : "",
    h("div", { class: "columns" }, card.element,
      h("aside", { class: "side" },
        h("dl", { class: "facts" }, fact("Job", id), fact("Task", job.task ?? "none yet"), fact("Most credits", job.max_credits ?? "no limit")),
        code.element)));
  return card.end;
}

const fact = (name, value) => [h("dt", {}, name), h("dd", {}, String(value))];
