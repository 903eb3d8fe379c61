import { decisionOf, type Decisions, type ReviewRow, type RowKind } from '../../../lib/breakout/reviewRow'

/** Sections of the review, in order: kinds that are decided alike stand together. */
export const reviewSections = ['names', 'signs', 'changed', 'new', 'links', 'deleted'] as const
export type ReviewSection = (typeof reviewSections)[number]

const sectionOf: Readonly<Record<RowKind, ReviewSection>> = {
  'same-name': 'names',
  'similar-name': 'names',
  sign: 'signs',
  turned: 'signs',
  changed: 'changed',
  'only-here': 'new',
  'new-link': 'links',
  'same-link': 'links',
  deleted: 'deleted',
}

export function inSection(rows: readonly ReviewRow[], section: ReviewSection): readonly ReviewRow[] {
  return rows.filter((row) => sectionOf[row.kind] === section)
}

/** What is suggested, for rows that are not decided. */
export function takeSuggested(rows: readonly ReviewRow[], decisions: Decisions): Decisions {
  const news = rows
    .filter((row) => decisionOf(row, decisions) === undefined)
    .map((row) => [row.key, row.suggested] as const)
  return { ...decisions, ...Object.fromEntries(news) }
}

/** Everything that is on no other map comes, whatever was said of it before. */
export function takeAllNew(rows: readonly ReviewRow[], decisions: Decisions): Decisions {
  const isNew = ({ kind, choices }: ReviewRow): boolean =>
    (kind === 'only-here' || kind === 'new-link') && choices.includes('take')
  return { ...decisions, ...Object.fromEntries(rows.filter(isNew).map((row) => [row.key, 'take'] as const)) }
}
