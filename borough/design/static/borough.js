// What needs nothing fetched comes first, so that it works at once.

// The skip link works by itself; this keeps keyboard focus with it in browsers that only scroll.
document.querySelector(".govuk-skip-link")?.addEventListener("click", () => {
  const main = document.getElementById("main");
  main.tabIndex = -1;
  main.focus();
});

// [data-print] is a button that prints; without this script it stays hidden.
document.querySelectorAll("[data-print]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
});

// Starts GOV.UK Frontend's behaviours. A page that has none of them does not fetch it.
const names = {
  "govuk-button": "Button",
  "govuk-character-count": "CharacterCount",
  "govuk-checkboxes": "Checkboxes",
  "govuk-error-summary": "ErrorSummary",
  "govuk-notification-banner": "NotificationBanner",
  "govuk-radios": "Radios",
};

const wanted = Object.entries(names).filter(([module]) =>
  document.querySelector(`[data-module="${module}"]`)
);

if (wanted.length) {
  const govuk = await import("./built/govuk-frontend.min.js");

  // GOV.UK marks a radio that reveals something aria-expanded, which ARIA does not allow on radios.
  class Radios extends govuk.Radios {
    syncConditionalRevealWithInputState(input) {
      super.syncConditionalRevealWithInputState(input);
      input.removeAttribute("aria-expanded");
    }
  }

  wanted.forEach(([, name]) => govuk.createAll(name === "Radios" ? Radios : govuk[name]));
}
