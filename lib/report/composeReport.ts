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
      ? [quiet(say('picture.none'))]
      : [{ kind: 'picture', alt: say('picture.alt', { elements, links }), tooSmall: say('picture.tooSmall') }],
  factors: (factors, words) =>
    tableOf(factorTable(factors, words), words.say('factors.count', { count: factors.length })),
  links: (links, words) => tableOf(linkTable(links, words), words.say('links.how')),
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
  const empty = reportSections.filter((section) => isEmpty(report, section))
  const compose = <Section extends ReportSection>(section: Section): ReportPage['sections'] => {
    const part = report[section]
    if (part === undefined || empty.includes(section)) return []
    return [{ id: section, title: say(`sections.${section}`), blocks: composers[section](part, words) }]
  }
  const names = empty.map((section) => say('quoted', { name: say(`sections.${section}`) }))
  return {
    lang: words.lang,
    dir: words.dir,
    title: report.title === '' ? say('untitled') : report.title,
    subtitle: say('subtitle', { when: words.moment(report.madeAt) }),
    sections: [
      ...reportSections.flatMap((section) => compose(section)),
      ...(empty.length === 0
        ? []
        : [
            {
              id: 'empty',
              title: say('empty.title'),
              blocks: [quiet(say('empty.names', { names: words.list(names) }))],
            },
          ]),
    ],
    contents: say('contents'),
    lacking: say('lacking'),
    foot: {
      text: say('foot', { when: words.moment(report.madeAt) }),
      page: (page, pages) => say('page', { page, pages }),
    },
  }
}

/** True for a section of which there is nothing yet, and nothing else to say than that. */
function isEmpty(report: Report, section: ReportSection): boolean {
  switch (section) {
    case 'factors':
    case 'links':
    case 'results':
    case 'experiments':
    case 'coalitions':
    case 'rounds':
    case 'comments':
      return report[section]?.length === 0
    case 'loops':
      // Where there are links, that none of them closes a loop is worth saying.
      return report.loops?.list.length === 0 && report.links?.length === 0
    case 'stakeholders':
      return report.stakeholders?.list.length === 0
    case 'leverage': {
      const part = report.leverage
      return part !== undefined && part.places.length + part.actions.length + part.others.length === 0
    }
    case 'pulse':
      return report.pulse !== undefined && report.pulse.going.length + report.pulse.kinds.length === 0
    case 'purpose':
    case 'meeting':
    case 'picture':
    case 'changes':
      return false
  }
}

function quiet(text: string): ReportBlock {
  return { kind: 'text', tone: 'quiet', text }
}

/** Every table of a composed report, in order. */
export function listTables(page: ReportPage): readonly ReportTable[] {
  return page.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? [block.whole ?? block.table] : [])),
  )
}

function tableOf(table: ReportTable, about: string): readonly ReportBlock[] {
  return [quiet(about), { kind: 'table', table }]
}
