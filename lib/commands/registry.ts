import * as z from 'zod/mini'
import type { ElementId } from '../base/ids'
import type { Result } from '../base/result'
import { readLook } from '../look/look'
import { archetypeNames } from '../model/archetype'
import { polarities } from '../model/causalLink'
import { claimWords } from '../model/claim'
import { elementKinds, type ElementKind } from '../model/element'
import { definitionFamilies } from '../model/definition'
import { elementIdField, jsonField, linkIdField, viewIdField } from '../model/fields'
import { linkKinds, type LinkKind } from '../model/link'
import { loopNoteSchema } from '../model/loopNote'
import { stepNames, type MapPatch } from '../model/mapPatch'
import type { MapView } from '../model/mapView'
import type { Position } from '../model/position'
import { practiceNames, type PracticeName } from '../model/practice/practices'
import { weftMapSchema } from '../model/weftMap'
import { addCustomField } from './addCustomField'
import { addElement } from './addElement'
import { addElements } from './addElements'
import { addLink } from './addLink'
import { addLinkedElement } from './addLinkedElement'
import { addList } from './addList'
import { adoptField } from './adoptField'
import { alignEdges, alignElements } from './alignElements'
import { bendLink } from './bendLink'
import { changeCustomField } from './changeCustomField'
import { claimLink } from './claimLink'
import { clearTies } from './clearTies'
import type { Command, CommandContext, CommandProblem } from './command'
import { confirmArchetype } from './confirmArchetype'
import { deleteCustomField } from './deleteCustomField'
import { deleteLook } from './deleteLook'
import { deleteDefinition } from './deleteDefinition'
import { deletePractice } from './deletePractice'
import { deleteRecords } from './deleteRecords'
import { deleteScenario } from './deleteScenario'
import { distributeElements } from './distributeElements'
import { duplicateElements } from './duplicateElements'
import { refuse } from './findRecords'
import { decodeFragment } from './fragment'
import { frameElements } from './frameElements'
import { joinMap } from './joinMap'
import { letLoopGo } from './letLoopGo'
import { mergeDefinition } from './mergeDefinition'
import { mergeElements } from './mergeElements'
import { mergeMap } from './mergeMap'
import { moveLoopBadge } from './moveLoopBadge'
import { moveDefinition } from './moveDefinition'
import { nameLoop } from './nameLoop'
import { pasteFragment } from './pasteFragment'
import { patternSectors } from './patternSectors'
import { pinLoop } from './pinLoop'
import { placeElements } from './placeElements'
import { placeInSector } from './placeInSector'
import { readImported } from './readImported'
import { proposeTie } from './proposeTie'
import { reconnectLink } from './reconnectLink'
import { renameElement } from './renameElement'
import { reorderElements, reorderTargets } from './reorderElements'
import { reverseLinks } from './reverseLinks'
import { saveLook } from './saveLook'
import { savePractice } from './savePractice'
import { saveScenario } from './saveScenario'
import { setDefinition } from './setDefinition'
import { setDelay } from './setDelay'
import { setDescription } from './setDescription'
import { setElementFields } from './setElementFields'
import { setLinkFields } from './setLinkFields'
import { setLocked } from './setLocked'
import { setMapFields } from './setMapFields'
import { setPolarity } from './setPolarity'
import { setRows } from './setRows'
import { setTitle } from './setTitle'
import { tagElements } from './tagElements'
import { toggleTie } from './toggleTie'

/** A command as it is called from outside: by name, with input that must be checked. */
export interface RegisteredCommand {
  readonly input: z.ZodMiniType
  run(view: MapView, input: unknown, context: CommandContext): Result<MapPatch, CommandProblem>
}

function register<Input>(command: Command<Input>, input: z.ZodMiniType<Input>): RegisteredCommand {
  return {
    input,
    run(view, raw, context) {
      const parsed = z.safeParse(input, raw)
      if (parsed.success) return command(view, parsed.data, context)
      const [issue] = parsed.error.issues
      return refuse('bad-input', issue === undefined ? undefined : issue.path.join('.') || issue.message)
    },
  }
}

