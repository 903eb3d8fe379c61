import type { ContributionEffect } from '../model/contribution'
import type { HoldWord } from '../model/hold'
import { sectorNames, type KnownSector } from '../model/sector'
import type { KnownTieType } from '../model/tie'
import { tieNames } from '../model/tieNames'
import type { VariableMark } from '../model/variable'

/** The words that a picture itself says (legend, description), so that they can be translated. */
export interface RenderTexts {
  readonly untitled: string
  readonly describe: (elements: number, links: number) => string
  readonly signs: Readonly<Record<'+' | '-' | '?', string>>
  /** What stands at the head when signs are written as words. */
  readonly signWords: Readonly<Record<'+' | '-' | '?', string>>
  readonly delay: string
  readonly marks: Readonly<Record<VariableMark, string>>
  /** Beside the tilde of a link. */
  readonly contested: string
  /** Beside the dot of a variable. */
  readonly chosen: string
  readonly ties: Readonly<Record<KnownTieType, string>>
  /** What the badges of loops mean. */
  readonly loops: Readonly<Record<'reinforcing' | 'balancing' | 'undetermined', string>>
  readonly relation: string
  /** What a stakeholder has to do with a variable. */
  readonly holds: Readonly<Record<HoldWord, string>>
  readonly contribution: string
  /** What a contribution is to do to what it is aimed at. */
  readonly effects: Readonly<Record<ContributionEffect, string>>
  readonly sectors: Readonly<Record<KnownSector, string>>
  readonly stances: Readonly<Record<'supports' | 'neutral' | 'opposes' | 'mixed', string>>
}

export const englishTexts: RenderTexts = {
  untitled: 'Untitled map',
  describe: (elements, links) =>
    `System map with ${elements} ${elements === 1 ? 'element' : 'elements'} and ${links} ${links === 1 ? 'link' : 'links'}.`,
  signs: { '+': 'Same direction', '-': 'Opposite direction', '?': 'Not sure yet' },
  signWords: { '+': 'more', '-': 'less', '?': '?' },
  delay: 'Delayed',
  marks: { symptom: 'Symptom', goal: 'Goal', result: 'Result' },
  contested: 'People disagree',
  chosen: 'Chosen by the group',
  ties: tieNames,
  loops: {
    reinforcing: 'Loop that feeds itself (reinforcing)',
    balancing: 'Loop that pushes back (balancing)',
    undetermined: 'Loop with a sign missing',
  },
  relation: 'Relation',
  holds: {
    'can-move': 'Can move it',
    'affected-by': 'Is affected by it',
    decides: 'Decides it',
    measures: 'Measures it',
  },
  contribution: 'Contribution',
  effects: {
    rise: 'Contribution that is to raise it',
    fall: 'Contribution that is to lower it',
    hold: 'Contribution that is to hold it steady',
  },
  sectors: sectorNames,
  stances: { supports: 'Supports', neutral: 'Neutral', opposes: 'Opposes', mixed: 'Mixed' },
}
