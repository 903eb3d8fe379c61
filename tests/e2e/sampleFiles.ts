import type { FileToImport } from './weftTest'

interface SampleElement {
  readonly label: string
  readonly at: readonly [number, number] | readonly [number, number, number, number]
  readonly kind?: string
  readonly [field: string]: unknown
}

interface SampleLink {
  readonly from: string
  readonly to: string
  readonly [field: string]: unknown
}

/** A map as a Weft file, with every element where the test wants it. Ids are the keys. */
export function weftFile(
  title: string,
  elements: Readonly<Record<string, SampleElement>>,
  links: readonly SampleLink[] = [],
  meta: Readonly<Record<string, unknown>> = {},
): FileToImport {
  return {
    name: `${title}.weft.json`,
    type: 'application/json',
    content: JSON.stringify({
      weft: 1,
      meta: { schemaVersion: 1, title, description: '', ...meta },
      elements: Object.fromEntries(
        Object.entries(elements).map(([id, { at: _, kind = 'variable', ...fields }]) => [
          id,
          { kind, description: '', ...fields },
        ]),
      ),
      links: Object.fromEntries(
        links.map((link, index) => [`link-${index}`, { kind: 'causal', description: '', ...link }]),
      ),
      positions: { board: Object.fromEntries(Object.entries(elements).map(([id, { at }]) => [id, at])) },
    }),
  }
}

/** Three causes in a row and one link: enough to handle. */
export const threeVariables = weftFile(
  'Three causes',
  {
    rain: { label: 'Rain', at: [0, 0] },
    flood: { label: 'Flooding', at: [300, 0] },
    loss: { label: 'Lost harvest', at: [150, 200] },
  },
  [{ from: 'rain', to: 'flood', polarity: '+' }],
)

/** As Kumu writes it: named ends, one picture that cannot come along, a delay, no positions. */
export const kumuFile: FileToImport = {
  name: 'kumu.json',
  type: 'application/json',
  content: JSON.stringify({
    elements: [
      { label: 'Reported crime', type: 'Variable', image: 'https://example.org/crime.png' },
      { label: 'Police on the street', type: 'Variable' },
      { label: 'Fear of going out', type: 'Variable', tags: ['felt'] },
    ],
    connections: [
      {
        from: 'Reported crime',
        to: 'Police on the street',
        direction: 'directed',
        'connection type': '+',
        delayed: true,
      },
      { from: 'Police on the street', to: 'Reported crime', direction: 'directed', 'connection type': '-' },
      { from: 'Reported crime', to: 'Fear of going out', direction: 'directed', 'connection type': '+' },
    ],
  }),
}

export const csvFile: FileToImport = {
  name: 'edges.csv',
  type: 'text/csv',
  content: 'from,to,sign,delay\nSleep,Attention,+,\nAttention,Errors,-,\nErrors,Overtime,+,yes\nOvertime,Sleep,-,\n',
}
