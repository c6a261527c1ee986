"use strict";
(() => {
  const form = document.querySelector("form");
  if (!form) return;
  const findings = Array.from(document.querySelectorAll(".finding"));
  const told = document.getElementById("told");
  const words = findings.map((finding) => finding.textContent.toLocaleLowerCase());
  const filter = () => {
    const severities = new Set(Array.from(form.querySelectorAll("input[type=checkbox]:checked"), (box) => box.value));
    const family = form.elements.family.value;
    const sought = form.elements.text.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    findings.forEach((finding, n) => {
      const kind = finding.classList.contains("suppressed") ? "suppressed" : finding.dataset.severity;
      const fits = severities.has(kind) && (!family || finding.dataset.family === family) &&
        sought.every((word) => words[n].includes(word));
      finding.hidden = !fits;
      shown += fits ? 1 : 0;
    });
    told.textContent = told.dataset.words.replace("{shown}", shown).replace("{all}", findings.length);
  };
  form.hidden = false;
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));
  window.addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((part) => { part.open = true; }));
  window.addEventListener("hashchange", () => {
    const goal = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const around = goal && goal.closest("details");
    if (around) { around.open = true; goal.scrollIntoView(); }
  });
  filter();
})();
