/** A number's text with a minus sign where it has a hyphen, which is shorter and may break from its number. */
export function withMinus(text: string): string {
  return text.replace(/^-(?=[\d.,])/, '−')
}
