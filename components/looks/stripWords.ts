import { useTranslations } from 'next-intl'
import type { SeenMap } from '../../lib/look/applyLook'
import type { Look } from '../../lib/look/look'
import { findLost } from '../../lib/look/lostWords'
import { isLens } from '../../lib/look/lenses'
import { useView } from '../hooks/useMap'
import { useTieName } from '../hooks/useTieTypes'
import { useLookNames } from './lookNames'
import { findLookFacts, isPartial } from './lookFacts'
import { useMemo } from 'react'

/** "Money · Showing 8 of 23 · Collaboration only": what a look leaves out, and whose it is. */
export function useStripWords(look: Look | undefined, seen: SeenMap | undefined, name: string | undefined): string {
  const t = useTranslations('looks')
  const tieName = useTieName()
  const names = useLookNames()
  const view = useView()
  const wordOf = ({ by, word }: { readonly by: string; readonly word: string }): string =>
    by === 'tie' ? tieName(word) : names.value(by, word)
  const ties = useMemo(() => (look?.hiddenTies === undefined ? [] : findLookFacts(view).ties), [look?.hiddenTies, view])
  if (look === undefined) return ''
  const words: string[] = []
  const lens = look.lens !== undefined && isLens(look.lens) ? t(`lens.${look.lens}.name`) : undefined
  if (name !== undefined) words.push(name)
  else if (lens !== undefined) words.push(lens)
  // Before the figures: it is why a look may show nobody.
  const lost = findLost(view, look)
  const gone = lost.flatMap((part) => (part.part === 'word' ? [t('strip.word', { word: wordOf(part) })] : []))
  if (gone.length > 0) words.push(t('strip.gone', { words: gone.join(', '), count: gone.length }))
  if (lost.some(({ part }) => part === 'field')) words.push(t('strip.goneField'))
  if (seen !== undefined && isPartial(look)) {
    if (seen.meant < seen.all) words.push(t('strip.meant', { meant: seen.meant, all: seen.all }))
    const closed = seen.groups.filter(({ isOpen }) => !isOpen).length
    if (closed > 0) words.push(t('strip.grouped', { count: closed }))
  }
  const off = ties.filter(({ type }) => look.hiddenTies?.includes(type) === true)
  const on = ties.filter(({ type }) => look.hiddenTies?.includes(type) !== true)
  const [only, ...more] = on
  if (off.length > 0 && only !== undefined && more.length === 0) {
    words.push(t('strip.only', { name: tieName(only.type) }))
  } else if (off.length > 0 && off.length <= 2) {
    words.push(t('strip.without', { names: off.map(({ type }) => tieName(type)).join(', ') }))
  } else if (off.length > 0) words.push(t('strip.off', { count: off.length }))
  if (look.hiddenLinks !== undefined) {
    words.push(t('strip.without', { names: look.hiddenLinks.map((kind) => t(`links.${kind}`)).join(', ') }))
  }
  const drawn = [look.colourBy, look.sizeBy, look.labelBy].find(
    (by) => !lost.some((part) => part.by === by) && by !== undefined,
  )
  if (words.length === 0 && drawn !== undefined) {
    const name = names.by(drawn)
    words.push(
      look.colourBy === drawn ? t('legendColour', { name }) : look.sizeBy === drawn ? t('legendSize', { name }) : name,
    )
  }
  if (words.length === 0) words.push(t('title'))
  return words.join(' · ')
}
