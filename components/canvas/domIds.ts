import type { ElementId, LinkId } from '../../lib/base/ids'

/** DOM id of an element's box: where the keyboard focus goes. */
export function elementDomId(id: ElementId): string {
  return `element-${id}`
}

/** DOM id of the badge of a loop. */
export function badgeDomId(key: string): string {
  return `badge-${key}`
}

/** DOM id of a link's drawing. */
export function linkDomId(id: LinkId): string {
  return `link-${id}`
}
