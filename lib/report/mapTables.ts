import type { ReportPart } from './report'
import type { ReportTable, ReportWords } from './reportPage'

/** What something is called; a word where nobody named it. */
export function nameOr(label: string, { say }: ReportWords): string {
  return label === '' ? say('unnamed') : label
}

/** A name within a sentence, marked as one: it may be a sentence itself, or have commas. */
export function quote(label: string, words: ReportWords): string {
  return label === '' ? nameOr(label, words) : words.say('quoted', { name: label })
}

/** Several such names, one after the other. */
export function quoteAll(labels: readonly string[], words: ReportWords): string {
  return labels.map((label) => quote(label, words)).join(', ')
}

/** Lines of one cell, without those that say nothing. */
export function joinLines(...lines: readonly string[]): string {
  return lines.filter((line) => line !== '').join('\n')
}

/** The variables, a row each. */
export function factorTable(factors: ReportPart<'factors'>, words: ReportWords): ReportTable {
  const { say } = words
  return {
    id: 'factors',
    title: say('sections.factors'),
    columns: [
      { title: say('factors.name'), weight: 3 },
      { title: say('factors.description'), weight: 6 },
      { title: say('factors.tags'), weight: 2 },
    ],
    rows: factors.map(({ label, description, tags, mark }) => [
      nameOr(label, words),
      description,
      [...(mark === undefined ? [] : [say('factors.mark', { mark })]), ...tags].join(', '),
    ]),
  }
}

/** The causal links, a row each: which way, why, and who stands where. */
export function linkTable(links: ReportPart<'links'>, words: ReportWords): ReportTable {
  const { say } = words
  return {
    id: 'links',
    title: say('sections.links'),
    columns: [
      { title: say('links.from'), weight: 2.6 },
      { title: say('links.effect'), weight: 2.9 },
      { title: say('links.to'), weight: 2.6 },
      { title: say('links.reason'), weight: 4 },
      { title: say('links.claims'), weight: 2.2 },
    ],
    rows: links.map((link) => {
      const { from, to, sign, delay, label, reason, evidenceUrl, claims } = link
      return [
        nameOr(from, words),
        joinLines(
          say('links.sign', { sign: signNames[sign] }),
          delay ? say('links.delay') : '',
          strengthOf(link, words),
        ),
        nameOr(to, words),
        joinLines(label, reason, evidenceUrl ?? ''),
        claimsOf(claims, words),
      ]
    }),
  }
}

const signNames = { '+': 'plus', '-': 'minus', '?': 'open' } as const

function strengthOf({ strength, confidence }: ReportPart<'links'>[number], { say }: ReportWords): string {
  return joinLines(
    strength === undefined ? '' : say('links.strength', { percent: Math.round(strength * 100) }),
    confidence === undefined ? '' : say('links.confidence', { percent: Math.round(confidence * 100) }),
  )
}

function claimsOf(claims: ReportPart<'links'>[number]['claims'], { say }: ReportWords): string {
  const { agree, disagree, earlier, contested, agreeNames = [], disagreeNames = [] } = claims
  const named = (key: string, count: number, names: readonly string[]): string =>
    count === 0 ? '' : say(key, { count, names: names.join(', '), has: names.length > 0 ? 'yes' : 'no' })
  return joinLines(
    contested ? say('links.contested') : '',
    named('links.agree', agree, agreeNames),
    named('links.disagree', disagree, disagreeNames),
    earlier === 0 ? '' : say('links.earlier', { count: earlier }),
  )
}
