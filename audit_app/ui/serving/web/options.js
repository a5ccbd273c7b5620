// In a list of options that is open, the arrow keys, Home and End go from one to the next, and a letter to the next that
// begins with it. Tab does too, as everywhere; Flutter would only scroll.
"use strict";

window.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const list = document.activeElement?.closest("[flt-semantics-identifier=options]");
  if (!list) return;
  const lines = [...list.querySelectorAll("[role=button]")];
  const here = lines.findIndex((line) => line.contains(document.activeElement));
  const begins = (line) => line.textContent.trim().toLowerCase().startsWith(event.key.toLowerCase());
  const to = {
    ArrowDown: () => lines[here + 1],
    ArrowUp: () => lines[here - 1],
    Home: () => lines[0],
    End: () => lines.at(-1),
  }[event.key];
  if (!to && (event.key.length > 1 || event.key === " ")) return;
  const next = to ? to() : [...lines.slice(here + 1), ...lines.slice(0, here)].find(begins);
  event.preventDefault();
  event.stopImmediatePropagation();
  next?.focus();
}, true);
