/** What a person typed, brought into one form, or what to do about it. */
export type Normalised = { ok: true; value: string } | { ok: false; message: string }
