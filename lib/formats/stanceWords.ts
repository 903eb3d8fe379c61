import type { stances } from '../model/stakeholder'

type Stance = (typeof stances)[number]

const words: Readonly<Record<Stance, readonly string[]>> = {
  supports: [
    'supports',
    'support',
    'supporter',
    'supporting',
    'supportive',
    'in support',
    'for',
    'pro',
    'in favour',
    'in favor',
    'favourable',
    'favorable',
    'positive',
    'ally',
    'advocate',
    'champion',
    'promoter',
  ],
  neutral: ['neutral', 'undecided', 'indifferent', 'unsure', 'uncommitted', 'no position'],
  opposes: [
    'opposes',
    'oppose',
    'opposed',
    'opposing',
    'opponent',
    'in opposition',
    'against',
    'contra',
    'con',
    'anti',
    'not in favour',
    'not in favor',
    'unfavourable',
    'unfavorable',
    'negative',
    'blocker',
    'detractor',
  ],
  mixed: ['mixed', 'ambivalent', 'divided', 'split'],
}

const stanceByWord = new Map(
  (Object.keys(words) as Stance[]).flatMap((stance) => words[stance].map((word) => [word, stance] as const)),
)

/** The stance that a word means, `Strongly opposed`, `Supporters` or `against`; undefined for any other text. */
export function readStance(text: string): Stance | undefined {
  const word = text
    .trim()
    .toLowerCase()
    .replace(/^(?:strongly|strong|very|somewhat|rather|moderately|mostly)\s+/, '')
  return stanceByWord.get(word) ?? stanceByWord.get(word.replace(/s$/, ''))
}
