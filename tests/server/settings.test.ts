import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSettings, type Settings } from '../../server/settings'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'weft-settings-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

function accept(environment: Record<string, string>): Settings {
  const reading = readSettings({ DATA_DIR: folder, ...environment })
  if (!reading.ok) throw new Error(reading.reason)
  return reading.value
}

function refuse(environment: Record<string, string>): string {
  const reading = readSettings({ DATA_DIR: folder, ...environment })
  if (reading.ok) throw new Error('settings were accepted')
  return reading.reason
}

describe('settings', () => {
  it('SET-1: has safe defaults: port 3000, this machine only, maps for anyone', () => {
    expect(accept({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      dataDir: folder,
      publicUrl: undefined,
      createKey: undefined,
      logLevel: 'info',
      pagesDir: '.next',
    })
  })

  it('SET-1: takes what the host sets, and an empty variable as unset', () => {
    const settings = accept({
      PORT: '8080',
      HOST: '0.0.0.0',
      PUBLIC_URL: 'https://maps.example.org/',
      CREATE_KEY: 'let-me-in-please',
      LOG_LEVEL: '',
      WEFT_DIST: '.next-other',
    })
    expect(settings).toMatchObject({
      port: 8080,
      host: '0.0.0.0',
      publicUrl: 'https://maps.example.org',
      createKey: 'let-me-in-please',
      logLevel: 'info',
      pagesDir: '.next-other',
    })
  })

  it.each([
    ['PORT', 'http'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['HOST', 'my host'],
    ['PUBLIC_URL', 'maps.example.org'],
    ['PUBLIC_URL', 'ftp://maps.example.org'],
    ['PUBLIC_URL', 'https://maps.example.org/weft'],
    ['PUBLIC_URL', 'https://user:secret@maps.example.org'],
    ['CREATE_KEY', 'short'],
    ['CREATE_KEY', 'has a space in it'],
    ['METRICS_KEY', 'short'],
    ['LOG_LEVEL', 'loud'],
    ['DATABASE_URL', 'postgres://localhost/weft'],
    ['REDIS_URL', 'redis://localhost'],
  ])('SET-2: refuses %s=%s with one sentence that names it and says what to do', (name, value) => {
    const sentence = refuse({ [name]: value })
    expect(sentence).toContain(name)
    expect(sentence).toMatch(/: (set it|unset it)/)
    expect(sentence.split('\n')).toHaveLength(1)
  })

  it('SET-2: never repeats a wrong CREATE_KEY', () => {
    expect(refuse({ CREATE_KEY: 'not a key' })).not.toContain('not a key')
  })

  it('SET-3: makes the data folder and leaves nothing behind in it', () => {
    const fresh = join(folder, 'a', 'b')
    expect(accept({ DATA_DIR: fresh }).dataDir).toBe(fresh)
    expect(readdirSync(fresh)).toEqual([])
  })

  it('SET-3: refuses a data folder that cannot be written', () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    expect(refuse({ DATA_DIR: file })).toMatch(/^DATA_DIR is ".*file", which cannot be written \(ENOTDIR\)/)
    expect(refuse({ DATA_DIR: join(file, 'below') })).toContain('ENOTDIR')
    expect(refuse({ DATA_DIR: '/proc/weft' })).toContain('cannot be written')
  })
})
