import { escapeXml, tag } from '../render/xml'
import { columnShares } from './columnShares'
import type { ReportBlock, ReportEntry, ReportPage, ReportPicture, ReportTable } from './reportPage'
import { reportPaper, reportStyle } from './reportStyle'

/** Names what a file has of styles beside those of every report. */
export const ownStyleId = 'own-style'

/** What the file may do when it is opened: show itself, and nothing else. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

/**
 * The report as one HTML file that needs nothing else: no script, nothing fetched. No text of a map can become markup.
 * @param ownStyle CSS of ours, after that of every report
 * Cost: linear.
 */
export function renderReportHtml(page: ReportPage, picture: ReportPicture | undefined, ownStyle = ''): string {
  const head = [
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${escapeXml(policy)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeXml(page.title)}</title>`,
    `<style>body{margin:0;background:#fff}${reportStyle}${reportPaper}</style>`,
    ...(ownStyle === '' ? [] : [`<style id="${ownStyleId}">${ownStyle}</style>`]),
  ]
  return `<!doctype html>
<html lang="${escapeXml(page.lang)}" dir="${page.dir}">
<head>
${head.join('\n')}
</head>
<body>
${renderReportBody(page, picture)}
</body>
</html>
`
}

/** The report as it stands in a page that has `reportStyle`. */
function renderReportBody(page: ReportPage, picture: ReportPicture | undefined): string {
  const sections = page.sections.map(({ id, title, blocks }) =>
    [
      `<section aria-labelledby="report-${escapeXml(id)}">`,
      tag('h2', { id: `report-${id}` }, escapeXml(title)),
      ...blocks.map((block) => renderBlock(block, picture)),
      '</section>',
    ].join('\n'),
  )
  return [
    '<main class="report">',
    own('h1', page.title),
    `<p class="report-subtitle">${escapeXml(page.subtitle)}</p>`,
    ...sections,
    `<footer>${escapeXml(page.foot.text)}</footer>`,
    '</main>',
  ].join('\n')
}

function renderBlock(block: ReportBlock, picture: ReportPicture | undefined): string {
  switch (block.kind) {
    case 'text':
      return own('p', block.text, block.tone === undefined ? undefined : `report-${block.tone}`)
    case 'heading':
      return own('h3', block.text)
    case 'facts':
      return `<dl>${block.rows.map(([label, value]) => `<dt>${escapeXml(label)}</dt>${own('dd', value)}`).join('')}</dl>`
    case 'table':
      return renderTable(block.table)
    case 'entries':
      return `<ol>${block.entries.map(renderEntry).join('\n')}</ol>`
    case 'picture':
      return picture === undefined ? '' : renderPicture(picture, block.alt)
    case 'drawing':
      return renderPicture(block.drawing, block.alt)
  }
}

/** A table of no more rows begins on a new page rather than being parted. */
const fewRows = 6

/** Roles are said, since a narrow screen shows the rows as blocks, which are none by themselves. */
function renderTable({ title, columns, rows }: ReportTable): string {
  const widths = columnShares(columns).map((share) => `<col style="width:${(share * 100).toFixed(2)}%"/>`)
  const heads = columns.map((column) =>
    tag(
      'th',
      { role: 'columnheader', scope: 'col', class: column.isNumber === true ? 'report-number' : undefined },
      escapeXml(column.title),
    ),
  )
  const body = rows.map((row) => {
    const cells = row.map((cell, at) =>
      tag(
        'td',
        {
          role: 'cell',
          class: columns[at]?.isNumber === true ? 'report-number' : undefined,
          'data-label': columns[at]?.title,
          dir: typeof cell === 'number' ? undefined : 'auto',
        },
        escapeXml(String(cell)),
      ),
    )
    return `<tr role="row">${cells.join('')}</tr>`
  })
  return [
    `<table role="table" aria-label="${escapeXml(title)}"${rows.length <= fewRows ? ' class="report-short"' : ''}>`,
    `<colgroup>${widths.join('')}</colgroup>`,
    `<thead role="rowgroup"><tr role="row">${heads.join('')}</tr></thead>`,
    `<tbody role="rowgroup">`,
    ...body,
    '</tbody></table>',
  ].join('\n')
}

function renderEntry({ lead, aside, lines }: ReportEntry): string {
  const quiet = aside === '' ? '' : `<span class="report-entry-aside">${escapeXml(aside)}</span>`
  const texts = lines.map((line) => own('p', line)).join('')
  return `<li><span class="report-entry-lead" dir="auto">${escapeXml(lead)}</span>${quiet}${texts}</li>`
}

function renderPicture({ svg, width, height }: ReportPicture, alt: string): string {
  const source = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  return `<figure>${tag('img', { src: source, width, height, alt })}</figure>`
}

/** A text of people's own, which goes the way that its letters go. */
function own(name: string, text: string, className?: string): string {
  return tag(name, { class: className, dir: 'auto' }, escapeXml(text))
}
