// One model: its form, what a request costs, its code, and the jobs that come of it.

import { check, getJob, getModel, post } from "./api.js";
import { createCode } from "./code.js";
import { announce, debounce, h, humanize, icon, withCode } from "./dom.js";
import { createForm } from "./form/form.js";
import { createJobCard } from "./jobs/card.js";
import * as store from "./jobs/store.js";

// What was typed is still there when somebody comes back from another view.
const drafts = new Map();

export async function showModel(view, id, parameters) {
  const model = await getModel(id);
  const form = createForm(model, () => { form.refresh(); ask(); });
  const code = createCode();
  const cost = h("b", { id: "cost" }, "…");
  const costReason = h("span", { class: "cost-reason" });
  const cap = h("input", { id: "max-credits", type: "number", min: "0", step: "any", inputmode: "decimal", placeholder: "no limit" });
  const send = h("button", { type: "submit", class: "primary", id: "generate" }, icon("play"), "Generate");
  const verdict = h("div", { class: "verdict", id: "verdict" });
  const began = h("div", { class: "began" });
  const cards = [];
  let isLoud = false, press = null, isSending = false, last = 0;

  async function run() {
    const turn = ++last;
    const request = form.get();
    let answer;
    try {
      answer = await check(model.id, request);
    } catch (problem) {
      if (turn === last) verdict.replaceChildren(h("p", { class: "notice bad" }, problem.message));
      return null;
    }
    // What is shown is the latest; a press of the button goes by what was there when it was pressed.
    if (turn === last) show(answer);
    return { answer, request };
  }

  const ask = debounce(run, 150);
  cap.addEventListener("input", ask);

  /** A field, or the limit, that holds what it cannot give: it would be left out, and the request be another one. */
  const findUnreadable = () => [...form.element.elements, cap].find(control => control.validity?.badInput || control.validity?.customError || (control === cap && !control.validity.valid));
  const explainUnreadable = control => `${control === cap ? "Most credits: " : ""}${control.validationMessage}`;

  function show({ problems, cost: expected, code: texts }) {
    const rest = form.show(problems, isLoud);
    code.show(texts);
    cost.textContent = expected.text;
    costReason.textContent = expected.reason;
    const waiting = form.uploads.size;
    const unreadable = isLoud && findUnreadable();
    verdict.className = `verdict${unreadable ? " bad" : problems.length === 0 ? " good" : isLoud ? " bad" : ""}`;
    verdict.replaceChildren(
      unreadable ? h("p", {}, explainUnreadable(unreadable))
        : waiting > 0 ? h("p", {}, `Waiting for ${waiting === 1 ? "an upload" : `${waiting} uploads`} …`)
        : problems.length === 0 ? h("p", {}, "The request is valid.")
        : h("p", {}, problems.length === 1 ? "One value is missing or wrong:" : `${problems.length} values are missing or wrong:`),
      !unreadable && waiting === 0 && problems.length > 0 ? h("ul", {}, problems.slice(0, 8).map(problem => h("li", {},
        problem.path && !rest.includes(problem) ? h("button", { type: "button", class: "link", onclick: () => form.focus(problem.path) }, problem.path) : problem.path && h("code", {}, problem.path),
        problem.path ? ": " : "", problem.text))) : "");
  }

  async function begin(event) {
    event?.preventDefault();
    if (isSending) return;
    isSending = true;
    send.disabled = true;
    try {
      await Promise.allSettled([...form.uploads]);
      isLoud = true;
      const unreadable = findUnreadable();
      if (unreadable) {
        const problem = explainUnreadable(unreadable);
        verdict.className = "verdict bad";
        verdict.replaceChildren(h("p", {}, problem));
        announce(problem);
        unreadable.focus();
        return;
      }
      const checked = await run();
      if (!checked) return;
      if (!checked.answer.valid) {
        const first = checked.answer.problems.find(problem => problem.path);
        announce(`${checked.answer.problems.length} values are not valid. ${checked.answer.problems[0].path} ${checked.answer.problems[0].text}`);
        if (first) form.focus(first.path);
        return;
      }
      const body = { model: model.id, request: checked.request, max_credits: cap.value === "" ? null : Number(cap.value) };
      const text = JSON.stringify(body);
      // The same press again, after an answer that got lost, is the same job.
      if (press?.text !== text) press = { text, key: `studio-${crypto.randomUUID()}` };
      let job;
      try {
        job = await post("/api/jobs", { ...body, key: press.key });
      } catch (problem) {
        if (!problem.isLost) press = null;
        verdict.className = "verdict bad";
        verdict.replaceChildren(h("p", {}, problem.message));
        announce(problem.message);
        return;
      }
      press = null;
      store.put(job);
      const card = createJobCard(job.job);
      cards.push(card);
      began.prepend(card.element);
      card.element.scrollIntoView({ block: "nearest" });
      announce(`Sent to ${model.id}.`);
    } finally {
      isSending = false;
      send.disabled = false;
    }
  }

  form.element.id = "request";
  send.setAttribute("form", "request");
  form.element.addEventListener("submit", begin);
  // Enter in a field is no press of the button: what follows is paid for.
  form.element.addEventListener("keydown", event => {
    if (event.key === "Enter" && event.target.matches("input:not([type=file])")) event.preventDefault();
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) begin();
  });

  const fill = request => { form.set(request); form.refresh(); return run(); };
  view.append(
    h("nav", { class: "crumbs", "aria-label": "Where you are" }, h("a", { href: "#/" }, "Models"), " / ", h("span", {}, model.id)),
    h("div", { class: "model-head" },
      h("span", { class: `card-kind ${model.kind}` }, icon(model.kind), humanize(model.kind)),
      h("h1", {}, model.title),
      h("p", { class: "lead" }, withCode(model.summary)),
      h("p", { class: "links" },
        model.example && h("button", { type: "button", class: "quiet", id: "fill-example", onclick: () => fill(model.example) }, "Fill in the example"),
        h("button", { type: "button", class: "quiet", onclick: () => { isLoud = false; fill({}); } }, "Start over"),
        model.docs_url && h("a", { class: "quiet", href: model.docs_url, target: "_blank", rel: "noreferrer noopener" }, "The vendor's page"))),
    h("div", { class: "columns" },
      form.element,
      h("aside", { class: "side", "aria-label": "Send" },
        h("div", { class: "send" },
          h("div", { class: "cost" }, h("span", {}, "Cost: "), cost, costReason),
          h("div", { class: "cap" }, h("label", { for: "max-credits" }, "Most credits"), cap),
          send, verdict),
        began, code.element)));

  const again = parameters.get("again");
  await fill(again ? (await getJob(again)).request : drafts.get(id) ?? {});
  // What a job has cost is what the next one will probably cost.
  const stop = store.listen(job => { if (job?.is_end && job.model === model.id) ask(); });
  return () => {
    drafts.set(id, form.get());
    stop();
    cards.forEach(card => card.end());
  };
}
