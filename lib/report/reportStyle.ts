/**
 * How a report looks on a screen and on paper: black on white whatever the reader's theme is, readable at 320 px, and
 * printed on A4 or Letter without a row that is cut. Everything in it is below `.report`, so that it can stand in a page.
 */
export const reportStyle = `
.report{--ink:#1a1d23;--quiet:#565d69;--line:#d9dce1;--soft:#f4f5f2;box-sizing:border-box;max-width:60rem;margin:0 auto;
padding:3rem 3.5rem 4rem;background:#fff;color:var(--ink);color-scheme:light;
font:400 0.9375rem/1.55 Inter,'Inter Variable',system-ui,-apple-system,'Segoe UI',sans-serif;overflow-wrap:break-word}
.report *{box-sizing:border-box}
.report h1{margin:0;font-size:1.875rem;line-height:1.2;font-weight:650;letter-spacing:-0.015em;text-wrap:balance}
.report .report-subtitle{margin:0.5rem 0 0;color:var(--quiet)}
.report section{margin-top:2.5rem}
.report h2{margin:0 0 0.75rem;padding-bottom:0.4rem;border-bottom:2px solid var(--ink);font-size:1.25rem;line-height:1.3;
font-weight:650}
.report h3{margin:1.75rem 0 0.5rem;font-size:1rem;line-height:1.4;font-weight:650}
.report p{margin:0 0 0.75rem;white-space:pre-line}
.report .report-quiet{color:var(--quiet);font-size:0.875rem}
.report .report-lead{font-size:1.125rem;line-height:1.5}
.report dl{margin:0;display:grid;grid-template-columns:max-content 1fr;gap:0.35rem 1.5rem}
.report dt{color:var(--quiet)}
.report dd{margin:0}
.report figure{margin:0}
.report img{display:block;max-width:100%;height:auto;margin:0 auto}
.report table{width:100%;border-collapse:collapse;table-layout:fixed;font-size:0.875rem;line-height:1.45;margin:0 0 0.75rem}
.report th{text-align:start;font-weight:600;vertical-align:bottom;padding:0.4rem 0.75rem 0.4rem 0;
border-bottom:1.5px solid var(--ink)}
.report td{vertical-align:top;padding:0.45rem 0.75rem 0.45rem 0;border-bottom:1px solid var(--line);white-space:pre-line}
.report th:last-child,.report td:last-child{padding-inline-end:0}
.report .report-number{text-align:end;font-variant-numeric:tabular-nums}
.report ol{list-style:none;margin:0;padding:0}
.report li{margin:0 0 1.1rem;break-inside:avoid}
.report li p{margin:0.2rem 0 0}
.report .report-entry-lead{font-weight:600}
.report .report-entry-aside{color:var(--quiet);margin-inline-start:0.6rem;font-size:0.875rem}
.report footer{margin-top:3rem;padding-top:0.75rem;border-top:1px solid var(--line);color:var(--quiet);font-size:0.8125rem}
.report-hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media screen and (max-width:640px){
.report{padding:1.5rem 1.1rem 2.5rem}
.report h1{font-size:1.5rem}
.report dl{grid-template-columns:1fr;gap:0}
.report dd{margin-bottom:0.5rem}
.report table,.report tbody,.report tr,.report td{display:block;width:100%}
.report colgroup{display:none}
.report thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.report tr{padding:0.6rem 0;border-bottom:1px solid var(--line)}
.report td,.report td.report-number{padding:0.1rem 0;border:0;text-align:start}
.report td:first-child{font-weight:600}
.report td:empty{display:none}
.report td[data-label]:not(:first-child)::before{content:attr(data-label) ': ';color:var(--quiet);font-weight:400}
}
@media print{
.report{max-width:none;margin:0;padding:0;font-size:10pt}
.report section{margin-top:18pt}
.report h2,.report h3{break-after:avoid;break-inside:avoid}
.report h2+p:not(:last-child),.report h3+p:not(:last-child){break-after:avoid}
.report tr,.report dl>*,.report figure{break-inside:avoid}
.report thead{display:table-header-group;break-after:avoid;break-inside:avoid}
.report tbody tr:first-child{break-after:avoid}
.report tbody tr:last-child{break-before:avoid}
.report table.report-short{break-inside:avoid}
.report p{orphans:3;widows:3}
.report table{font-size:9pt}
.report img{max-height:230mm}
.report footer{break-inside:avoid}
}
`

/** Margins and numbers of printed pages, for a document of its own. The paper is the printer's: A4 or Letter. */
export const reportPaper = `
@page{margin:18mm 16mm 20mm;@bottom-right{content:counter(page) ' / ' counter(pages);font:8pt sans-serif;color:#565d69}}
@media print{html,body{background:#fff!important}}
`
