import * as Y from 'yjs'

/**
 * Runs `task` and gives what it wrote to the document as one update, to be carried out elsewhere too;
 * undefined if it wrote nothing.
 */
export function recordUpdate<Value>(
  doc: Y.Doc,
  task: () => Value,
): { readonly value: Value; readonly update: Uint8Array | undefined } {
  const updates: Uint8Array[] = []
  const note = (update: Uint8Array): void => void updates.push(update)
  doc.on('update', note)
  try {
    const value = task()
    return { value, update: updates.length > 1 ? Y.mergeUpdates(updates) : updates[0] }
  } finally {
    doc.off('update', note)
  }
}