const family = z.enum(definitionFamilies)
const elementIds = z.array(elementIdField)
const linkIds = z.array(linkIdField)
const offset = z.object({ x: z.number(), y: z.number() })
const loop = { key: z.string(), number: loopNoteSchema.shape.number, kind: loopNoteSchema.shape.kind }
const position = z.object({
  x: z.number(),
  y: z.number(),
  width: z.optional(z.number()),
  height: z.optional(z.number()),
}) as unknown as z.ZodMiniType<{ x: number; y: number; width?: number; height?: number }>
const fields = z.record(z.string(), jsonField)
const elementKind = z.enum(elementKinds as [ElementKind, ...ElementKind[]])
const linkKind = z.enum(linkKinds as [LinkKind, ...LinkKind[]])
const view = z.optional(viewIdField)
const positionsById = z.pipe(
  z.record(elementIdField, position),
  z.transform((byId) => new Map(Object.entries(byId) as [ElementId, Position][])),
)
/** The same text that the clipboard carries. */
const fragmentText = z.pipe(
  z.string().check(z.refine((text) => decodeFragment(text).ok, 'must be a Weft fragment')),
  z.transform((text) => {
    const decoded = decodeFragment(text)
    return decoded.ok ? decoded.value : { elements: new Map(), links: new Map(), positions: new Map() }
  }),
)

