/**
 * Who counts to whom, by what they have of power, legitimacy and urgency (Mitchell, Agle & Wood 1997). Latent classes
 * have one, expectant ones two, the definitive class all three.
 */
export const salienceClasses = [
  'definitive',
  'dominant',
  'dangerous',
  'dependent',
  'dormant',
  'discretionary',
  'demanding',
  'none',
] as const
export type SalienceClass = (typeof salienceClasses)[number]

/** From this share on a stakeholder is taken to have the attribute. */
export const salienceCut = 0.5

export interface Attributes {
  readonly power?: number | undefined
  readonly legitimacy?: number | undefined
  readonly urgency?: number | undefined
}

/** By which of power, legitimacy and urgency there are, in this order. */
const classes: Readonly<Record<string, SalienceClass>> = {
  PLU: 'definitive',
  'PL-': 'dominant',
  'P-U': 'dangerous',
  '-LU': 'dependent',
  'P--': 'dormant',
  '-L-': 'discretionary',
  '--U': 'demanding',
  '---': 'none',
}

/** The class of a stakeholder; undefined until all three attributes, shares from 0 to 1, were said. */
export function findSalience({ power, legitimacy, urgency }: Attributes): SalienceClass | undefined {
  if (power === undefined || legitimacy === undefined || urgency === undefined) return undefined
  const has = (share: number, letter: string): string => (share >= salienceCut ? letter : '-')
  return classes[has(power, 'P') + has(legitimacy, 'L') + has(urgency, 'U')]
}
