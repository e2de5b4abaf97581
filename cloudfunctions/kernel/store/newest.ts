import type { Command, Find } from './collection'

/** The last document of a page, newest first: its moment and its id. */
export interface After {
  createdAt: string
  id: string
}

/** What of these facets comes after a document, newest first by a moment in `field`; one request, in the order of an index. */
export function newestFirst(
  command: Command,
  facets: object,
  field: 'at' | 'createdAt',
  after: After | undefined,
): { condition: object; orderBy: NonNullable<Find['orderBy']> } {
  const older = after && [
    { ...facets, [field]: command.lt(after.createdAt) },
    { ...facets, [field]: after.createdAt, _id: command.lt(after.id) },
  ]
  return {
    condition: older ? (command.or(older) as object) : facets,
    orderBy: [
      [field, 'desc'],
      ['_id', 'desc'],
    ],
  }
}
