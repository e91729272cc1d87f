// Runs before the first paint, so that a dark page never flashes white.
(function () {
  var chosen = 'system';
  try {
    chosen = localStorage.getItem('outlay.theme') || 'system';
  } catch (refused) {
    chosen = 'system';
  }
  var dark = chosen === 'dark' || (chosen === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
})();
