import * as z from 'zod/mini'
import { errorAnswerSchema } from '../../lib/protocol/api'
import { deviceCookie } from '../access/credentials'
import { apiErrors } from './errors'
import type { AnswerShape, Route } from './route'

/**
 * The description of the API (OpenAPI 3.1), made from the same routes and schemas that run it, so
 * that it cannot fall behind.
 */
export function describeApi(routes: readonly Route[], version: string): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const route of routes) {
    const path = route.path.replace(/:([a-z]+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method]: describeRoute(route) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Weft',
      version,
      description:
        'Maps of systems that people draw together. Errors have one shape and a stable code: ' +
        `${Object.keys(apiErrors).join(', ')}.`,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    paths,
    components: {
      schemas: { Error: toSchema(errorAnswerSchema) },
      responses: {
        Error: {
          description: 'Refused, and why',
          content: { 'application/json': { schema: reference('schemas/Error') } },
        },
      },
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'The key of a link to the map' },
        keyParameter: { type: 'apiKey', in: 'query', name: 'key' },
        device: { type: 'apiKey', in: 'cookie', name: deviceCookie, description: 'A browser that has joined the map' },
      },
    },
  }
}

function describeRoute(route: Route): object {
  const body = describeBody(route)
  return {
    summary: route.summary,
    ...(route.needs === 'none'
      ? { security: [] }
      : {
          description: `Needs the role ${route.needs} or more.`,
          security: [{ key: [] }, { keyParameter: [] }, { device: [] }],
        }),
    parameters: [...describePathParameters(route.path), ...describeQuery(route.query)],
    ...(body === undefined ? {} : { requestBody: body }),
    responses: {
      ...Object.fromEntries(route.answers.map((answer) => [String(answer.status), describeAnswer(answer)])),
      default: reference('responses/Error'),
    },
  }
}

function describeBody({ body, file }: Route): object | undefined {
  if (body !== undefined) return { content: { 'application/json': { schema: toSchema(body) } } }
  if (file === undefined) return undefined
  const schema = (type: string): object =>
    type === 'multipart/form-data'
      ? { type: 'object', properties: { file: { type: 'array', items: { type: 'string', format: 'binary' } } } }
      : { type: 'string', format: 'binary' }
  return { required: true, content: Object.fromEntries(file.map((type) => [type, { schema: schema(type) }])) }
}

function describeAnswer({ description, schema, types }: AnswerShape): object {
  if (schema !== undefined) return { description, content: { 'application/json': { schema: toSchema(schema) } } }
  if (types === undefined) return { description }
  return { description, content: Object.fromEntries(types.map((type) => [type, {}])) }
}

function describePathParameters(path: string): object[] {
  return Array.from(path.matchAll(/:([a-z]+)/g), ([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
}

function describeQuery(query: z.ZodMiniType | undefined): object[] {
  if (query === undefined) return []
  const schema = toSchema(query) as { properties?: Record<string, object>; required?: string[] }
  return Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    name,
    in: 'query',
    required: schema.required?.includes(name) ?? false,
    schema: property,
  }))
}

function toSchema(schema: z.ZodMiniType): object {
  // What callers send, not what parsing makes of it; checks that JSON Schema cannot say are left out.
  const plain: object = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return Object.fromEntries(Object.entries(plain).filter(([name]) => name !== '$schema'))
}

function reference(name: string): object {
  return { $ref: `#/components/${name}` }
}
