/**
 * Why a file could not be read at all. `where` is a line, a path or an address inside the file;
 * `detail` a name, a number or a short piece of what was found.
 */
export interface FormatProblem {
  readonly code: FormatProblemCode
  readonly where?: string
  readonly detail?: string
}

export const formatProblemCodes = [
  'empty',
  'too-large',
  'too-many-elements',
  'too-many-links',
  'not-text',
  'unknown-format',
  'not-yet-readable',
  'bad-json',
  'too-deep',
  'not-a-map',
  'newer-version',
  'no-columns',
  'broken-picture',
  'no-map-inside',
  'damaged-map-inside',
] as const
type FormatProblemCode = (typeof formatProblemCodes)[number]

const readable = 'Weft reads Weft JSON, Kumu JSON, CSV, and the PNG and SVG pictures it wrote itself.'

const sentences: Readonly<Record<FormatProblemCode, (detail: string) => string>> = {
  empty: () => 'The file is empty. Choose a file that has a map in it.',
  'too-large': (detail) =>
    `The file is too large${detail}. Weft takes files up to 20 MB; split the map or leave out pictures.`,
  'too-many-elements': (detail) =>
    `The map has too many elements${detail}. Weft takes up to 5,000; import a part of it instead.`,
  'too-many-links': (detail) =>
    `The map has too many links${detail}. Weft takes up to 20,000; import a part of it instead.`,
  'not-text': () => `The file is neither text nor a picture that Weft knows. ${readable}`,
  'unknown-format': () => `Weft cannot tell what kind of file this is. ${readable}`,
  'not-yet-readable': (detail) =>
    `This is ${detail === '' ? 'a format' : detail.slice(2)}, which Weft cannot read yet. Export the map as Kumu JSON or as CSV with the columns from, to and sign, and import that.`,
  'bad-json': (detail) => `The JSON is broken${detail}. Mend it there, or export the file again.`,
  'too-deep': () => 'The JSON is nested too deeply to be a map. Export the file again from the program that made it.',
  'not-a-map': (detail) => `The file is JSON, but not a map that Weft knows${detail}. ${readable}`,
  'newer-version': (detail) => `The file was written by a newer Weft${detail}. Open it there, or update this one.`,
  'no-columns': (detail) =>
    `The table has no columns that make a map${detail}. Give its first line the names from and to (and sign, if there is one), or label for a list of elements.`,
  'broken-picture': (detail) =>
    `The picture is damaged${detail}. Take the original file instead of a copy that was cut short.`,
  'no-map-inside': () =>
    'The picture carries no map. Only PNG and SVG files that Weft exported do, and some programs remove it when they save a picture again.',
  'damaged-map-inside': (detail) =>
    `The map inside the picture is damaged${detail}. Export the picture again from Weft.`,
}

/** The problem as one or two English sentences, for the API and the command line. Screens use the catalogue. */
export function describeProblem(problem: FormatProblem): string {
  const sentence = sentences[problem.code](problem.detail === undefined ? '' : `: ${problem.detail}`)
  return problem.where === undefined ? sentence : `${capitalise(problem.where)}: ${sentence}`
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
