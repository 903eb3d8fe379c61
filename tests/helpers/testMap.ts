import { createSeededRandom } from '../../lib/base/random'
import type { ElementId, LinkId } from '../../lib/base/ids'
import type { Command, CommandContext, CommandProblem } from '../../lib/commands/command'
import { applyPatch } from '../../lib/document/applyPatch'
import { createDocument } from '../../lib/document/createDocument'
import { origins } from '../../lib/document/origin'
import { readMapView } from '../../lib/document/readMapView'
import { fromWeftMap, toWeftMap } from '../../lib/model/mapFile'
import type { MapPatch } from '../../lib/model/mapPatch'
import type { MapView } from '../../lib/model/mapView'
import type { WeftMap } from '../../lib/model/weftMap'

/** Ids without ceremony. */
export const element = (id: string): ElementId => id as ElementId
export const link = (id: string): LinkId => id as LinkId
export const elements = (...ids: readonly string[]): readonly ElementId[] => ids as readonly ElementId[]
export const links = (...ids: readonly string[]): readonly LinkId[] => ids as readonly LinkId[]

/** The context that tests run commands in: repeatable ids, a fixed time, Ana. */
export function testContext(seed = 1): CommandContext {
  return { random: createSeededRandom(seed), now: 1_700_000_000_000, author: 'Ana', participant: 'p-ana' }
}

export interface TestMapParts {
  readonly elements?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly links?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly positions?: Readonly<Record<string, readonly number[]>>
  readonly meta?: Readonly<Record<string, unknown>>
  readonly loops?: Readonly<Record<string, unknown>>
  readonly practices?: Readonly<Record<string, unknown>>
}

/** Weft JSON from parts: elements are variables and links causal unless they say otherwise. */
export function testMap({
  elements: all = {},
  links: joined = {},
  positions = {},
  meta = {},
  loops,
  practices,
}: TestMapParts): WeftMap {
  const fill = (records: Readonly<Record<string, object>>, defaults: object): object =>
    Object.fromEntries(Object.entries(records).map(([id, fields]) => [id, { ...defaults, ...fields }]))
  const places = Object.fromEntries(Object.keys(all).map((id, index) => [id, positions[id] ?? [index * 200, 0]]))
  return {
    weft: 1,
    meta: { schemaVersion: 1, title: 'Test', description: '', ...meta },
    elements: fill(
      Object.fromEntries(Object.entries(all).map(([id, fields]) => [id, { label: id.toUpperCase(), ...fields }])),
      { kind: 'variable', description: '' },
    ),
    links: fill(joined, { kind: 'causal', description: '' }),
    positions: { board: places },
    ...(loops === undefined ? {} : { loops }),
    ...(practices === undefined ? {} : { practices }),
  } as unknown as WeftMap
}

/** Variables a, b, c at x 0, 200, 400 and links ab (+) and bc (-), unless told otherwise. */
export function testView(parts?: TestMapParts): MapView {
  return fromWeftMap(
    testMap(
      parts ?? {
        elements: { a: {}, b: {}, c: {} },
        links: { ab: { from: 'a', to: 'b', polarity: '+' }, bc: { from: 'b', to: 'c', polarity: '-' } },
      },
    ),
  )
}

/** Runs a command and gives its patch; a refusal is a failed test. */
export function patchOf<Input>(
  view: MapView,
  command: Command<Input>,
  input: Input,
  context = testContext(),
): MapPatch {
  const result = command(view, input, context)
  if (!result.ok) throw new Error(`refused: ${result.reason.code} ${result.reason.subject ?? ''}`)
  return result.value
}

/** Runs a command and gives the problem; success is a failed test. */
export function problemOf<Input>(
  view: MapView,
  command: Command<Input>,
  input: Input,
  context = testContext(),
): CommandProblem {
  const result = command(view, input, context)
  if (result.ok) throw new Error('was not refused')
  return result.reason
}

/** The map after a patch, by way of a document. */
export function applied(view: MapView, patch: MapPatch): MapView {
  const doc = createDocument(toWeftMap(view))
  applyPatch(doc, patch, origins.command)
  const after = readMapView(doc)
  doc.destroy()
  return after
}

/** The map after a command. */
export function after<Input>(view: MapView, command: Command<Input>, input: Input): MapView {
  return applied(view, patchOf(view, command, input))
}
