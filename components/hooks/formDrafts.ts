import * as z from 'zod/mini'
import type { Clock } from '../../lib/base/clock'
import { isSameJson } from '../../lib/base/json'
import { createKeptDrafts } from './keptDrafts'

/** What stands in a form, by field: texts, words chosen, lists of ids. */
export type FormFields = Readonly<Record<string, unknown>>

/** A form that was typed in and left: what stood in it, and what it had been opened with. */
export interface FormDraft {
  readonly fields: FormFields
  readonly opened: FormFields
}

/**
 * What one person typed into forms of one map and did not keep yet: on this device, so that neither leaving a form
 * nor a reload loses it. Nobody else is told of it. Where nothing can be stored it is kept as long as the page is open.
 */
export interface FormDrafts {
  /** @param form tells the forms of a map apart: what is written down, and of what */
  get(form: string): FormDraft | undefined
  /** One in which nothing differs from what it was opened with is forgotten. */
  put(form: string, draft: FormDraft): void
  drop(form: string): void
}

const fieldsSchema = z.record(z.string(), z.unknown())
const draftSchema = z.object({ fields: fieldsSchema, opened: fieldsSchema })

/** @param storage asked for anew each time: touching it may throw */
export function createFormDrafts(
  mapAndPerson: string,
  storage: () => Storage,
  clock: Pick<Clock, 'now'> = { now: () => Date.now() },
): FormDrafts {
  const kept = createKeptDrafts<FormDraft>('weft.form.', mapAndPerson, draftSchema, storage, clock)
  const drafts = new Map(kept.recall())
  const drop = (form: string): void => {
    if (drafts.delete(form)) kept.forget(form)
  }
  return {
    get: (form) => drafts.get(form),
    put(form, { fields, opened }) {
      if (!isChanged({ fields, opened })) {
        drop(form)
        return
      }
      drafts.set(form, { fields, opened })
      kept.keep(form, { fields, opened })
    },
    drop,
  }
}

/** Whether anything was changed in a form. What is left out is what is not said. */
export function isChanged({ fields, opened }: FormDraft): boolean {
  return [...new Set([...Object.keys(fields), ...Object.keys(opened)])].some(
    (name) => !isSameJson(fields[name], opened[name]),
  )
}

/**
 * A form opened again: what was changed in it stands as it was left, as a change of what it was then, all else as it is
 * now. Undefined where nothing is left of what was typed: it has come onto the map meanwhile.
 * @param now what it would be opened with if nothing had been typed; names all its fields
 */
export function resume(now: FormFields, draft: FormDraft): FormDraft | undefined {
  const changed = Object.keys(now).filter(
    (name) => !isSameJson(draft.fields[name], draft.opened[name]) && !isSameJson(draft.fields[name], now[name]),
  )
  if (changed.length === 0) return undefined
  const on = (of: FormFields): FormFields => ({
    ...now,
    ...Object.fromEntries(changed.map((name) => [name, of[name]])),
  })
  return { fields: on(draft.fields), opened: on(draft.opened) }
}