/** Every command by name, for the API. Names and inputs are a promise to those who call it. */
export const commandRegistry = {
  addElement: register(
    addElement,
    z.object({
      kind: elementKind,
      at: position,
      view,
      label: z.optional(z.string()),
      fields: z.optional(fields),
      id: z.optional(elementIdField),
    }),
  ),
  addElements: register(
    addElements,
    z.object({ labels: z.array(z.string()), at: position, kind: z.optional(elementKind) }),
  ),
  addLink: register(
    addLink,
    z.object({
      from: elementIdField,
      to: elementIdField,
      kind: z.optional(linkKind),
      polarity: z.optional(z.enum(polarities)),
      delay: z.optional(z.boolean()),
      fields: z.optional(fields),
      id: z.optional(linkIdField),
    }),
  ),
  addLinkedElement: register(
    addLinkedElement,
    z.object({
      from: elementIdField,
      direction: z.enum(['out', 'in']),
      at: position,
      kind: z.optional(elementKind),
      label: z.optional(z.string()),
      id: z.optional(elementIdField),
      linkId: z.optional(linkIdField),
    }),
  ),
  addList: register(
    addList,
    z.object({
      variables: z.array(z.object({ label: z.string(), at: position })),
      links: z.array(
        z.object({
          from: z.string(),
          to: z.string(),
          polarity: z.optional(z.enum(polarities)),
          delay: z.optional(z.boolean()),
        }),
      ),
    }),
  ),
  renameElement: register(renameElement, z.object({ id: elementIdField, label: z.string() })),
  setElementFields: register(setElementFields, z.object({ ids: elementIds, fields })),
  tagElements: register(tagElements, z.object({ ids: elementIds, tag: z.string(), on: z.boolean() })),
  setLinkFields: register(setLinkFields, z.object({ links: linkIds, fields })),
  setPolarity: register(setPolarity, z.object({ links: linkIds, polarity: z.nullable(z.enum(polarities)) })),
  setDelay: register(setDelay, z.object({ links: linkIds, delay: z.boolean() })),
  claimLink: register(claimLink, z.object({ link: linkIdField, says: z.nullable(z.enum(claimWords)) })),
  setDescription: register(
    setDescription,
    z.union([
      z.object({ root: z.literal('elements'), id: elementIdField, text: z.string() }),
      z.object({ root: z.literal('links'), id: linkIdField, text: z.string() }),
    ]),
  ),
  placeElements: register(
    placeElements,
    z.object({ view, positions: positionsById, step: z.optional(z.enum(stepNames)) }),
  ),
  deleteRecords: register(deleteRecords, z.object({ elements: elementIds, links: linkIds })),
  duplicateElements: register(duplicateElements, z.object({ elements: elementIds, offset })),
  pasteFragment: register(pasteFragment, z.object({ fragment: fragmentText, at: offset })),
  mergeElements: register(mergeElements, z.object({ into: elementIdField, others: elementIds })),
  alignElements: register(alignElements, z.object({ ids: elementIds, edge: z.enum(alignEdges), view })),
  distributeElements: register(
    distributeElements,
    z.object({ ids: elementIds, axis: z.enum(['horizontal', 'vertical']), view }),
  ),
  setLocked: register(setLocked, z.object({ ids: elementIds, locked: z.boolean() })),
  reorderElements: register(reorderElements, z.object({ ids: elementIds, to: z.enum(reorderTargets) })),
  proposeTie: register(
    proposeTie,
    z.object({ ends: z.tuple([elementIdField, elementIdField]), at: position, label: z.string() }),
  ),
  placeInSector: register(
    placeInSector,
    z.object({ id: elementIdField, sector: z.nullable(z.string()), order: elementIds }),
  ),
  clearTies: register(clearTies, z.object({ from: elementIdField, to: elementIdField })),
  toggleTie: register(
    toggleTie,
    z.object({ from: elementIdField, to: elementIdField, type: z.optional(z.string().check(z.maxLength(40))) }),
  ),
  reconnectLink: register(
    reconnectLink,
    z.object({ id: linkIdField, end: z.enum(['from', 'to']), element: elementIdField }),
  ),
  reverseLinks: register(reverseLinks, z.object({ links: linkIds })),
  bendLink: register(bendLink, z.object({ id: linkIdField, curvature: z.optional(z.nullable(z.number())) })),
  frameElements: register(
    frameElements,
    z.object({ ids: elementIds, label: z.string(), view, id: z.optional(elementIdField) }),
  ),
  setTitle: register(setTitle, z.object({ title: z.string() })),
  setDefinition: register(setDefinition, z.object({ of: family, key: z.string(), fields })),
  moveDefinition: register(moveDefinition, z.object({ of: family, key: z.string(), before: z.nullable(z.string()) })),
  patternSectors: register(patternSectors, z.object({ patterned: z.boolean() })),
  mergeDefinition: register(mergeDefinition, z.object({ of: family, from: z.string(), into: z.string() })),
  deleteDefinition: register(deleteDefinition, z.object({ of: family, key: z.string() })),
  setMapFields: register(setMapFields, z.object({ fields })),
  nameLoop: register(nameLoop, z.object({ ...loop, name: z.optional(z.string()), note: z.optional(z.string()) })),
  pinLoop: register(pinLoop, z.object({ ...loop, pinned: z.nullable(z.boolean()) })),
  moveLoopBadge: register(moveLoopBadge, z.object({ ...loop, offset: z.nullable(offset) })),
  letLoopGo: register(letLoopGo, z.object({ key: z.string() })),
  confirmArchetype: register(
    confirmArchetype,
    z.object({ key: z.string(), archetype: z.nullable(z.enum(archetypeNames)) }),
  ),
  mergeMap: register(mergeMap, z.object({ map: weftMapSchema, offset })),
  joinMap: register(joinMap, z.object({ map: weftMapSchema, offset })),
  setRows: register(
    setRows,
    z.object({
      rows: z.array(z.object({ id: elementIdField, fields })),
      added: z.optional(z.array(z.object({ kind: elementKind, fields }))),
      at: position,
    }),
  ),
  addCustomField: register(addCustomField, z.object({ field: fields, id: z.optional(z.string()) })),
  adoptField: register(adoptField, z.object({ name: z.string(), as: z.optional(z.string()) })),
  readImported: register(readImported, z.object({ name: z.string(), field: z.string(), values: fields })),
  changeCustomField: register(
    changeCustomField,
    z.object({ id: z.string(), changes: fields, words: z.optional(z.record(z.string(), z.string())) }),
  ),
  deleteCustomField: register(deleteCustomField, z.object({ id: z.string() })),
  savePractice: register(
    savePractice,
    z.object({ kind: z.enum(practiceNames as [PracticeName, ...PracticeName[]]), id: z.optional(z.string()), fields }),
  ),
  deletePractice: register(deletePractice, z.object({ id: z.string() })),
  saveScenario: register(saveScenario, z.object({ id: z.optional(z.string()), fields })),
  saveLook: register(
    saveLook,
    z.object({
      id: z.optional(z.string()),
      name: z.optional(z.string()),
      look: z.optional(
        z.pipe(
          z.record(z.string(), jsonField),
          z.transform((said) => readLook(said)),
        ),
      ),
    }),
  ),
  deleteLook: register(deleteLook, z.object({ id: z.string() })),
  deleteScenario: register(deleteScenario, z.object({ id: z.string() })),
} as const satisfies Readonly<Record<string, RegisteredCommand>>

export type CommandName = keyof typeof commandRegistry

/** The command of that name, if there is one. Safe for names from outside. */
export function findCommand(name: string): RegisteredCommand | undefined {
  return Object.hasOwn(commandRegistry, name) ? commandRegistry[name as CommandName] : undefined
}
