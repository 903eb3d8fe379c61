import { createId, isId, type ElementId, type LinkId, type ViewId } from '../base/ids'
import { limits } from '../base/limits'
import { succeed, type Failure, type Result } from '../base/result'
import { chooseLinkKind, linkSchemas, type LinkKind, type MapLink } from '../model/link'
import { elementSchemas, isLinkable, type ElementKind, type MapElement } from '../model/element'
import type { RecordChange } from '../model/mapPatch'
import type { MapView } from '../model/mapView'
import { boardView, isPlaceable, type Position } from '../model/position'
import { checkElementFields } from './changeElement'
import type { CommandContext, CommandProblem } from './command'
import { checkFields, elementFieldsApart, linkFieldsApart, presentFields, type FieldsInput } from './fieldChanges'
import { refuse } from './findRecords'

/** What a new element is to be. */
export interface NewElement {
  readonly kind: ElementKind
  readonly at: Position
  readonly view?: ViewId | undefined
  readonly label?: string | undefined
  readonly fields?: FieldsInput | undefined
  /** Chosen by the caller if it has to know it beforehand. */
  readonly id?: ElementId | undefined
}

/** The id and the changes that make one record. */
export interface Made<Id> {
  readonly id: Id
  readonly changes: readonly RecordChange[]
}

/** The problem of a map that would get more than Weft promises to handle, if so. */
export function findOverLimit(
  view: MapView,
  more: { readonly elements?: number; readonly links?: number },
): Failure<CommandProblem> | undefined {
  if (view.elements.size + (more.elements ?? 0) > limits.elements) {
    return refuse('too-many-elements', String(limits.elements))
  }
  return view.links.size + (more.links ?? 0) > limits.links ? refuse('too-many-links', String(limits.links)) : undefined
}

/** Checks and makes one element and its position. Limits are for the caller, who knows how many come. */
export function makeElement(
  view: MapView,
  { kind, at, view: viewId = boardView, label = '', fields = {}, id: chosen }: NewElement,
  context: CommandContext,
): Result<Made<ElementId>, CommandProblem> {
  if (chosen !== undefined && (!isId(chosen) || view.elements.has(chosen))) return refuse('bad-input', chosen)
  if (!isPlaceable(at)) return refuse('bad-input', 'at')
  const forbidden = ['label', ...elementFieldsApart].find((field) => Object.hasOwn(fields, field))
  if (forbidden !== undefined) return refuse('bad-input', forbidden)
  const checked = checkElementFields(view, kind, {
    description: '',
    ...fields,
    ...signature(context),
    label: label.trim(),
    kind,
  })
  if (!checked.ok) return checked
  const whole = elementSchemas[kind].safeParse(checked.value)
  if (!whole.success) return refuse('bad-input', String(whole.error.issues[0]?.path[0] ?? 'fields'))
  const id = chosen ?? createId<ElementId>(context.random)
  return succeed({
    id,
    changes: [
      { kind: 'create', root: 'elements', id, fields: presentFields(checked.value) },
      { kind: 'place', view: viewId, id, position: at },
    ],
  })
}

/** What a new link is to be. */
export interface NewLink {
  readonly kind?: LinkKind | undefined
  readonly fields?: FieldsInput | undefined
  readonly id?: LinkId | undefined
}

/**
 * Checks and makes one link between two elements, which need not be on the map yet. Whether it is
 * there already is for the caller (`findSameLink`).
 */
export function makeLink(
  view: MapView,
  from: MapElement,
  to: MapElement,
  { kind = chooseLinkKind(from, to), fields = {}, id: chosen }: NewLink,
  context: CommandContext,
): Result<Made<LinkId>, CommandProblem> {
  if (chosen !== undefined && (!isId(chosen) || view.links.has(chosen))) return refuse('bad-input', chosen)
  if (from.id === to.id) return refuse('cannot-link', from.label)
  const scenery = [from, to].find((end) => !isLinkable(end))
  if (scenery !== undefined) return refuse('cannot-link', scenery.label)
  const forbidden = linkFieldsApart.find((field) => Object.hasOwn(fields, field))
  if (forbidden !== undefined) return refuse('bad-input', forbidden)
  const checked = checkFields(linkSchemas[kind].shape, {
    description: '',
    ...fields,
    ...signature(context),
    kind,
    from: from.id,
    to: to.id,
  })
  if (!checked.ok) return checked
  const id = chosen ?? createId<LinkId>(context.random)
  return succeed({ id, changes: [{ kind: 'create', root: 'links', id, fields: presentFields(checked.value) }] })
}

/** A link that says the same already: same kind and ends, and of ties and relations the same type. */
export function findSameLink(
  view: MapView,
  wanted: { readonly kind: LinkKind; readonly from: ElementId; readonly to: ElementId; readonly type?: unknown },
): MapLink | undefined {
  for (const link of view.links.values()) {
    const isSame = link.kind === wanted.kind && link.from === wanted.from && link.to === wanted.to
    if (isSame && ('type' in link ? link.type : undefined) === wanted.type) return link
  }
  return undefined
}

/** How a link is named in a problem: "Workload → Turnover". */
export function describeLink(from: MapElement, to: MapElement): string {
  return `${from.label} → ${to.label}`
}

/** Who made a record, and when. */
function signature(context: CommandContext): FieldsInput {
  return {
    createdAt: Math.max(0, Math.trunc(context.now)),
    ...(context.author === undefined ? {} : { createdBy: context.author.slice(0, limits.name) }),
  }
}
