// Starts Flet's client from this server alone: the counterpart of flet_web's index.html and flutter_bootstrap.js,
// without a service worker, a CDN, Pyodide or the WebAssembly build.
"use strict";

const key = localStorage.getItem("audit_app_key");
if (!key) location.replace("/refused");

// Which window this is: its name stays through a reload, and when the browser puts the page away to save memory.
const named = sessionStorage.getItem("audit_app_window") || crypto.randomUUID();
sessionStorage.setItem("audit_app_window", named);

// The names that main.dart.js reads.
var flet = {
  pyodide: false,
  multiView: false,
  noCdn: true,
  webRenderer: "canvaskit",
  routeUrlStrategy: "path",
  webSocketEndpoint: `/ws?key=${key}&window=${named}`,
  entrypointBaseUrl: "/",
  assetBase: "/",
  canvasKitBaseUrl: "/canvaskit/",
  fontFallbackBaseUrl: "/assets/fonts/",
};
flet.flutterAppLoaded = new Promise((resolve) => { flet.flutterAppResolve = resolve; });

// Flutter builds its accessibility tree only once somebody presses this hidden button: nobody should have to find it.
const forButton = new MutationObserver(() => {
  const button = document.querySelector("flt-semantics-placeholder");
  if (!button) return;
  forButton.disconnect();
  button.click();
});
forButton.observe(document, { childList: true, subtree: true });

// Enlarging with two fingers is a magnifying glass over the page. Flutter would take it for a smaller window, lay
// everything out again in the upper left corner, and leave the place under the glass blank: so it is not told.
if (window.visualViewport) {
  const viewport = VisualViewport.prototype;
  const real = (name) => Object.getOwnPropertyDescriptor(viewport, name).get;
  const scale = real("scale");
  for (const name of ["width", "height"]) {
    const measure = real(name);
    Object.defineProperty(viewport, name, { get() { return measure.call(this) * scale.call(this); } });
  }
  Object.defineProperty(viewport, "scale", { get: () => 1 });
}

// When the graphics are lost – the driver begins anew, a tablet needs the memory – Flutter goes on painting into nothing,
// and the page stays blank: it is loaded again as soon as somebody looks, from the second time on painted without them.
const losses = Number(sessionStorage.getItem("audit_app_losses"));
for (const canvas of [HTMLCanvasElement, globalThis.OffscreenCanvas]) {
  if (!canvas) continue; // an older browser has only the one
  const getContext = canvas.prototype.getContext;
  canvas.prototype.getContext = function (kind, ...options) {
    if (kind.startsWith("webgl")) this.addEventListener("webglcontextlost", graphicsLost, { once: true });
    return getContext.call(this, kind, ...options);
  };
}
function graphicsLost(event) {
  if (event.target.isConnected === false) return; // Flutter only tried what the browser can do
  sessionStorage.setItem("audit_app_losses", losses + 1);
  const again = () => { if (!document.hidden) location.reload(); };
  document.addEventListener("visibilitychange", again);
  again();
}

// When the program ends, Flet's client would try to connect for ever: say what happened instead.
window.WebSocket = class extends WebSocket {
  constructor(...args) {
    super(...args);
    this.addEventListener("close", () => setTimeout(askWhetherItEnded, 1500));
  }
};
let leaving = false;
window.addEventListener("pagehide", () => {
  leaving = true;
  navigator.sendBeacon(`/goodbye?key=${key}&window=${named}`); // without it the app would wait for this window for hours
});
window.addEventListener("pageshow", (event) => { // WebKit restores a Flutter page frozen: begin afresh
  leaving = false;
  if (event.persisted && (navigator.vendor || "").startsWith("Apple")) location.reload();
});
async function askWhetherItEnded() {
  try {
    await fetch("/version.json", { cache: "no-store" });
  } catch {
    if (leaving) return;
    document.body.innerHTML = '<p id="loading" role="alert">School Audit has ended. What you saved is kept. ' +
      "Start it again to go on, then close this page.</p>";
  }
}

window.addEventListener("flutter-first-frame", () => document.getElementById("loading")?.remove(), { once: true });

_flutter.buildConfig = { builds: [{ compileTarget: "dart2js", renderer: "canvaskit", mainJsPath: "main.dart.js" }] };
_flutter.loader.load({
  config: {
    renderer: flet.webRenderer,
    multiViewEnabled: flet.multiView,
    entrypointBaseUrl: flet.entrypointBaseUrl,
    assetBase: flet.assetBase,
    canvasKitBaseUrl: flet.canvasKitBaseUrl,
    fontFallbackBaseUrl: flet.fontFallbackBaseUrl,
  },
  onEntrypointLoaded: async (initializer) => {
    const engine = await initializer.initializeEngine({
      canvasKitForceCpuOnly: losses > 1,
      multiViewEnabled: flet.multiView,
      assetBase: flet.assetBase,
      canvasKitBaseUrl: flet.canvasKitBaseUrl,
      fontFallbackBaseUrl: flet.fontFallbackBaseUrl,
    });
    flet.flutterApp = await engine.runApp();
    flet.flutterAppResolve(flet.flutterApp);
  },
});
