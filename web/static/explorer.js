// The explorer: draws what the page holds, and follows the page's own links without a reload.
// Every state is an address, so undo is the browser's way back, and the address bar is the permalink.
"use strict";

(() => {
  const explorer = document.getElementById("explorer");
  const drawing = document.getElementById("drawing");
  const card = document.getElementById("card");
  if (!explorer || !window.vis) return;

  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const nodes = new vis.DataSet();
  const edges = new vis.DataSet();
  let network = null;
  let steps = 0;
  let running = null;

  const colour = (name) =>
    getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

  const dressedNode = (node) => ({
    ...node,
    color: {
      background: colour(`n-${node.group}`) || colour(node.group),
      border: node.pinned ? colour("ink") : colour("paper"),
      highlight: { background: colour(`n-${node.group}`) || colour(node.group), border: colour("ink") },
    },
    borderWidth: node.pinned ? 3 : 1.5,
    font: { color: colour("ink"), size: 14, face: "system-ui, sans-serif", strokeWidth: 4, strokeColor: colour("paper") },
  });

  const dressedEdge = (edge) => ({
    ...edge,
    color: { color: colour(edge.tone ? `${edge.tone}-line` : "rule"), highlight: colour("accent") },
    font: { color: colour("soft"), size: 10, strokeWidth: 3, strokeColor: colour("paper"), align: "middle" },
  });

  const box = (node, place) => {
    const half = Math.max(String(node.label).length * 3.8, node.size) + 6;
    return [place.x - half, place.y - node.size - 4, place.x + half, place.y + node.size + 25];
  };
  const apart = (a, b) => a[2] < b[0] || b[2] < a[0] || a[3] < b[1] || b[3] < a[1];

  // A free place for a new node near the one that brought it; the others do not move.
  function seat(node, taken) {
    const parent = taken.get(node.near);
    const around = parent ? parent.place : { x: node.x, y: node.y };
    for (let step = parent ? 20 : 0; step < 1500; step += 1) {
      const reach = 12 * Math.sqrt(step);
      const place = {
        x: around.x + reach * Math.cos(step * 2.4) * 1.5,
        y: around.y + reach * Math.sin(step * 2.4),
      };
      const mine = box(node, place);
      if ([...taken.values()].every((other) => apart(mine, other.box))) return place;
    }
    return around;
  }

  function merge(data, fresh) {
    const places = fresh || !network ? {} : network.getPositions();
    const taken = new Map();
    const take = (node, place) => taken.set(node.id, { place, box: box(node, place) });
    for (const node of data.nodes) {
      if (places[node.id]) take(node, places[node.id]);
    }
    const wanted = data.nodes.map((node) => {
      if (fresh || !network) return dressedNode(node);
      const place = places[node.id] || seat(node, taken);
      take(node, place);
      return dressedNode({ ...node, ...place });
    });
    const kept = new Set(data.nodes.map((node) => node.id));
    const links = new Set(data.edges.map((edge) => edge.id));
    edges.remove(edges.getIds().filter((id) => !links.has(id)));
    nodes.remove(nodes.getIds().filter((id) => !kept.has(id)));
    nodes.update(wanted);
    edges.update(data.edges.map(dressedEdge));
  }

  function fit() {
    if (!network) return;
    network.fit({ animation: false, maxZoomLevel: 1.3 });
    // Labels reach beyond their nodes: stand back a little.
    network.moveTo({ scale: network.getScale() * (drawing.clientWidth < 600 ? 0.8 : 0.93), animation: false });
  }

  function rowOf(key) {
    return [...document.querySelectorAll("#lists tr[data-key]")].find((row) => row.dataset.key === key);
  }

  // The card of the chosen node: the same links as in its row of the list.
  function choose(key) {
    const row = key === undefined ? null : rowOf(key);
    card.replaceChildren();
    card.hidden = !row;
    if (!row) return;
    const name = document.createElement("p");
    name.append(...[...row.querySelector("th").childNodes].map((part) => part.cloneNode(true)));
    const ways = document.createElement("p");
    ways.className = "steps-of";
    ways.append(...[...row.querySelectorAll(".steps-of a")].map((link) => link.cloneNode(true)));
    card.append(name, ways);
  }

  function enliven() {
    for (const part of document.querySelectorAll(".js")) part.hidden = false;
    const undo = document.querySelector('[data-do="undo"]');
    if (undo) undo.disabled = steps === 0;
  }

  // Follows a link of the page: takes the lists, the tools and the data out of the page it leads to.
  async function go(address, keep) {
    if (running) running.abort();
    running = new AbortController();
    explorer.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(address, { headers: { Accept: "text/html" }, signal: running.signal });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const data = page.getElementById("data");
      if (!answer.ok || !data) {
        const said = page.querySelector(".lead");
        document.getElementById("status").textContent =
          said ? said.textContent : "The server did not answer as expected; try again.";
        return;
      }
      const selected = network.getSelectedNodes()[0];
      for (const part of ["lists", "status"]) {
        document.getElementById(part).replaceWith(document.importNode(page.getElementById(part), true));
      }
      for (const part of [".tools", ".legend", ".head h1"]) {
        explorer.querySelector(part).replaceWith(document.importNode(page.querySelector(part), true));
      }
      const forms = document.querySelector(".forms");
      if (forms) forms.replaceWith(document.importNode(page.querySelector(".forms"), true));
      document.title = page.title;
      if (keep) {
        history.pushState({ step: (steps += 1) }, "", address);
      }
      enliven();
      const before = nodes.length;
      merge(JSON.parse(data.textContent), false);
      if (nodes.get(selected)) network.selectNodes([selected]);
      choose(nodes.get(selected) ? selected : undefined);
      if (nodes.length > before) fit();
    } catch (error) {
      if (error.name !== "AbortError") {
        document.getElementById("status").textContent = `This did not work: ${error.message}`;
      }
    } finally {
      explorer.removeAttribute("aria-busy");
    }
  }

  function act(key, name) {
    const row = rowOf(key);
    const link = row && row.querySelector(`[data-act="${name}"]`);
    if (link) go(link.href, true);
  }

  const deeds = {
    undo: () => { if (steps > 0) history.back(); },
    fit,
    copy: async (button) => {
      await navigator.clipboard.writeText(location.href);
      button.textContent = "Copied";
      setTimeout(() => { button.textContent = "Copy link"; }, 1500);
    },
  };

  explorer.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-step]");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) {
      event.preventDefault();
      go(link.href, true);
      return;
    }
    const button = event.target.closest("button[data-do]");
    if (button) deeds[button.dataset.do](button);
  });

  window.addEventListener("popstate", (event) => {
    steps = event.state ? event.state.step : 0;
    go(location.href, false);
  });

  dark.addEventListener("change", () => {
    nodes.update(nodes.get().map(dressedNode));
    edges.update(edges.get().map(dressedEdge));
  });

  drawing.hidden = false;
  document.getElementById("still").remove();
  merge(JSON.parse(document.getElementById("data").textContent), true);
  network = new vis.Network(drawing, { nodes, edges }, {
    physics: false,
    layout: { improvedLayout: false },
    edges: { smooth: false, selectionWidth: 1 },
    nodes: { labelHighlightBold: false },
    interaction: { hover: true, tooltipDelay: 150, navigationButtons: false, keyboard: false },
  });
  network.on("doubleClick", (event) => { if (event.nodes.length) act(event.nodes[0], "expand"); });
  network.on("click", (event) => {
    choose(event.nodes[0]);
    if (!event.nodes.length && event.edges.length === 1) {
      const edge = edges.get(event.edges[0]);
      if (edge.href && event.event.srcEvent.detail === 2) location.assign(edge.href);
    }
  });
  fit();
  // On a small screen names come first: what does not fit is found by moving.
  if (network.getScale() < 0.6) {
    const start = nodes.getIds()[0];
    network.focus(start, { scale: 0.6, animation: false });
  }
  network.once("afterDrawing", () => { drawing.dataset.ready = "true"; });
  // For tests and for the curious: where things stand.
  drawing.network = network;
  enliven();
})();
