'use client'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { ViewTexts } from '../../../lib/render/views/viewTexts'

/** The words that pictures of views say, in the page's language: those of the views themselves. */
export function useViewTexts(): ViewTexts {
  const t = useTranslations('panels.picture')
  const tViews = useTranslations('views')
  const tQuadrants = useTranslations('actors.quadrants')
  const tTies = useTranslations('panels.inspector.tieTypes')
  return useMemo(
    () => ({
      names: {
        grid: tViews('grid.label'),
        rings: tViews('rings.label'),
        columns: tViews('columns.label'),
        matrix: tViews('matrix.label'),
      },
      describe: (view, stakeholders, ties) =>
        t('describeView', {
          view: tViews(`${view}.label`),
          about: tViews('matrix.summary', { actors: stakeholders, ties }),
        }),
      power: tViews('grid.power'),
      interest: tViews('grid.interest'),
      low: tViews('grid.low'),
      high: tViews('grid.high'),
      quadrants: {
        satisfy: tQuadrants('satisfy'),
        manage: tQuadrants('manage'),
        monitor: tQuadrants('monitor'),
        inform: tQuadrants('inform'),
      },
      quadrant: (name, count) => tViews('grid.quadrant', { name, count }),
      rings: [
        tViews('rings.names.core'),
        tViews('rings.names.involved'),
        tViews('rings.names.affected'),
        tViews('rings.names.context'),
      ],
      noSector: tViews('columns.noSector'),
      nobody: tViews('columns.nobody'),
      alone: tViews('columns.alone'),
      ties: (outside, within) => tViews('columns.ties', { outside, within }),
      corner: t('corner'),
      plainTie: tTies('none'),
      waiting: (count) => t('waiting', { count }),
    }),
    [t, tViews, tQuadrants, tTies],
  )
}
