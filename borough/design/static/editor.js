// Starts the editor's date and time fields, also in blocks added later: what Wagtail does with inline scripts.
function start(within) {
  within.querySelectorAll("[data-chooser]").forEach((mark) => {
    const field = document.getElementById(mark.dataset.id);
    if (!field || mark.dataset.started) return;
    mark.dataset.started = "yes";
    window[mark.dataset.chooser](field.id, JSON.parse(mark.dataset.options));
  });
}

start(document);
new MutationObserver(() => start(document)).observe(document.body, { childList: true, subtree: true });
