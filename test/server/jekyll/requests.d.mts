export type Asked =
  | string
  | { method?: string; path: string; headers?: Readonly<Record<string, string>> }

export interface Site {
  readonly config: string
  readonly files: Readonly<Record<string, string>>
  readonly requests: readonly Asked[]
}

/** `status` and `body`, and the headers that the answer has. */
export type Answer = Readonly<Record<string, string | number>>

export const SITES: Readonly<Record<string, Site>>
export function writeSite(folder: string, site: Site): void
export function nameOf(asked: Asked): string
export function ask(port: number, asked: Asked): Promise<Answer>
