// A request as code, to be copied.

import { announce, h, icon } from "./dom.js";

const languages = [["csharp", "C#"], ["curl", "curl"], ["json", "JSON"]];
let chosen = "csharp";

export function createCode() {
  const texts = {};
  const output = h("code", {});
  const panel = h("pre", { class: "code", id: "code-panel", role: "tabpanel", tabIndex: 0 }, output);
  const tabs = languages.map(([language, name]) => h("button", {
    type: "button", role: "tab", "aria-controls": "code-panel", "data-language": language,
    onclick: () => choose(language),
    onkeydown: event => {
      const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
      if (step === 0) return;
      const index = languages.findIndex(([one]) => one === language);
      const next = (index + step + languages.length) % languages.length;
      choose(languages[next][0]);
      tabs[next].focus();
    },
  }, name));
  const copy = h("button", { type: "button", class: "quiet copy", onclick: copyText }, icon("copy"), h("span", {}, "Copy"));

  async function copyText() {
    const label = copy.querySelector("span");
    try {
      await navigator.clipboard.writeText(texts[chosen] ?? "");
      label.textContent = "Copied";
      announce("Copied.");
    } catch {
      // Without the right to the clipboard the text is at least chosen.
      getSelection().selectAllChildren(output);
      label.textContent = "Press Ctrl+C";
    }
    setTimeout(() => { label.textContent = "Copy"; }, 2000);
  }

  function choose(language) {
    chosen = language;
    for (const tab of tabs) {
      const isChosen = tab.dataset.language === chosen;
      tab.setAttribute("aria-selected", String(isChosen));
      tab.tabIndex = isChosen ? 0 : -1;
    }
    panel.setAttribute("aria-label", languages.find(([one]) => one === chosen)[1]);
    output.textContent = (texts[chosen] ?? "").trimEnd();
  }

  choose(chosen);
  return {
    element: h("section", { class: "code-box", "aria-label": "The request as code" }, h("div", { class: "code-head" }, h("div", { role: "tablist", "aria-label": "Language" }, tabs), copy), panel),
    show(code) {
      Object.assign(texts, code);
      choose(chosen);
    },
  };
}
