// Flet's client fetches the Rive animation engine from a CDN at every start. This app has no animations, so this stands in its place.
window.RiveNative = () => new Promise(() => {});
