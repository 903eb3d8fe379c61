import { readFileSync } from 'node:fs'
import type { Result } from '@/lib/base/result'
import { describeProblem, type FormatProblem } from '@/lib/formats/problem'
import type { ImportedMap, LossCode, NotCarried } from '@/lib/formats/report'
import type { WeftMap } from '@/lib/model/weftMap'

/** A file of our own under tests/fixtures/formats. */
export function readFixture(name: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(new URL(`../../fixtures/formats/${name}`, import.meta.url)))
}

export function fixtureText(name: string): string {
  return new TextDecoder().decode(readFixture(name))
}

export function expectMap(result: Result<ImportedMap, FormatProblem>): ImportedMap {
  if (!result.ok) throw new Error(`Not read: ${describeProblem(result.reason)}`)
  return result.value
}

export function findLoss(imported: ImportedMap, code: LossCode): NotCarried | undefined {
  return imported.report.notCarried.find((line) => line.code === code)
}

/** Links as `Label → Label (sign)`, in a settled order. */
export function drawLinks(map: WeftMap): readonly string[] {
  const labels = map.elements as Readonly<Record<string, { readonly label: string }>>
  return Object.values(map.links)
    .map((link) => {
      const mark = link.kind === 'causal' ? (link.polarity ?? '') : link.kind
      return `${labels[link.from]?.label} → ${labels[link.to]?.label} (${mark})`
    })
    .sort()
}
