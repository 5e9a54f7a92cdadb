
(() => {
  "use strict";
  const root = document.documentElement;
  const main = document.getElementById("briefing");
  const panel = document.getElementById("reports");
  const scroller = panel.querySelector(".scroll");
  const articles = [...panel.querySelectorAll("article")];
  const tabs = [...panel.querySelectorAll(".tabs a")];
  const said = document.getElementById("said");
  const wide = matchMedia("(min-width: 56rem)");
  let opener = null;

  root.classList.add("js");
  document.querySelectorAll("form[hidden], .copy[hidden], .close[hidden]").forEach((one) => { one.hidden = false; });
  // Where the title takes more lines than a style can know, what is scrolled to stays clear of it.
  const bar = document.querySelector(".bar");
  const fitBar = () => {
    root.style.setProperty("--clear", `${bar.offsetHeight + parseFloat(getComputedStyle(bar).top)}px`);
  };
  new ResizeObserver(fitBar).observe(bar);
  fitBar();

  const close = panel.querySelector(".close");
  const fitClose = () => { close.hidden = wide.matches; };
  wide.addEventListener("change", fitClose);
  fitClose();

  // The panel: one report at a time, the others left to the browser's own search.
  const isOpen = () => wide.matches || root.classList.contains("open");
  const show = (article) => {
    for (const one of articles) {
      if (one === article) one.removeAttribute("hidden");
      else one.setAttribute("hidden", "until-found");
    }
    for (const tab of tabs) {
      if (tab.hash === "#" + article.id) tab.setAttribute("aria-current", "true");
      else tab.removeAttribute("aria-current");
    }
  };
  const toPanel = (hash) => {
    const target = /^#[cr]\d/.test(hash) ? document.getElementById(hash.slice(1)) : null;
    return target && panel.contains(target) ? target : null;
  };
  const reveal = (target) => {
    show(target.closest("article"));
    document.querySelectorAll(".now").forEach((one) => one.classList.remove("now"));
    if (target.matches("mark")) {
      panel.querySelectorAll(`mark[data-c="${target.id}"]`).forEach((one) => one.classList.add("now"));
      main.querySelectorAll(`.cite[href="#${target.id}"]`).forEach((one) => one.classList.add("now"));
    }
    const box = target.getBoundingClientRect();
    const frame = scroller.getBoundingClientRect();
    const top = target.matches("mark") ? box.top - frame.top - frame.height / 4 : box.top - frame.top;
    scroller.scrollTo({ top: scroller.scrollTop + top });
  };
  const enter = (target, from) => {
    opener = from;
    root.classList.add("open");
    reveal(target);
    target.focus({ preventScroll: true });
    if (location.hash !== "#" + target.id) history.pushState(null, "", "#" + target.id);
  };
  const leave = () => {
    root.classList.remove("open");
    if (opener && opener.isConnected) opener.focus();
    else main.focus();
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const target = toPanel(link.hash);
    if (target) {
      event.preventDefault();
      enter(target, panel.contains(link) ? opener : link);
    } else if (link.hash === "#reports") {
      event.preventDefault();
      enter(articles.find((one) => !one.hidden) || articles[0], link);
    } else if (panel.contains(link) && !wide.matches) {
      root.classList.remove("open");
    }
  });
  main.addEventListener("focusin", (event) => {
    const target = event.target.matches(".cite") ? toPanel(event.target.hash) : null;
    if (target && isOpen()) reveal(target);
  });
  panel.addEventListener("beforematch", (event) => {
    root.classList.add("open");
    show(event.target.closest("article"));
  });
  close.addEventListener("click", leave);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && panel.contains(document.activeElement)) leave();
  });
  const follow = () => {
    const target = toPanel(location.hash);
    if (target) {
      root.classList.add("open");
      reveal(target);
    }
  };
  addEventListener("popstate", follow);
  const first = main.querySelector(".point .cite");
  if (first) reveal(toPanel(first.hash));
  else if (articles.length) show(articles[0]);
  follow();

  // Copy a point with its citation.
  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const field = document.createElement("textarea");
      field.value = text;
      field.className = "away";
      document.body.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
    }
  };
  main.addEventListener("click", async (event) => {
    const button = event.target.closest(".copy");
    if (!button) return;
    const words = button.closest(".point").querySelector("q").textContent;
    await copy(`“${words}” (${button.dataset.reference})`);
    button.focus();
    button.textContent = "Copied";
    said.textContent = "Copied with its citation";
    setTimeout(() => { button.textContent = "Copy"; said.textContent = ""; }, 2000);
  });

  // Search the briefing and every report, across the marks within a paragraph.
  const find = document.getElementById("find");
  const found = document.querySelector(".found");
  const steps = [...document.querySelectorAll(".step")];
  const BLOCKS = "p, li, td, th, h2, h3, q, .day, .line, summary";
  const MOST = 2000;
  let hits = [];
  let at = -1;
  const folded = (text) => {
    const lower = text.toLowerCase();
    return lower.length === text.length ? lower : text;
  };
  const textsOf = (block) => {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement.closest(BLOCKS) === block && !node.parentElement.closest(".backs, button")
        ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT);
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    return nodes;
  };
  const search = (block, words) => {
    const nodes = textsOf(block);
    const text = folded(nodes.map((node) => node.data).join("")).replace(/\s/g, " ");
    const place = (offset) => {
      for (const node of nodes) {
        if (offset <= node.length) return [node, offset];
        offset -= node.length;
      }
      return null;
    };
    for (let from = text.indexOf(words); from >= 0 && hits.length < MOST; from = text.indexOf(words, from + words.length)) {
      const range = new Range();
      range.setStart(...place(from));
      range.setEnd(...place(from + words.length));
      hits.push(range);
    }
  };
  const paint = () => {
    if (!("highlights" in CSS)) return;
    CSS.highlights.set("found", new Highlight(...hits));
    CSS.highlights.set("here", new Highlight(...(hits[at] ? [hits[at]] : [])));
  };
  const tell = () => {
    const some = hits.length > 0;
    steps.forEach((one) => { one.hidden = !some; });
    if (!find.value.trim()) found.textContent = "";
    else if (!some) found.textContent = "No match";
    else found.textContent = `${at < 0 ? "" : at + 1 + " of "}${hits.length}${hits.length === MOST ? "+" : ""}${at < 0 ? " found" : ""}`;
  };
  const run = () => {
    const words = folded(find.value.trim()).replace(/\s+/g, " ");
    hits = [];
    at = -1;
    if (words) [main, panel].forEach((part) => part.querySelectorAll(BLOCKS).forEach((block) => search(block, words)));
    paint();
    tell();
  };
  const step = (by) => {
    if (!hits.length) return;
    at = (at + by + hits.length + (at < 0 && by < 0 ? 1 : 0)) % hits.length;
    const holder = hits[at].startContainer.parentElement;
    const article = holder.closest("article");
    const details = holder.closest("details");
    if (details) details.open = true;
    if (article) {
      root.classList.add("open");
      show(article);
    } else if (!wide.matches) root.classList.remove("open");
    const box = hits[at].getBoundingClientRect();
    if (article) scroller.scrollTo({ top: scroller.scrollTop + box.top - scroller.getBoundingClientRect().top - scroller.clientHeight / 3 });
    else scrollBy({ top: box.top - innerHeight / 3 });
    paint();
    tell();
  };
  let wait = 0;
  find.addEventListener("input", () => { clearTimeout(wait); wait = setTimeout(run, 120); });
  find.form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(wait); if (at < 0) run(); step(1); });
  find.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.shiftKey) { event.preventDefault(); step(-1); }
    if (event.key === "Escape" && find.value) { find.value = ""; run(); }
  });
  steps.forEach((one) => one.addEventListener("click", () => step(Number(one.dataset.step))));
})();
