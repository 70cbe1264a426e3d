export const ROOT: string
export function compiledFolder(): string
/** A module of the compiled package. */
export function load(folder: string, path: string): Promise<Record<string, unknown>>
