'use client'
import { useTranslations } from 'next-intl'
import { describeLocked } from '../../lib/commands/findRecords'
import type { MapElement } from '../../lib/model/element'
import { problemValues } from './problemWords'

/**
 * Why elements and links cannot be deleted or changed: all of it is locked. Undefined if some of it can.
 * @param links how many links are selected with them; a link is never locked
 */
export function useLockReason(elements: readonly MapElement[], links = 0): string | undefined {
  const t = useTranslations('problems')
  const isFree = links > 0 || elements.length === 0 || elements.some((element) => element.locked !== true)
  if (isFree) return undefined
  const problem = describeLocked(elements)
  return t(problem.code, problemValues(problem))
}
