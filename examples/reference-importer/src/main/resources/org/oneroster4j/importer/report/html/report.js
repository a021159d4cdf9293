"use strict";
(() => {
  const open = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.tagName === "DETAILS") {
      target.open = true;
      target.scrollIntoView();
    }
  };
  addEventListener("hashchange", open);
  open();

  // What is folded away would not be printed by browsers that do not know ::details-content.
  const unfolded = [];
  addEventListener("beforeprint", () => document.querySelectorAll("details:not([open])").forEach((fold) => {
    unfolded.push(fold);
    fold.open = true;
  }));
  addEventListener("afterprint", () => unfolded.splice(0).forEach((fold) => { fold.open = false; }));

  const table = document.getElementById("school-table");
  if (!table) {
    return;
  }
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  const text = (row, column) => row.cells[column].textContent.trim();
  const order = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.textContent = "";
    head.append(button);
    button.addEventListener("click", () => {
      // Numbers are looked at from the top, names from A.
      const first = column === 0 ? "ascending" : "descending";
      const other = column === 0 ? "descending" : "ascending";
      const way = head.getAttribute("aria-sort") === first ? other : first;
      heads.forEach((each) => each.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", way);
      const sign = way === "ascending" ? 1 : -1;
      const rows = [...body.rows].map((row) => [text(row, column), row]);
      rows.sort((one, two) => sign * order.compare(one[0], two[0]));
      body.append(...rows.map((pair) => pair[1]));
    });
  });

  const filter = document.getElementById("filter");
  const shown = document.getElementById("shown");
  const total = body.rows.length;
  filter.closest("p").hidden = false;
  filter.addEventListener("input", () => {
    const wanted = filter.value.trim().toLowerCase();
    let count = 0;
    for (const row of body.rows) {
      const fits = text(row, 0).toLowerCase().includes(wanted);
      row.hidden = !fits;
      count += fits ? 1 : 0;
    }
    shown.textContent = count + " of " + total + (total === 1 ? " school" : " schools");
  });
})();
