import type { RoundOutcome } from './round'

/** How many items an outcome has, where they may be shown one by one. */
export function countItems(outcome: RoundOutcome): number {
  return itemsOf(outcome).length
}

/** The outcome with its first items alone. */
export function firstItems(outcome: RoundOutcome, count: number): RoundOutcome {
  switch (outcome.kind) {
    case 'cards':
      return { ...outcome, groups: outcome.groups.slice(0, count) }
    case 'text':
      return { ...outcome, texts: outcome.texts.slice(0, count) }
    case 'dots':
      return { ...outcome, rows: outcome.rows.slice(0, count) }
    case 'choice':
      return { ...outcome, rows: outcome.rows.slice(0, count) }
    case 'scale':
      return { ...outcome, rows: outcome.rows.slice(0, count) }
    case 'point':
      return { ...outcome, rows: outcome.rows.slice(0, count) }
  }
}

function itemsOf(outcome: RoundOutcome): readonly unknown[] {
  return outcome.kind === 'cards' ? outcome.groups : outcome.kind === 'text' ? outcome.texts : outcome.rows
}
