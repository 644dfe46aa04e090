// A small comfort: Ctrl or Command with Enter runs the query. Everything else works without it.
"use strict";

document.getElementById("query")?.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    event.target.form.requestSubmit(event.target.form.querySelector("button:not([name])"));
  }
});
