import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../helpers/testServer'

interface Description {
  openapi: string
  paths: Record<string, Record<string, Operation>>
  components: Record<string, Record<string, unknown>>
}
interface Operation {
  summary: string
  security: object[]
  parameters: { name: string; in: string; required: boolean }[]
  requestBody?: { content: Record<string, { schema: { properties?: Record<string, unknown> } }> }
  responses: Record<string, unknown>
}

let server: TestServer
let description: Description
beforeAll(async () => {
  server = await startTestServer()
  description = (await server.request('/api/openapi.json')).json<Description>()
})
afterAll(() => server.stop())

describe('the description of the API', () => {
  it('API-21: names every operation', () => {
    expect(description.openapi).toBe('3.1.0')
    const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    )
    expect(operations.sort()).toEqual([
      'delete /api/maps/{id}',
      'delete /api/maps/{id}/comments/{thread}/{comment}',
      'delete /api/maps/{id}/hold',
      'delete /api/maps/{id}/links/{link}',
      'delete /api/maps/{id}/rounds/{round}',
      'delete /api/maps/{id}/shown',
      'delete /api/maps/{id}/versions/{version}',
      'get /api/join/{code}',
      'get /api/maps',
      'get /api/maps/{id}',
      'get /api/maps/{id}/access',
      'get /api/maps/{id}/added/{root}/{record}',
      'get /api/maps/{id}/agenda',
      'get /api/maps/{id}/analysis',
      'get /api/maps/{id}/breakouts',
      'get /api/maps/{id}/breakouts/here',
      'get /api/maps/{id}/breakouts/maps',
      'get /api/maps/{id}/breakouts/{group}/picture.svg',
      'get /api/maps/{id}/charter',
      'get /api/maps/{id}/comments',
      'get /api/maps/{id}/comments/people',
      'get /api/maps/{id}/compare',
      'get /api/maps/{id}/door',
      'get /api/maps/{id}/export',
      'get /api/maps/{id}/hold',
      'get /api/maps/{id}/links',
      'get /api/maps/{id}/people',
      'get /api/maps/{id}/protection',
      'get /api/maps/{id}/report',
      'get /api/maps/{id}/rounds',
      'get /api/maps/{id}/rounds/{round}',
      'get /api/maps/{id}/rounds/{round}/result.csv',
      'get /api/maps/{id}/thumbnail.svg',
      'get /api/maps/{id}/timer',
      'get /api/maps/{id}/versions',
      'get /api/maps/{id}/versions/{version}',
      'get /api/openapi.json',
      'get /healthz',
      'get /metrics',
      'get /readyz',
      'patch /api/maps/{id}',
      'patch /api/maps/{id}/breakouts/{group}',
      'patch /api/maps/{id}/comments/{thread}',
      'patch /api/maps/{id}/comments/{thread}/{comment}',
      'patch /api/maps/{id}/links/{link}',
      'patch /api/maps/{id}/people/{person}',
      'patch /api/maps/{id}/versions/{version}',
      'post /api/maps',
      'post /api/maps/import',
      'post /api/maps/{id}/agenda/step',
      'post /api/maps/{id}/breakouts',
      'post /api/maps/{id}/breakouts/end',
      'post /api/maps/{id}/breakouts/message',
      'post /api/maps/{id}/breakouts/minutes',
      'post /api/maps/{id}/breakouts/{group}/enter',
      'post /api/maps/{id}/codes',
      'post /api/maps/{id}/comments',
      'post /api/maps/{id}/comments/{thread}',
      'post /api/maps/{id}/compare',
      'post /api/maps/{id}/gather',
      'post /api/maps/{id}/hold',
      'post /api/maps/{id}/join',
      'post /api/maps/{id}/links',
      'post /api/maps/{id}/links/{link}/renew',
      'post /api/maps/{id}/protection',
      'post /api/maps/{id}/reactions',
      'post /api/maps/{id}/rounds',
      'post /api/maps/{id}/rounds/{round}/close',
      'post /api/maps/{id}/rounds/{round}/join',
      'post /api/maps/{id}/rounds/{round}/reopen',
      'post /api/maps/{id}/rounds/{round}/reveal',
      'post /api/maps/{id}/shown',
      'post /api/maps/{id}/timer',
      'post /api/maps/{id}/versions',
      'post /api/maps/{id}/versions/{version}/copy',
      'post /api/maps/{id}/versions/{version}/restore',
      'put /api/maps/{id}/agenda',
      'put /api/maps/{id}/breakouts/help',
      'put /api/maps/{id}/breakouts/people/{person}',
      'put /api/maps/{id}/door',
      'put /api/maps/{id}/hand',
      'put /api/maps/{id}/read',
      'put /api/maps/{id}/rounds/{round}/answer',
    ])
  })

  it('API-21: says what goes in, what comes out and who may', () => {
    const join = description.paths['/api/maps/{id}/join']?.['post']
    expect(Object.keys(join?.requestBody?.content['application/json']?.schema.properties ?? {})).toEqual([
      'key',
      'code',
      'name',
      'passcode',
    ])
    expect(join?.security).toEqual([])
    const patch = description.paths['/api/maps/{id}']?.['patch']
    expect(patch?.security).toHaveLength(3)
    const download = description.paths['/api/maps/{id}/export']?.['get']
    expect(download?.parameters.filter((one) => one.required).map((one) => one.name)).toEqual(['id', 'format'])
    expect(JSON.stringify(description.paths['/api/maps/{id}']?.['get'])).toContain('positions')
  })

  it('API-21: every operation has a summary, an answer and the shape of errors, and every reference leads somewhere', () => {
    for (const operation of Object.values(description.paths).flatMap((methods) => Object.values(methods))) {
      expect(operation.summary).toMatch(/^[A-Z].*[.?]$/)
      expect(Object.keys(operation.responses).length).toBeGreaterThan(1)
      expect(operation.responses['default']).toEqual({ $ref: '#/components/responses/Error' })
    }
    for (const [, group, name] of JSON.stringify(description).matchAll(/"#\/components\/([a-zA-Z]+)\/([a-zA-Z]+)"/g)) {
      expect(description.components[group ?? '']?.[name ?? '']).toBeDefined()
    }
  })

  it('API-21: every described address answers', async () => {
    for (const [path, methods] of Object.entries(description.paths)) {
      for (const method of Object.keys(methods)) {
        const address = path.replace('{id}', 'nowhere').replace('{link}', 'x').replace('{code}', 'AAAAAA')
        const answer = await server.request(address, { method: method.toUpperCase() })
        expect([404, 405], `${method} ${path}`).not.toContain(
          answer.code === 'not-found' ? 404 : answer.code === 'method-not-allowed' ? 405 : 0,
        )
      }
    }
  })
})
