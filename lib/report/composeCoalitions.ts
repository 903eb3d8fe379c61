import { memberRoles, type DecisionRule } from '../model/practice/coalition'
import type { CoalitionPart } from './coalitionPart'
import { joinLines, nameOr } from './mapTables'
import type { ReportBlock, ReportTable, ReportWords } from './reportPage'
import { sectorName } from './sectorName'

/** Every coalition of a map: what for, who, how far, and how they decide. */
export function composeCoalitions(list: readonly CoalitionPart[], words: ReportWords): readonly ReportBlock[] {
  const { say } = words
  return list.flatMap((one, at): readonly ReportBlock[] => [
    { kind: 'heading', text: one.name },
    ...texts(one.purpose),
    ...(one.members.length === 0
      ? ([{ kind: 'text', tone: 'quiet', text: say('coalitions.alone') }] as const)
      : ([{ kind: 'table', table: memberTable(one, at + 1, words) }] as const)),
    ...texts(sayMissing(one, words), ...sayDecides(one, words), sayLookAgain(one, words)),
  ])
}

/** Which sectors have nobody in; '' where none is missing. */
export function sayMissing({ missing }: CoalitionPart, words: ReportWords): string {
  const names = missing.map((sector) => sectorName(sector, words)).join(', ')
  return names === '' ? '' : words.say('coalitions.missing', { names })
}

/** How they decide, by the rule that was chosen and in their own words. */
export function sayDecides(
  { rule, decides }: { readonly rule?: DecisionRule | undefined; readonly decides: string },
  { say }: ReportWords,
): readonly string[] {
  return [
    rule === undefined
      ? ''
      : say('coalitions.ruleOf', {
          name: say(`coalition.rules.${rule}.name`),
          about: say(`coalition.rules.${rule}.about`),
        }),
    decides,
  ].filter((text) => text !== '')
}

/** What somebody brings: in their words, and what of the map is theirs to do, a line each with the day by which. */
export function sayBrings(
  { commitment, contributions }: Pick<CoalitionPart['members'][number], 'commitment' | 'contributions'>,
  words: ReportWords,
): string {
  return joinLines(
    commitment,
    ...contributions.map(({ label, state, due }) =>
      words.say('coalitions.contribution', {
        ...{ name: nameOr(label, words), state: state.replace('-', '') },
        ...{ has: due === undefined ? 'no' : 'yes', day: due === undefined ? '' : words.day(due) },
      }),
    ),
  )
}

/** The day on which they look at it again; '' where none is named. */
export function sayLookAgain({ lookAgain }: Pick<CoalitionPart, 'lookAgain'>, words: ReportWords): string {
  return lookAgain === undefined ? '' : words.say('coalitions.lookAgain', { day: words.day(lookAgain) })
}

/** A role that is offered by its name, any other as it was written. */
export function sayRole(role: string, { say }: ReportWords): string {
  return memberRoles.some((one) => one === role) ? say(`coalition.roles.${role}.name`) : role
}

/** The sector's name; '' where nobody gave one. */
export function sectorOr(sector: string | undefined, words: ReportWords): string {
  return sector === undefined ? '' : sectorName(sector, words)
}

/** Blocks of these texts, without those that say nothing. */
export function texts(...all: readonly string[]): readonly ReportBlock[] {
  return all.filter((text) => text !== '').map((text) => ({ kind: 'text', text }) as const)
}

function memberTable({ name, members }: CoalitionPart, number: number, words: ReportWords): ReportTable {
  const { say } = words
  return {
    id: `coalition-${number}`,
    title: name,
    columns: [
      { title: say('coalitions.who'), weight: 3 },
      { title: say('coalitions.sector'), weight: 1.8 },
      { title: say('coalitions.state'), weight: 1.4 },
      { title: say('coalitions.role'), weight: 2.4 },
      { title: say('coalitions.commitment'), weight: 3 },
      { title: say('coalitions.askedBy'), weight: 2 },
    ],
    rows: members.map(({ label, sector, state, role, askedBy, ...member }) => [
      nameOr(label, words),
      sectorOr(sector, words),
      say(`coalition.states.${state}`),
      sayRole(role, words),
      sayBrings(member, words),
      askedBy === undefined ? '' : nameOr(askedBy, words),
    ]),
  }
}
