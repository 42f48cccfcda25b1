/** The look of a report page: readable on the screen in light and dark, and on paper. */
export const PAGE_STYLE = `
:root{color-scheme:light dark;--ink:#1c2430;--paper:#fff;--line:#c9d0d9;--soft:#f2f4f7;--good:#1a6b3c;--bad:#b3261e;--mid:#8a5a00}
@media (prefers-color-scheme:dark){:root{--ink:#e6e9ee;--paper:#14181e;--line:#3a434f;--soft:#1e242c;--good:#6fcf97;--bad:#ff8a80;--mid:#f0b95a}}
body{margin:0;color:var(--ink);background:var(--paper);font:1rem/1.5 system-ui,sans-serif}
main{max-width:72rem;margin:0 auto;padding:1.5rem 1rem 4rem}
h1{font-size:1.6rem;line-height:1.25}h2{font-size:1.2rem;margin-top:2.5rem}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%}
th,td{border-bottom:1px solid var(--line);padding:.35rem .6rem;text-align:left;vertical-align:top;font-weight:400}
thead th,th[scope=rowgroup]{font-weight:600;background:var(--soft)}
td:nth-child(n+3),thead th:nth-child(n+3){text-align:center}
.covered,.covered_elsewhere{color:var(--good)}.absent,.conflict{color:var(--bad);font-weight:700}
.covered_vaguely,.admitted_gap,.unreadable{color:var(--mid)}
.notice{border-left:4px solid var(--mid);background:var(--soft);padding:.6rem 1rem}
.signs,.points{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1.5rem}
li{margin:.3rem 0}small{overflow-wrap:anywhere}
@media print{main{padding:0}.wide{overflow:visible}tr{break-inside:avoid}}
`;
