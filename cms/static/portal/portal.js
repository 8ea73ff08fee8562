/* Help that a browser with scripts adds: text size, reading aloud, sharing, printing. Nothing here is needed to read,
   nothing goes to a third party, and only a chosen text size is kept, in the browser itself. */
(() => {
  "use strict";
  const SIZES = ["small", "", "large", "larger"];
  const PLAIN = 1;
  const KEPT = "co-chu";
  const LONGEST = 220; // characters of one utterance: longer ones are cut off by some voices
  const root = document.documentElement;
  const all = (name) => document.querySelectorAll(`[data-do="${name}"]`);
  const tell = (text) => { for (const place of document.querySelectorAll("[data-told]")) place.textContent = text; };
  const on = (name, act) => {
    for (const button of all(name)) {
      button.hidden = false;
      button.addEventListener("click", () => act(button));
    }
  };

  const storage = (act) => { try { return act(window.localStorage); } catch { return null; } }; // may be forbidden
  let size = SIZES.indexOf(storage((kept) => kept.getItem(KEPT)) ?? "");
  if (size < 0) size = PLAIN;
  const resize = (wanted) => {
    size = Math.min(Math.max(wanted, 0), SIZES.length - 1);
    if (SIZES[size]) root.dataset.size = SIZES[size];
    else delete root.dataset.size;
    storage((kept) => (size === PLAIN ? kept.removeItem(KEPT) : kept.setItem(KEPT, SIZES[size])));
  };
  if (size !== PLAIN) root.dataset.size = SIZES[size];
  for (const part of document.querySelectorAll("[data-needs-script]")) part.hidden = false;
  on("smaller", () => resize(size - 1));
  on("plain", () => resize(PLAIN));
  on("bigger", () => resize(size + 1));
  on("print", () => window.print());

  // What the head says of a list (its files, whether search engines may keep it) is of the list that is shown; htmx
  // takes the title over itself, and leaves the rest of the head as it was.
  const ABOUT = "link[rel=alternate], link[rel=canonical], meta[name=robots]";
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.target.id !== "ket-qua" || !event.detail.shouldSwap) return;
    const { head } = new DOMParser().parseFromString(event.detail.serverResponse, "text/html");
    for (const old of document.head.querySelectorAll(ABOUT)) old.remove();
    document.head.append(...head.querySelectorAll(ABOUT));
  });

  // A list that a filter has narrowed without loading the page tells its new number to whoever does not see it.
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.target.id === "ket-qua") tell(document.getElementById("so-kq").textContent);
  });

  const missed = document.querySelector("[data-missed]");
  if (missed) { // what nobody finds is counted for the staff: the words, nothing of who typed them
    const body = new URLSearchParams({ q: missed.dataset.words });
    fetch(missed.dataset.missed, { method: "POST", body, credentials: "omit", keepalive: true }).catch(() => null);
  }

  if (navigator.clipboard) {
    on("copy", async (button) => {
      try {
        await navigator.clipboard.writeText(button.dataset.address);
        tell("Đã chép địa chỉ.");
      } catch {
        tell("Trình duyệt không cho chép; địa chỉ ở thanh địa chỉ phía trên.");
      }
    });
  }
  if (navigator.share) {
    on("share", (button) => {
      navigator.share({ title: button.dataset.title, url: button.dataset.address }).catch((error) => {
        if (error.name !== "AbortError") tell("Không chia sẻ được; hãy chép địa chỉ.");
      });
    });
  }

  // Suggestions below a search box: arrows walk through them, Escape leaves them.
  for (const list of document.querySelectorAll(".suggest")) {
    const box = list.parentElement;
    box.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && list.firstElementChild) {
        list.replaceChildren();
        box.querySelector("input").focus();
        event.preventDefault();
      }
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!step || !list.querySelector("a")) return;
      const stops = [box.querySelector("input"), ...list.querySelectorAll("a")];
      stops[(stops.indexOf(document.activeElement) + step + stops.length) % stops.length]?.focus();
      event.preventDefault();
    });
  }

  // What is written for the eye, as a voice has to say it: thousands without points, dates, units, kinds of documents.
  const QUARTERS = { I: 1, II: 2, III: 3, IV: 4 };
  const KINDS = {
    "QĐ": "quyết định", KH: "kế hoạch", TB: "thông báo", NQ: "nghị quyết", "NĐ": "nghị định", TT: "thông tư",
    BC: "báo cáo", BB: "biên bản", "CĐ": "công điện", CV: "công văn",
  };
  const SAID = [
    [/([:;,.])?\s*\n+\s*/g, (_, mark) => (mark ? `${mark} ` : ", ")],
    [/\s+/g, " "],
    [/(\d)\.(?=\d{3}(?!\d))/g, "$1"],
    [/\b(\d{1,2})\/(\d{1,2})\/(\d{4})\b/g, "$1 tháng $2 năm $3"],
    [/(quý) (IV|III|II|I)(?:\/| năm )(\d{4})/gi, (_, word, roman, year) => `${word} ${QUARTERS[roman]} năm ${year}`],
    [/(tháng \d{1,2})\/(\d{4})/gi, "$1 năm $2"],
    [/\bm²/g, "mét vuông"],
    [/\/(?=mét vuông|căn|tháng|người)/g, " một "],
    [/\b1\/(\d{3,4})\b/g, "1 trên $1"],
    [/\/(QĐ|KH|TB|NQ|NĐ|TT|BC|BB|CĐ|CV)(?:-|(?=\s|$))/g, (_, kind) => ` ${KINDS[kind]} `],
    [/\bUBND\b/g, "Ủy ban nhân dân"],
    [/\bHĐND\b/g, "Hội đồng nhân dân"],
    [/(\d) ?– ?(?=\d)/g, "$1 đến "],
    [/%/g, " phần trăm"],
    [/ · /g, ", "],
  ];
  const SENTENCE = /[^]+?(?:[.;!?…]+(?=\s|$)|$)/gu; // a point within an address or a number ends nothing
  const PIECE = new RegExp(`[^]{1,${LONGEST}}(?:\\s|$)`, "gu");
  const said = (text) => SAID.reduce((words, [written, spoken]) => words.replace(written, spoken), text.trim());

  const speech = window.speechSynthesis;
  if (!speech) return;
  const voice = () => speech.getVoices().find((one) => /^vi\b/i.test(one.lang.replace("_", "-")));
  const label = (text, pressed) => {
    for (const button of all("read")) {
      button.textContent = text;
      button.setAttribute("aria-pressed", String(pressed));
    }
  };
  const stop = () => { speech.cancel(); label("Nghe đọc trang này", false); };
  const sentences = () => {
    const wanted = "h1,h2,h3,p,li,dt,dd,caption,th,td";
    const parts = [];
    for (const element of document.querySelectorAll(`main :is(${wanted})`)) {
      if (element.closest("nav,form,svg,[hidden],[aria-hidden=true],.sheet,.noprint") || element.querySelector(wanted)) continue;
      if (!element.checkVisibility || element.checkVisibility()) parts.push(element.innerText.trim());
    }
    const pieces = parts.map(said).flatMap((text) => text.match(SENTENCE) ?? []).flatMap((text) => text.match(PIECE) ?? []);
    return pieces.map((text) => text.trim()).filter(Boolean);
  };
  const read = () => {
    if (speech.speaking || speech.pending) { stop(); return; }
    const parts = sentences();
    parts.forEach((text, index) => {
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.voice = voice();
      utterance.lang = "vi-VN";
      if (index === parts.length - 1) utterance.onend = stop;
      speech.speak(utterance);
    });
    label("Dừng đọc", true);
  };
  for (const button of all("read")) button.addEventListener("click", read);
  const offer = () => { for (const button of all("read")) button.hidden = !voice(); };
  offer();
  speech.addEventListener?.("voiceschanged", offer);
  window.addEventListener("pagehide", () => speech.cancel());
  // What is read of a list that a filter has replaced is no longer there.
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.target.id === "ket-qua" && (speech.speaking || speech.pending)) stop();
  });
})();
