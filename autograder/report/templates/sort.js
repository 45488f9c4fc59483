"use strict";
// Tables of class "sortable" get a button in every heading. Without scripts they are simply tables.
const words = new Intl.Collator(undefined, { numeric: true });
for (const table of document.querySelectorAll("table.sortable")) {
  const headings = [...table.tHead.rows[0].cells];
  const value = (row, column) => {
    const text = row.cells[column].textContent.trim();
    const number = parseFloat(text.replace(/,/g, ""));
    return Number.isNaN(number) ? text : number;
  };
  const compare = (a, b) => {
    if (typeof a === "number" && typeof b === "number") return a - b;
    if (typeof a === typeof b) return words.compare(a, b);
    return typeof a === "number" ? -1 : 1;
  };
  headings.forEach((heading, column) => {
    if (!heading.textContent.trim() || heading.dataset.sort === "no") return;
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => {
      const up = heading.getAttribute("aria-sort") !== "ascending";
      for (const other of headings) other.removeAttribute("aria-sort");
      heading.setAttribute("aria-sort", up ? "ascending" : "descending");
      const body = table.tBodies[0];
      const rows = [...body.rows].map((row) => [value(row, column), row]);
      rows.sort(([a], [b]) => (up ? compare(a, b) : compare(b, a)));
      // Out of the page while rows move, and back in one go: the page is laid out once.
      const after = body.nextSibling;
      body.remove();
      for (const [, row] of rows) body.append(row);
      table.insertBefore(body, after);
    });
  });
}
