import { useEffect, useState } from 'react'
import { additionAnswerSchema, type AdditionAnswer } from '../../../lib/protocol/addition'
import { ask, seatPath } from '../../hooks/api'
import { useSeat } from '../../hooks/useRounds'

/** An element or a link. */
export interface AddedRecord {
  readonly root: 'elements' | 'links'
  readonly id: string
}

/**
 * Who added something by the server's books. Undefined until the server has answered; nothing in it where what the record
 * says of itself stands, and where the server cannot be asked.
 */
export function useAddition({ root, id }: AddedRecord): AdditionAnswer | undefined {
  const { mapId, participant } = useSeat()
  const path = seatPath({ mapId, participant }, `/added/${root}/${encodeURIComponent(id)}`)
  const [told, setTold] = useState<{ readonly path: string; readonly answer: AdditionAnswer }>()
  useEffect(() => {
    let isOver = false
    void ask(path, additionAnswerSchema).then((done) => {
      if (!isOver) setTold({ path, answer: done.ok ? done.value : {} })
    })
    return () => {
      isOver = true
    }
  }, [path])
  return told?.path === path ? told.answer : undefined
}
