'use client'
import { useRouter } from 'next/navigation'
import { useCallback, useState } from 'react'
import type { Result } from '../../lib/base/result'
import type { ReadingChoices } from '../../lib/formats/readAs'
import type { CreateMapAnswer, ImportMapAnswer, TemplateName } from '../../lib/protocol/api'
import { noteArrival } from '../hooks/arrival'
import { api, type ApiProblem } from '../hooks/api'
import { rememberLinks } from '../hooks/mapLinks'
import { forgetSeat, recallName, recallSeat, rememberName, rememberSeat } from '../join/seat'
import { recallCreateKey, rememberCreateKey } from './createKey'
import { newMapsApi } from './newMapsApi'

/** What someone wants made: an empty or example map, or one out of files. */
export type Wish = { readonly kind: 'template'; readonly template: TemplateName } | FilesWish

interface FilesWish extends ReadingChoices {
  readonly kind: 'files'
  readonly files: readonly File[]
  /** What the files lose has been shown already. */
  readonly isTold?: boolean
  /** A map of the same files that was read otherwise: the new one takes its place. */
  readonly insteadOf?: string
}

/** Where the making of a map stands. */
export type Making =
  | { readonly kind: 'idle' }
  /** The server must know a first name, or a key that lets one make maps, before it can go on. */
  | { readonly kind: 'asking-name'; readonly wish: Wish }
  | { readonly kind: 'asking-key'; readonly wish: Wish; readonly wrong: boolean }
  | { readonly kind: 'working'; readonly wish: Wish }
  | { readonly kind: 'failed'; readonly wish: Wish; readonly problem: ApiProblem }
  /** An import that lost something: told before the map is opened. */
  | { readonly kind: 'report'; readonly wish: FilesWish; readonly answer: ImportMapAnswer }

export interface NewMap {
  readonly making: Making
  readonly make: (wish: Wish) => void
  readonly giveName: (name: string) => void
  readonly giveKey: (key: string) => void
  /** Reads the files of the report again, and puts what comes of it in the place of the map. */
  readonly readAgain: (choices: ReadingChoices) => void
  /** Opens the map that the report is about. */
  readonly open: (mapId: string) => void
  readonly cancel: () => void
}

/** Makes maps: asks for what is missing, joins the new map as its owner, and goes there. */
export function useNewMap(): NewMap {
  const router = useRouter()
  const [making, setMaking] = useState<Making>({ kind: 'idle' })

  const open = useCallback(
    (mapId: string) => {
      noteArrival()
      router.push(`/m/${mapId}`)
    },
    [router],
  )

  const work = useCallback(
    async (wish: Wish): Promise<void> => {
      setMaking({ kind: 'working', wish })
      const createKey = recallCreateKey()
      const made: Result<CreateMapAnswer | ImportMapAnswer, ApiProblem> =
        wish.kind === 'template'
          ? await newMapsApi.createMap({ template: wish.template }, createKey)
          : await newMapsApi.importMap(wish.files, wish, createKey)
      if (!made.ok) {
        const needsKey = made.reason.code === 'create-key-needed'
        return setMaking(
          needsKey
            ? { kind: 'asking-key', wish, wrong: createKey !== undefined }
            : { kind: 'failed', wish, problem: made.reason },
        )
      }
      const { id, links } = made.value
      rememberLinks(id, links)
      const joined = await api.join(id, { key: links.owner.key, name: recallName() })
      // The map is there and its links are kept, so whoever could not join now joins at its door.
      if (!joined.ok) return router.push(`/m/${id}#k=${links.owner.key}`)
      rememberSeat(id, joined.value)
      if (wish.kind === 'files' && wish.insteadOf !== undefined) void takeAway(wish.insteadOf)
      const isAsked = wish.kind === 'files' && wish.isTold !== true
      // Whoever said how it is to be read sees what came of it.
      if (
        isAsked &&
        'report' in made.value &&
        (made.value.report.notCarried.length > 0 || (wish.as ?? wish.ties) !== undefined)
      ) {
        return setMaking({ kind: 'report', wish, answer: made.value })
      }
      open(id)
    },
    [open, router],
  )

  const make = useCallback(
    (wish: Wish) => {
      if (recallName() === '') setMaking({ kind: 'asking-name', wish })
      else void work(wish)
    },
    [work],
  )

  const giveName = useCallback(
    (name: string) => {
      if (making.kind !== 'asking-name') return
      rememberName(name)
      void work(making.wish)
    },
    [making, work],
  )

  const giveKey = useCallback(
    (key: string) => {
      if (making.kind !== 'asking-key') return
      rememberCreateKey(key)
      void work(making.wish)
    },
    [making, work],
  )

  const readAgain = useCallback(
    (choices: ReadingChoices) => {
      if (making.kind === 'report') void work({ ...making.wish, ...choices, insteadOf: making.answer.id })
    },
    [making, work],
  )

  const cancel = useCallback(() => setMaking({ kind: 'idle' }), [])

  return { making, make, giveName, giveKey, readAgain, open, cancel }
}

/** Deletes a map that was just made and that nobody has seen. It stays where that fails, as any other does. */
async function takeAway(mapId: string): Promise<void> {
  const gone = await api.deleteMap({ mapId, participant: recallSeat(mapId)?.participant.id })
  if (gone.ok) forgetSeat(mapId)
}
