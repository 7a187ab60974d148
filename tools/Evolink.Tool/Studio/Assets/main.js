// Starts the page, and shows the view that the address names.

import { get } from "./api.js";
import { announce, h } from "./dom.js";
import { showGallery } from "./gallery.js";
import { showHistory, showJob } from "./jobs/history.js";
import * as store from "./jobs/store.js";
import { showModel } from "./model.js";

// The token has done its work: it stays in no history and in no picture of the screen.
if (location.search) history.replaceState(null, "", location.pathname + location.hash);

const main = document.getElementById("main");
let leave = () => {};
let shown = 0;

async function show(isFirst) {
  const turn = ++shown;
  leave();
  leave = () => {};
  const [path, query] = location.hash.replace(/^#/, "").split("?");
  const parts = path.split("/").filter(part => part.length > 0).map(decodeURIComponent);
  const parameters = new URLSearchParams(query);
  const route = parts[0] === "jobs" ? "jobs" : "models";
  for (const link of document.querySelectorAll("[data-route]")) {
    if (link.dataset.route === route) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  const view = h("div", { class: "view" });
  try {
    const end = parts[0] === "models" && parts[1] ? await showModel(view, parts[1], parameters)
      : parts[0] === "jobs" && parts[1] ? await showJob(view, parts[1])
      : parts[0] === "jobs" ? showHistory(view)
      : await showGallery(view, parameters);
    if (turn !== shown) return end?.();
    leave = end ?? leave;
  } catch (problem) {
    view.replaceChildren(h("h1", {}, "That did not work"), h("p", { class: "notice bad" }, problem.message));
  }
  if (turn !== shown) return;
  main.replaceChildren(view);
  const title = view.querySelector("h1");
  document.title = `${title?.textContent ?? "Models"} – EvoLink Studio`;
  window.scrollTo(0, 0);
  // Whoever uses a keyboard or listens goes on at the new view, and not at the link that led to it.
  if (!isFirst && title) {
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
  }
}

function countOpen() {
  const open = store.openCount();
  const count = document.getElementById("open-count");
  count.hidden = open === 0;
  count.textContent = open;
  count.setAttribute("aria-label", `${open} under way`);
}

store.listen(job => {
  countOpen();
  if (job?.is_end && Date.now() - Date.parse(job.ended_at) < 60000) announce(`${job.model} is ${job.state_text}.`);
});
// A file that misses its field would take the page's place.
for (const kind of ["dragover", "drop"]) window.addEventListener(kind, event => event.preventDefault());
window.addEventListener("hashchange", () => show(false));
document.querySelector(".skip").addEventListener("click", event => {
  event.preventDefault();
  main.focus();
});
get("/api/session").then(session => document.getElementById("simulated").hidden = !session.simulated, () => {});
store.connect();
show(true);
