/** The look of a page: readable on the screen in light and dark, and on A4 in black and white. */
export const PAGE_STYLE = `
:root{color-scheme:light dark;--ink:#1c2430;--soft-ink:#4a5564;--paper:#fff;--line:#b8c1cc;--soft:#f2f4f7;--good:#dcefe2;--partly:#fbe9c6;--bad:#fae0df;--mark:#8a5a00}
@media (prefers-color-scheme:dark){:root{--ink:#e6e9ee;--soft-ink:#b0bac6;--paper:#14181e;--line:#48525f;--soft:#1e242c;--good:#1c3a28;--partly:#453410;--bad:#4a2120;--mark:#f0b95a}}
*{box-sizing:border-box}
body{margin:0;color:var(--ink);background:var(--paper);font:1rem/1.5 system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
main{max-width:80rem;margin:0 auto;padding:2rem 1.25rem 4rem}
h1{font-size:1.75rem;line-height:1.25;margin:0}.subtitle{font-size:1.1rem;color:var(--soft-ink);margin:.25rem 0 1.5rem}
h2{font-size:1.35rem;margin:3rem 0 .75rem;border-bottom:2px solid var(--line);padding-bottom:.25rem}
h3{font-size:1.05rem;margin:1.75rem 0 .5rem}h4{font-size:1rem;margin:1.25rem 0 .5rem}
p,ul{max-width:48rem}ul{padding-left:1.25rem}li{margin:.5rem 0}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;min-width:52rem;table-layout:fixed;font-size:.8125rem;line-height:1.4}
th,td{border:1px solid var(--line);padding:.35rem .5rem;text-align:left;vertical-align:top;font-weight:400;overflow-wrap:break-word;hyphens:auto}
thead th{font-weight:600;background:var(--soft);vertical-align:bottom}thead th[scope=colgroup]{text-align:center}
.good{background:var(--good)}.partly{background:var(--partly)}.bad{background:var(--bad)}.quiet,small{color:var(--soft-ink)}
small{font-size:.875em}.notice{border-left:4px solid var(--mark);background:var(--soft);padding:.6rem 1rem}
@page{size:A4;margin:16mm 15mm 18mm}
@page wide{size:A4 landscape}
@media print{
:root{--ink:#000;--soft-ink:#333;--paper:#fff;--line:#888;--soft:#eee;--good:#fff;--partly:#f1f1f1;--bad:#dedede;--mark:#000}
body{font-size:10pt}main{max-width:none;padding:0}p,ul{max-width:none}.landscape{page:wide}
.wide{overflow:visible}table{min-width:0;font-size:8pt;line-height:1.25}thead{display:table-header-group}tr,li{break-inside:avoid}
th,td{padding:.6mm 1.5mm}h1{font-size:18pt}h2{font-size:14pt;margin-top:6mm}.subtitle{margin-bottom:3mm}h3{font-size:11pt}h2,h3,h4{break-after:avoid}
td,thead th{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}
`;

/** The number of each printed page, in the language. */
export const pageNumbers = (language: 'sv' | 'en'): string => {
  const [page, of] = language === 'sv' ? ['Sida', 'av'] : ['Page', 'of'];
  return `@page{@bottom-right{content:"${page} " counter(page) " ${of} " counter(pages);font:8pt system-ui,sans-serif}}\n`;
};
