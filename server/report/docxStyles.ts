import { BorderStyle, LineRuleType, type IStylesOptions } from 'docx'
import { colours } from './docxText'

/** A face that every office program has, with letters of many scripts beside it. */
const font = 'Arial'

/**
 * How a Word report looks. Sizes are half points, spaces twentieths of a point.
 * @param sheet close together and at this scale, as something that is to fit on a page
 */
export function docxStyles(lang: string, sheet?: number): IStylesOptions {
  const isSheet = sheet !== undefined
  const sized = (size: number): number => Math.round(size * (sheet ?? 1))
  const own = { basedOn: 'Normal', next: 'Normal', quickFormat: true } as const
  return {
    default: {
      document: {
        run: { font, size: sized(20), color: colours.ink, language: { value: lang } },
        // A line grows with what stands in it, such as the picture.
        paragraph: { spacing: { after: 80, line: 288, lineRule: LineRuleType.AUTO } },
      },
      title: { run: { font, size: sized(44), bold: true, color: colours.ink }, paragraph: { spacing: { after: 60 } } },
      heading1: {
        run: { font, size: sized(isSheet ? 23 : 28), bold: true, color: colours.ink },
        paragraph: {
          spacing: isSheet ? { before: sized(200), after: sized(80) } : { before: 440, after: 160 },
          keepNext: true,
          ...(isSheet
            ? {}
            : { border: { bottom: { style: BorderStyle.SINGLE, size: 10, space: 4, color: colours.ink } } }),
        },
      },
      heading2: {
        run: { font, size: sized(21), bold: true, color: colours.ink },
        paragraph: { spacing: { before: 280, after: 100 }, keepNext: true },
      },
    },
    paragraphStyles: [
      // It says what the table below is about, and stays with it.
      {
        ...own,
        id: 'Quiet',
        name: 'Quiet',
        run: { color: colours.quiet, size: sized(18) },
        paragraph: { keepNext: true },
      },
      { ...own, id: 'Lead', name: 'Lead', run: { size: sized(24) } },
      {
        ...own,
        id: 'Cell',
        name: 'Cell',
        run: { size: sized(18) },
        paragraph: { spacing: { after: 0, line: 252, lineRule: LineRuleType.AUTO } },
      },
      { ...own, id: 'Foot', name: 'Foot', run: { size: sized(16), color: colours.quiet } },
    ],
  }
}
