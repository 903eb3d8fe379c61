import { BorderStyle, LineRuleType, type IStylesOptions } from 'docx'
import { colours } from './docxText'

/** A face that every office program has, with letters of many scripts beside it. */
const font = 'Arial'

/** How a Word report looks. Sizes are half points, spaces twentieths of a point. */
export function docxStyles(lang: string): IStylesOptions {
  const own = { basedOn: 'Normal', next: 'Normal', quickFormat: true } as const
  return {
    default: {
      document: {
        run: { font, size: 20, color: colours.ink, language: { value: lang } },
        // A line grows with what stands in it, such as the picture.
        paragraph: { spacing: { after: 80, line: 288, lineRule: LineRuleType.AUTO } },
      },
      title: { run: { font, size: 44, bold: true, color: colours.ink }, paragraph: { spacing: { after: 60 } } },
      heading1: {
        run: { font, size: 28, bold: true, color: colours.ink },
        paragraph: {
          spacing: { before: 440, after: 160 },
          keepNext: true,
          border: { bottom: { style: BorderStyle.SINGLE, size: 10, space: 4, color: colours.ink } },
        },
      },
      heading2: {
        run: { font, size: 21, bold: true, color: colours.ink },
        paragraph: { spacing: { before: 280, after: 100 }, keepNext: true },
      },
    },
    paragraphStyles: [
      // It says what the table below is about, and stays with it.
      { ...own, id: 'Quiet', name: 'Quiet', run: { color: colours.quiet, size: 18 }, paragraph: { keepNext: true } },
      { ...own, id: 'Lead', name: 'Lead', run: { size: 24 } },
      {
        ...own,
        id: 'Cell',
        name: 'Cell',
        run: { size: 18 },
        paragraph: { spacing: { after: 0, line: 252, lineRule: LineRuleType.AUTO } },
      },
      { ...own, id: 'Foot', name: 'Foot', run: { size: 16, color: colours.quiet } },
    ],
  }
}
