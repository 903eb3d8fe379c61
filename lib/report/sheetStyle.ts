/** What a sheet that is to fit on a printed page has beside `reportStyle`: less room between its parts, and letters of this scale on paper. */
export function sheetStyle(scale: number): string {
  const points = (size: number): string => `${(size * scale).toFixed(2)}pt`
  return `
.report section{margin-top:1.5rem}
.report h2{margin-bottom:0.35rem;padding-bottom:0.2rem;border-bottom-width:1px;font-size:1.0625rem}
.report footer{margin-top:1.5rem}
@media print{
.report{font-size:${points(10)}}
.report h1{font-size:${points(20)}}
.report h2{margin-bottom:3pt;border:0;padding:0;font-size:${points(11.5)}}
.report section{margin-top:${points(9)}}
.report p{margin-bottom:3pt}
.report .report-lead{font-size:${points(11.5)}}
.report .report-quiet,.report table{font-size:${points(9)}}
.report th,.report td{padding-top:${points(2.5)};padding-bottom:${points(2.5)}}
.report table{margin-bottom:3pt}
.report footer{display:none}
}
`
}
