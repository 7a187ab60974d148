// One job as it gets on: its progress, then its results.

import { getJob, post } from "../api.js";
import { announce, formatSpan, formatTime, h, icon } from "../dom.js";
import { createResults } from "./player.js";
import * as store from "./store.js";

export function createJobCard(id, { isPage = false } = {}) {
  const body = h("div", { class: "job-body" });
  const element = h("article", { class: "job", "data-job": id, "aria-label": `Job ${id}` }, body);
  let shown = "";
  let data;

  function show() {
    const job = store.find(id);
    if (!job) return;
    element.dataset.state = job.state;
    // A player that plays is left alone by what changes nothing.
    const key = JSON.stringify([job.state, job.note, job.files, job.can_fetch, data !== undefined]);
    if (key !== shown) {
      shown = key;
      body.replaceChildren(createHead(job, isPage), ...createMiddle(job), createFoot(job));
      if (job.state === "completed" && job.files.length === 0 && !job.can_fetch && data === undefined) loadData();
    }
    const bar = body.querySelector("progress");
    if (bar && job.progress > 0) bar.value = job.progress;
    const share = body.querySelector(".share");
    if (share) share.textContent = job.progress > 0 ? `${Math.round(job.progress)} %` : "";
    const time = body.querySelector(".elapsed");
    if (time) time.textContent = elapsed(job);
  }

  /** Some models make no file: then what they say is the result. */
  async function loadData() {
    data = null;
    try {
      data = (await getJob(id)).data ?? null;
    } catch {
      return;
    }
    if (data !== null) shown = "";
    show();
  }

  function createMiddle(job) {
    if (!job.is_end) return [h("div", { class: "progress" }, h("progress", job.progress > 0 ? { max: 100, value: job.progress, "aria-label": "Progress" } : { max: 100, "aria-label": "Progress" }), h("span", { class: "share" })), job.note && h("p", { class: "notice" }, job.note)].filter(Boolean);
    if (job.state === "outcome_unknown") return [h("p", { class: "notice bad" }, job.note), createResolution()];
    if (job.state !== "completed") return [h("p", { class: "notice bad" }, job.note)];
    if (job.files.length > 0) return [createResults(job.files)];
    if (job.can_fetch) return [h("p", { class: "notice" }, "Its files are still at the service, for 24 hours.")];
    return data ? [h("pre", { class: "code", tabIndex: 0, "aria-label": "Result" }, JSON.stringify(data, null, 2))] : [];
  }

  function createFoot(job) {
    return h("div", { class: "job-foot" },
      job.can_fetch && h("button", { type: "button", class: "quiet", onclick: event => act(event.currentTarget, "fetch") }, icon("download"), "Fetch the files"),
      job.can_cancel && h("button", { type: "button", class: "quiet", onclick: event => act(event.currentTarget, "cancel") }, icon("close"), "Cancel"),
      h("a", { class: "quiet", href: `#/models/${encodeURIComponent(job.model)}?again=${encodeURIComponent(id)}` }, icon("again"), "Again with changes"),
      !isPage && h("a", { class: "quiet", href: `#/jobs/${encodeURIComponent(id)}` }, "Details"));
  }

  /** Only a person can find out what became of it. */
  function createResolution() {
    const task = h("input", { type: "text", placeholder: "Its task, as your account names it", "aria-label": "Task", autocomplete: "off" });
    return h("div", { class: "resolution" }, task,
      h("button", { type: "button", class: "quiet", onclick: event => act(event.currentTarget, "resolve", { task: task.value }) }, "Go on with this task"),
      h("button", { type: "button", class: "quiet", onclick: event => act(event.currentTarget, "resolve", {}) }, "Give it up"));
  }

  async function act(button, what, body) {
    button.disabled = true;
    try {
      store.put(await post(`/api/jobs/${encodeURIComponent(id)}/${what}`, body), true);
    } catch (problem) {
      announce(problem.message);
      body.append(h("p", { class: "notice bad" }, problem.message));
    } finally {
      button.disabled = false;
    }
  }

  const stop = store.listen(job => { if (!job || job.job === id) show(); });
  const timer = setInterval(() => { if (!store.find(id)?.is_end) show(); }, 1000);
  show();
  return { element, end: () => { stop(); clearInterval(timer); } };
}

function createHead(job, isPage) {
  return h("div", { class: "job-head" },
    h("span", { class: `state ${job.state}` }, job.state_text),
    !isPage && h("span", { class: "job-model" }, job.model),
    h("span", { class: "job-facts" },
      h("span", { class: "elapsed" }, elapsed(job)),
      job.credits !== null && h("span", {}, `${job.credits} credits`),
      h("time", { datetime: job.created_at }, formatTime(job.created_at))));
}

const elapsed = job => formatSpan((job.ended_at ? Date.parse(job.ended_at) : Date.now()) - Date.parse(job.submitted_at ?? job.created_at));
