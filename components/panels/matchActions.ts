import { foldText } from './searchMap'

/** Actions that have every word of the query in their name, then those that are also looked for by such words. */
export function matchActions<Action extends { readonly label: string; readonly words?: string }>(
  actions: readonly Action[],
  query: string,
): readonly Action[] {
  const sought = foldText(query).split(' ')
  const has = (text: string): boolean => {
    const folded = foldText(text)
    return sought.every((word) => folded.includes(word))
  }
  const named = actions.filter(({ label }) => has(label))
  const meant = actions.filter((action) => !named.includes(action) && has(`${action.label} ${action.words ?? ''}`))
  return [...named, ...meant]
}
