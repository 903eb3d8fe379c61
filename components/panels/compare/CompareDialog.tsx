'use client'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { fromWeftMap } from '../../../lib/model/mapFile'
import { AboutPractice } from '../../help/AboutPractice'
import { useApiProblem } from '../../hooks/useApiProblem'
import { Dialog } from '../../ui/Dialog'
import { Spinner } from '../../ui/Spinner'
import { readFiles } from '../readFiles'
import { GroupView } from './GroupView'
import { PairView } from './PairView'
import { SideChoice } from './SideChoice'
import { letterOf, olderFirst, takeFiles, type ComparedSide, type ReadFile, type SideKey } from './sides'
import { useMeetingStart } from './useMeetingStart'
import { useSideMaps, useSideOptions } from './useSides'

/**
 * Compares two moments of this map, maps and files: what is different between two, what several have in common; in words
 * and as pictures.
 * @param first what is chosen beforehand
 * @param fromStart the map as it was when the meeting began is put beside the map as it is now, if it was kept
 */
export function CompareDialog({
  first: given = ['now', undefined],
  fromStart = false,
  onClose,
}: {
  readonly first?: readonly (SideKey | undefined)[]
  readonly fromStart?: boolean
  readonly onClose: () => void
}) {
  const t = useTranslations('compare')
  const tProblems = useTranslations('formats.problems')
  const say = useApiProblem()
  const [first] = useState(given)
  const [sides, setSides] = useState(first)
  useMeetingStart(fromStart, (start) => setSides((known) => (known === first ? [start, 'now'] : known)))
  const [files, setFiles] = useState<readonly ReadFile[]>([])
  const [isReading, setReading] = useState(false)
  const options = useSideOptions(files)
  const mapOf = useSideMaps(sides, files)
  const number = useRef(0)
  const read = async (chosen: readonly File[]): Promise<void> => {
    setReading(true)
    const made: ReadFile[] = []
    for (const file of chosen) {
      const result = await readFiles([file])
      number.current += 1
      const key = `file:${number.current}` as const
      made.push(
        result.ok
          ? { key, name: file.name, view: fromWeftMap(result.value.map) }
          : { key, name: file.name, problem: result.reason },
      )
    }
    setReading(false)
    const usable = made.filter(({ view }) => view !== undefined).map(({ key }) => key)
    setFiles((known) => [...known.filter(({ view }) => view !== undefined), ...made])
    setSides((known) => takeFiles(known, usable))
  }

  const shown = listSides(sides, mapOf, options)
  const problems = [
    ...files.flatMap(({ name, problem }) => {
      if (problem === undefined) return []
      const { code, detail = '' } = problem
      return [t('unreadable', { name, why: tProblems(code, { detail, has: detail === '' ? 'no' : 'yes' }) })]
    }),
    ...sides.flatMap((side) => {
      const loaded = mapOf(side)
      const name = options.find(({ value }) => value === side)?.label ?? ''
      return loaded !== undefined && 'problem' in loaded ? [t('unreadable', { name, why: say(loaded.problem) })] : []
    }),
  ]
  const isWaiting = isReading || sides.some((side) => side !== undefined && mapOf(side) === undefined)
  const [one, other, ...more] = shown
  const isComparing = one !== undefined && other !== undefined
  const choice = (
    <>
      <SideChoice
        sides={sides}
        options={options}
        onChange={(chosen) => setSides(olderFirst(sides, chosen))}
        onFiles={(chosen) => void read(chosen)}
      />
      {problems.map((problem) => (
        <p key={problem} role="alert" className="text-second text-danger">
          {problem}
        </p>
      ))}
      {isWaiting ? (
        <p role="status" className="flex items-center gap-2 text-second text-muted">
          <Spinner size={16} />
          {t('reading')}
        </p>
      ) : null}
    </>
  )
  return (
    <Dialog
      open
      size={isComparing ? 'full' : 'medium'}
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t('title')}
      description={isComparing ? undefined : t('description')}
    >
      {!isComparing ? (
        <div className="flex flex-col gap-3">
          {choice}
          {isWaiting ? null : <p className="text-second text-muted">{t('missing')}</p>}
          <AboutPractice practice="learning" />
        </div>
      ) : more.length === 0 ? (
        <PairView first={one} second={other} choice={choice} />
      ) : (
        <GroupView sides={[one, other, ...more]} choice={choice} />
      )}
    </Dialog>
  )
}

/** The sides that are here, with their letters. */
function listSides(
  sides: readonly (SideKey | undefined)[],
  mapOf: ReturnType<typeof useSideMaps>,
  options: ReturnType<typeof useSideOptions>,
): readonly ComparedSide[] {
  return sides.flatMap((side, place) => {
    const loaded = mapOf(side)
    if (side === undefined || loaded === undefined || 'problem' in loaded) return []
    const name = options.find(({ value }) => value === side)?.label ?? ''
    return [{ key: side, letter: letterOf(place), name, view: loaded.view }]
  })
}
