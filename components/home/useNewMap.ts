'use client'
import { useRouter } from 'next/navigation'
import { useCallback, useState } from 'react'
import type { Result } from '../../lib/base/result'
import type { CreateMapAnswer, ImportMapAnswer, TemplateName } from '../../lib/protocol/api'
import { api, type ApiProblem } from '../hooks/api'
import { rememberLinks } from '../hooks/mapLinks'
import { recallName, rememberName, rememberSeat } from '../join/seat'
import { recallCreateKey, rememberCreateKey } from './createKey'

/** What someone wants made: an empty or example map, or one out of files. */
export type Wish =
  | { readonly kind: 'template'; readonly template: TemplateName }
  /** `isTold`: what the files lose has been shown already. */
  | { readonly kind: 'files'; readonly files: readonly File[]; readonly isTold?: boolean }

/** Where the making of a map stands. */
export type Making =
  | { readonly kind: 'idle' }
  /** The server must know a first name, or a key that lets one make maps, before it can go on. */
  | { readonly kind: 'asking-name'; readonly wish: Wish }
  | { readonly kind: 'asking-key'; readonly wish: Wish; readonly wrong: boolean }
  | { readonly kind: 'working'; readonly wish: Wish }
  | { readonly kind: 'failed'; readonly wish: Wish; readonly problem: ApiProblem }
  /** An import that lost something: told before the map is opened. */
  | { readonly kind: 'report'; readonly answer: ImportMapAnswer }

export interface NewMap {
  readonly making: Making
  readonly make: (wish: Wish) => void
  readonly giveName: (name: string) => void
  readonly giveKey: (key: string) => void
  /** Opens the map that the report is about. */
  readonly open: (mapId: string) => void
  readonly cancel: () => void
}

/** Makes maps: asks for what is missing, joins the new map as its owner, and goes there. */
export function useNewMap(): NewMap {
  const router = useRouter()
  const [making, setMaking] = useState<Making>({ kind: 'idle' })

  const open = useCallback((mapId: string) => router.push(`/m/${mapId}`), [router])

  const work = useCallback(
    async (wish: Wish): Promise<void> => {
      setMaking({ kind: 'working', wish })
      const createKey = recallCreateKey()
      const made: Result<CreateMapAnswer | ImportMapAnswer, ApiProblem> =
        wish.kind === 'template'
          ? await api.createMap({ template: wish.template }, createKey)
          : await api.importMap(wish.files, createKey)
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
      const isTold = wish.kind === 'files' && wish.isTold === true
      if (!isTold && 'report' in made.value && made.value.report.notCarried.length > 0) {
        return setMaking({ kind: 'report', answer: made.value })
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

  const cancel = useCallback(() => setMaking({ kind: 'idle' }), [])

  return { making, make, giveName, giveKey, open, cancel }
}
