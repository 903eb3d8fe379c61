import { describe, expect, it } from 'vitest'
import { isWholeCode, readAddress, tidyCode } from '../../../components/home/roomAddress'

const here = 'https://maps.example.org'

describe('codes and links that people type and paste', () => {
  it.each([
    ['k7m 2qx', 'K7M2QX'],
    ['K7M-2QX', 'K7M2QX'],
    ['  k7m2qx\n', 'K7M2QX'],
    ['K7M2QXZZZ', 'K7M2QX'],
    ['é!?', ''],
  ])('PAGE-4: %j is the code %j', (typed, code) => {
    expect(tidyCode(typed)).toBe(code)
  })

  it('PAGE-4: a code is whole with six characters', () => {
    expect(isWholeCode('K7M2Q')).toBe(false)
    expect(isWholeCode('K7M2QX')).toBe(true)
  })

  it('PAGE-4: a link of this server gives its map and key', () => {
    expect(readAddress(` ${here}/m/aB3_x#k=s3cret `, here)).toEqual({ kind: 'link', mapId: 'aB3_x', key: 's3cret' })
  })

  it('PAGE-4: a link with a code gives the code', () => {
    expect(readAddress(`${here}/j/k7m2qx`, here)).toEqual({ kind: 'code', code: 'K7M2QX' })
  })

  it('PAGE-4: a link to another server, or another port of this one, is named and not followed', () => {
    expect(readAddress('https://elsewhere.org/m/a#k=b', here)).toEqual({
      kind: 'elsewhere',
      url: 'https://elsewhere.org/m/a#k=b',
    })
    expect(readAddress(`${here}:8443/m/a#k=b`, here)?.kind).toBe('elsewhere')
  })

  it.each([
    'K7M2QX',
    'hello there',
    `${here}/m/abc`,
    `${here}/help`,
    `${here}/j/short`,
    'javascript:alert(1)',
    'https://',
    '',
  ])('PAGE-4: %j is no address of a room', (text) => {
    expect(readAddress(text, here)).toBeUndefined()
  })
})
