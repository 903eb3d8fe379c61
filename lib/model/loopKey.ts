import type { LinkId } from '../base/ids'

/**
 * The name under which a loop is known for good: its links in order of travel, turned so that the
 * smallest id comes first, joined by dots. The same loop has the same key wherever one starts to
 * read it; two loops through the same elements by other links have other keys.
 * @param links every link of the loop once, each beginning where the one before it ends
 */
export function toLoopKey(links: readonly LinkId[]): string {
  let start = 0
  for (const [index, link] of links.entries()) {
    if (link < (links[start] ?? link)) start = index
  }
  return [...links.slice(start), ...links.slice(0, start)].join('.')
}

/** The links of a loop in order of travel, as its key names them. */
export function readLoopKey(key: string): readonly LinkId[] {
  return key.split('.') as LinkId[]
}

/** The name under which a figure of several loops is known: its links in order of their ids, joined by dots. */
export function toFigureKey(links: Iterable<LinkId>): string {
  return [...new Set(links)].sort((a, b) => (a < b ? -1 : 1)).join('.')
}
