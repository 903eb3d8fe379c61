import { Paragraph, TextRun, type IParagraphOptions, type IRunOptions } from 'docx'

/** As in the PDF, the way Word writes colours. */
export const colours = { ink: '1A1D23', quiet: '565D69', line: 'D9DCE1' } as const

const firstLetter = /^[^\p{L}]*/u
const rightToLeft = /^[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u

/** True if a text begins, by its first letter, at the right. */
function isRightToLeft(text: string): boolean {
  return rightToLeft.test(text.replace(firstLetter, ''))
}

/** Lines as runs with breaks between them. What XML cannot hold is left out, and halves of characters are replaced. */
export function makeRuns(text: string, look: IRunOptions = {}): TextRun[] {
  return text
    .replaceAll(/\p{Cs}/gu, '\ufffd')
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line, at) => {
      const clean = line.replaceAll(/[\p{Cc}\ufffe\uffff]/gu, (character) => (character === '\t' ? ' ' : ''))
      return new TextRun({
        ...look,
        text: clean,
        ...(at === 0 ? {} : { break: 1 }),
        ...(isRightToLeft(text) ? { rightToLeft: true } : {}),
      })
    })
}

/** What a paragraph says of its direction: nothing, where it begins at the left. */
export function directionOf(text: string): { readonly bidirectional?: true } {
  return isRightToLeft(text) ? { bidirectional: true } : {}
}

/** A paragraph of people's own words, which goes the way that its letters go. */
export function paragraph(text: string, options: Omit<IParagraphOptions, 'text' | 'children'> = {}): Paragraph {
  return new Paragraph({ ...options, ...directionOf(text), children: makeRuns(text) })
}
