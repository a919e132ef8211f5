// The start: the frame at once, the page a little later.
async function start() {
  await wait(Number(T.boot));
  frame();
  if (!location.hash) history.replaceState(null, "", "#" + R.home);
  window.addEventListener("hashchange", show);
  show();
}

start();
