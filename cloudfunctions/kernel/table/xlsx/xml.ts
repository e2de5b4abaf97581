import { SaxesParser } from 'saxes'
import { TableRefused } from '../refused'
import { damaged } from './archive'

/** What is heard of a part; names come without their namespace prefix. */
export interface Heard {
  open?(name: string, attributes: Record<string, string>): void
  close?(name: string): void
  text?(text: string): void
}

/** Bytes without any tag in them; text of a cell is far shorter. */
const LONGEST_SILENCE = 4 * 1024 * 1024

/**
 * Reads one XML part piece by piece; gives control back after each, so that the caller can hand on what it gathered.
 * @throws TableRefused `damaged` for malformed XML, a document type declaration (workbooks have none) or endless text
 */
export async function* hear(bytes: AsyncIterable<Buffer>, heard: Heard): AsyncGenerator<void> {
  const parser = new SaxesParser({ position: false })
  const decoder = new TextDecoder('utf-8')
  let silence = 0
  parser.on('error', () => {
    throw damaged()
  })
  parser.on('doctype', () => {
    throw damaged()
  })
  const { open, close, text } = heard
  parser.on('opentag', tag => {
    silence = 0
    open?.(local(tag.name), tag.attributes as Record<string, string>)
  })
  parser.on('closetag', tag => {
    silence = 0
    close?.(local(tag.name))
  })
  if (text) parser.on('text', text)
  try {
    for await (const chunk of bytes) {
      silence += chunk.length
      if (silence > LONGEST_SILENCE) throw damaged()
      parser.write(decoder.decode(chunk, { stream: true }))
      yield
    }
    parser.write(decoder.decode()).close()
    yield
  } catch (error) {
    throw error instanceof TableRefused ? error : damaged()
  }
}

/** Reads a whole small part. */
export async function hearAll(bytes: AsyncIterable<Buffer>, heard: Heard): Promise<void> {
  for await (const _ of hear(bytes, heard));
}

function local(name: string): string {
  const colon = name.indexOf(':')
  return colon === -1 ? name : name.slice(colon + 1)
}

/** An attribute by its local name: `id` finds `r:id`. */
export const attribute = (attributes: Record<string, string>, name: string): string | undefined =>
  attributes[name] ?? Object.entries(attributes).find(([key]) => key.endsWith(`:${name}`))?.[1]
