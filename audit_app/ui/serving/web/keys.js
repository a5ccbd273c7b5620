// A character that AltGr made, or Shift with a digit’s key (“€”, “!”), is no digit: Flutter would say that it is one, and
// the app would take it for a level. Where Shift makes the digit, as in France, it is.
"use strict";

window.addEventListener("keydown", (event) => {
  const made = event.getModifierState("AltGraph") || event.shiftKey;
  if (!made || !event.code.startsWith("Digit") || /^[0-9?/]$/.test(event.key)) return;
  if (!event.target.closest?.("input, textarea")) event.stopImmediatePropagation();
}, true);
