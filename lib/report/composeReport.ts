import { composeChanges } from './composeChanges'
import { composeComments, composeLoops, composeMeeting, composePurpose } from './composeMeeting'
import { composeLeverage, composeStakeholders } from './composeActors'
import { composeExperiments } from './composeExperiments'
import { composeCoalitions } from './composeCoalitions'
import { composeResults } from './composeResults'
import { composePulse } from './composePulse'
import { composeRounds } from './composeRounds'
import { factorTable, linkTable } from './mapTables'
import { reportSections, type Report, type ReportSection } from './report'
import type { ReportBlock, ReportPage, ReportTable, ReportWords } from './reportPage'

type Composers = {
  readonly [Section in ReportSection]: (
    part: NonNullable<Report[Section]>,
    words: ReportWords,
  ) => readonly ReportBlock[]
}

const composers: Composers = {
  purpose: composePurpose,
  meeting: composeMeeting,
  picture: ({ elements, links }, { say }) =>
    elements === 0
      ? [{ kind: 'text', tone: 'quiet', text: say('picture.none') }]
      : [{ kind: 'picture', alt: say('picture.alt', { elements, links }) }],
  factors: (factors, words) =>
    tableOr(factorTable(factors, words), words.say('factors.count', { count: factors.length }), words),
  links: (links, words) => tableOr(linkTable(links, words), words.say('links.how'), words),
  loops: composeLoops,
  stakeholders: composeStakeholders,
  leverage: composeLeverage,
  experiments: composeExperiments,
  coalitions: composeCoalitions,
  results: composeResults,
  pulse: composePulse,
  rounds: composeRounds,
  comments: composeComments,
  changes: composeChanges,
}

/** A report in words: the same for the same report and words. Cost: linear. */
export function composeReport(report: Report, words: ReportWords): ReportPage {
  const { say } = words
  const compose = <Section extends ReportSection>(section: Section): ReportPage['sections'] => {
    const part = report[section]
    if (part === undefined) return []
    return [{ id: section, title: say(`sections.${section}`), blocks: composers[section](part, words) }]
  }
  return {
    lang: words.lang,
    dir: words.dir,
    title: report.title === '' ? say('untitled') : report.title,
    subtitle: say('subtitle', { when: words.moment(report.madeAt) }),
    sections: reportSections.flatMap((section) => compose(section)),
    lacking: say('lacking'),
    foot: {
      text: say('foot', { when: words.moment(report.madeAt) }),
      page: (page, pages) => say('page', { page, pages }),
    },
  }
}

/** Every table of a composed report, in order. */
export function listTables(page: ReportPage): readonly ReportTable[] {
  return page.sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])))
}

function tableOr(table: ReportTable, about: string, { say }: ReportWords): readonly ReportBlock[] {
  return table.rows.length === 0
    ? [{ kind: 'text', tone: 'quiet', text: say('none') }]
    : [
        { kind: 'text', tone: 'quiet', text: about },
        { kind: 'table', table },
      ]
}
