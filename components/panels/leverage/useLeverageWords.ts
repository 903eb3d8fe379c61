'use client'
import { useFormatter, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { Cell, Column, LeverageSource, SortColumn } from './leverageTable'

/** The table in words. */
export interface LeverageWords {
  /** As short as it can be. */
  head(column: Column): string
  name(column: SortColumn): string
  meaning(column: Column): string
  caution(column: Column): string
  /** What a cell shows; a dash where there is no answer. */
  cell(cell: Cell, column: Column): string
  /** Why a cell shows no number. */
  reason(cell: Cell): string | undefined
  number(value: number): string
}

const dash = '–'
const pause = '…'

/** Numbers that people compare at a glance: whole ones whole, others by three digits, large ones in short. */
function formatOf(value: number) {
  if (Math.abs(value) >= 100_000) return { notation: 'compact', maximumSignificantDigits: 3 } as const
  return Number.isInteger(value) ? {} : { maximumSignificantDigits: 3 }
}

export function useLeverageWords({ measures, set }: Pick<LeverageSource, 'measures' | 'set'>): LeverageWords {
  const t = useTranslations('leverage')
  const format = useFormatter()
  return useMemo(() => {
    const values = {
      count: measures?.handleCount ?? 0,
      way: measures === undefined ? '' : nameWay(measures.micmac.way),
      set: set === undefined ? '' : nameSet(set),
    }
    return {
      head: (column) => t(`columns.${column}.head`),
      name: (column) => (column === 'name' ? t('table.name') : t(`columns.${column}.name`)),
      meaning: (column) => t(`columns.${column}.meaning`, values),
      caution: (column) => t(`columns.${column}.caution`, values),
      cell: (cell, column) => {
        switch (cell.kind) {
          case 'number':
            return format.number(cell.value, formatOf(cell.value))
          case 'word':
            return nameWord(cell.word, column)
          case 'mark':
            return cell.on ? t('chosen') : ''
          case 'none':
            return dash
          case 'waiting':
            return pause
        }
      },
      reason: (cell) =>
        cell.kind === 'none' ? t(`undefined.${cell.reason}`) : cell.kind === 'waiting' ? t('table.waiting') : undefined,
      number: (value) => format.number(value, formatOf(value)),
    }

    function nameWord(word: string, column: Column): string {
      const key = `${column === 'field' ? 'fields' : column === 'handle' ? 'handles' : 'kinds'}.${word}` as const
      return t.has(key as 'kinds.driver') ? t(key as 'kinds.driver') : word
    }
    function nameWay(way: NonNullable<typeof measures>['micmac']['way']): string {
      return way.kind === 'powers' ? t('ways.powers', { power: way.power }) : t('ways.damped')
    }
    function nameSet(loops: NonNullable<typeof set>): string {
      return loops.complete
        ? t('loopSet.all', { count: loops.loops.length })
        : t('loopSet.upTo', {
            count: loops.loops.length,
            total: loops.counted.total,
            upTo: loops.upTo,
            known: loops.countComplete ? 'yes' : 'no',
          })
    }
  }, [t, format, measures, set])
}
