import { describe, expect, it } from 'vitest'
import { hues } from '@/lib/model/hue'
import { dark, hueKey, light, type Palette } from '@/lib/render/palette'

type Triple = readonly [number, number, number]

/** Linear colour as people see it who lack one kind of cone (Machado, Oliveira and Fernandes 2009, severity 1). */
const sights = {
  'without red cones': [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  'without green cones': [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  'without blue cones': [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const satisfies Readonly<Record<string, readonly [Triple, Triple, Triple]>>

function toLinear(hex: string): Triple {
  const channel = (at: number): number => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}

const dot = (row: Triple, [r, g, b]: Triple): number => Math.max(0, row[0] * r + row[1] * g + row[2] * b)

/** CIE L*a*b*, in which equal distances look about equal. */
function toLab(colour: Triple): Triple {
  const root = (share: number): number => (share > 0.008856 ? Math.cbrt(share) : 7.787 * share + 16 / 116)
  const x = root(dot([0.4124, 0.3576, 0.1805], colour) / 0.95047)
  const y = root(dot([0.2126, 0.7152, 0.0722], colour))
  const z = root(dot([0.0193, 0.1192, 0.9505], colour) / 1.08883)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

function nearest(palette: Palette, [red, green, blue]: readonly [Triple, Triple, Triple]): readonly [number, string] {
  const seen = hues.map((hue) => {
    const colour = toLinear(palette[hueKey(hue).border])
    return { hue, at: toLab([dot(red, colour), dot(green, colour), dot(blue, colour)]) }
  })
  const pairs = seen.flatMap((one, index) =>
    seen
      .slice(index + 1)
      .map((other): readonly [number, string] => [
        Math.hypot(one.at[0] - other.at[0], one.at[1] - other.at[1], one.at[2] - other.at[2]),
        `${one.hue} and ${other.hue}`,
      ]),
  )
  return pairs.reduce((least, pair) => (pair[0] < least[0] ? pair : least))
}

describe('the colours that people may choose', () => {
  it.each(Object.entries(sights))('SECTOR-4: no two are one %s', (_, sight) => {
    for (const palette of [light, dark]) {
      const [distance, pair] = nearest(palette, sight)
      // 2.3 is a just noticeable difference.
      expect(distance, pair).toBeGreaterThan(4)
    }
  })
})
