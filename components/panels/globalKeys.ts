import { findIntent, type KeyPress } from '../../lib/gesture/findIntent'

const acts = ['find', 'palette', 'shortcuts', 'undo', 'redo'] as const
/** What a key does wherever the focus is. */
export type GlobalAct = (typeof acts)[number] | 'next-part' | 'previous-part'

/**
 * What a key press means outside the canvas, by the same list as on it (KEY-2); undefined if it is
 * nothing of ours there. An open dialog has the keyboard to itself, but for F6; while a text is typed,
 * undo and plain keys are the text's.
 */
export function findGlobalAct(
  press: KeyPress,
  { isTyping, hasDialog }: { readonly isTyping: boolean; readonly hasDialog: boolean },
): GlobalAct | undefined {
  if (press.key === 'F6') return press.shift ? 'previous-part' : 'next-part'
  if (hasDialog) return undefined
  const kind = findIntent(press, false)?.kind
  const act = acts.find((known) => known === kind)
  if (!isTyping || act === undefined) return act
  return press.command && act !== 'undo' && act !== 'redo' ? act : undefined
}
