import { OperationNodeTransformer, type KyselyPlugin, type PrimitiveValueListNode, type ValueNode } from 'kysely'

/** PostgreSQL refuses a text with the character NUL, which a hostile client may well send: it is left out. */
class NulRemover extends OperationNodeTransformer {
  protected override transformValue(node: ValueNode): ValueNode {
    return { ...super.transformValue(node), value: clean(node.value) }
  }
  protected override transformPrimitiveValueList(node: PrimitiveValueListNode): PrimitiveValueListNode {
    return { ...super.transformPrimitiveValueList(node), values: node.values.map(clean) }
  }
}

const remover = new NulRemover()

export const withoutNul: KyselyPlugin = {
  transformQuery: ({ node }) => remover.transformNode(node),
  transformResult: async ({ result }) => result,
}

function clean(value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\0', '') : value
}
