import type * as Y from 'yjs'
import { schemaVersion } from '../model/meta'
import { origins } from './origin'
import { metaRoot } from './roots'

/** One step of the document's shape: from `to - 1` to `to`, in place. */
export interface Migration {
  readonly to: number
  up(doc: Y.Doc): void
}

/** Every step since version 1, in order. Version 1 is the first, so there is none yet. */
const migrations: readonly Migration[] = []

/** How a document's shape stands to this code. */
export type DocumentState =
  /** Nothing in it says a version: a room nobody has drawn in. It may be written. */
  | { readonly kind: 'fresh' }
  | { readonly kind: 'current' }
  | { readonly kind: 'older'; readonly schemaVersion: number }
  /** Made by a newer Weft: may be read as far as it goes, must not be written. */
  | { readonly kind: 'newer'; readonly schemaVersion: number }

/** Tells whether this code may write the document. Anything but a whole number counts as version 1. */
export function findDocumentState(doc: Y.Doc): DocumentState {
  const stored = metaRoot(doc).get('schemaVersion')
  if (stored === undefined) return { kind: 'fresh' }
  const version = typeof stored === 'number' && Number.isInteger(stored) ? stored : schemaVersion
  if (version > schemaVersion) return { kind: 'newer', schemaVersion: version }
  return version < schemaVersion ? { kind: 'older', schemaVersion: version } : { kind: 'current' }
}

/**
 * Brings an older document to this version, in one transaction. For the owner of the document (the
 * room, on loading), never for a peer in answer to a remote change.
 * @param steps and @param target only for tests
 * @returns the versions gone through, empty if there was nothing to do
 * @throws if `steps` do not lead to `target` one by one, which is a fault of the program
 */
export function migrateDocument(
  doc: Y.Doc,
  steps: readonly Migration[] = migrations,
  target: number = schemaVersion,
): readonly number[] {
  checkMigrations(steps, target)
  const stored = metaRoot(doc).get('schemaVersion')
  if (typeof stored !== 'number' || stored >= target) return []
  const due = steps.filter((step) => step.to > stored)
  doc.transact(() => {
    for (const step of due) step.up(doc)
    metaRoot(doc).set('schemaVersion', target)
  }, origins.migration)
  return due.map((step) => step.to)
}

/** Steps are numbered 2, 3, … up to the version they must reach. */
function checkMigrations(steps: readonly Migration[], target: number): void {
  const isComplete = steps.length === target - 1 && steps.every((step, index) => step.to === index + 2)
  if (isComplete) return
  const found = steps.map((step) => step.to).join(', ') || 'none'
  throw new Error(`Migrations must be numbered 2 to ${target} without a gap; found: ${found}.`)
}
