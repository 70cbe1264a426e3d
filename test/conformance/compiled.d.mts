export const ROOT: string
export function packageFolder(): string
export function compiledFolder(): string
/** A module of the compiled package. */
export function load<Module = Record<string, unknown>>(
  folder: string,
  path: string,
): Promise<Module>
