import type { z } from 'zod/mini'

/** One procedure of a cloud function: what goes in, what comes out. Declared once, used by pages and functions. */
export interface ProcedureContract<I extends z.ZodMiniType = z.ZodMiniType, O extends z.ZodMiniType = z.ZodMiniType> {
  /** What it is for, in one line; shown by `npm run -s contract`. */
  about: string
  input: I
  output: O
}

export type FunctionContract = Record<string, ProcedureContract>

export const procedure = <I extends z.ZodMiniType, O extends z.ZodMiniType>(
  about: string,
  input: I,
  output: O,
): ProcedureContract<I, O> => ({ about, input, output })

/** What a caller sends: defaults may be left out. */
export type InputOf<P extends ProcedureContract> = z.input<P['input']>
/** What a handler gets. */
export type ParsedInputOf<P extends ProcedureContract> = z.output<P['input']>
export type OutputOf<P extends ProcedureContract> = z.output<P['output']>
