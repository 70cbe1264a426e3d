/**
 * What a command knows of the world around it: streams, environment, folder and
 * Ctrl-C. `main.ts` hands over those of the process, a test its own.
 */

export interface Stream {
  write(text: string): unknown
  readonly isTTY?: boolean | undefined
  /** How many signs a line of the terminal has. */
  readonly columns?: number | undefined
}

export interface Shell {
  readonly stdout: Stream
  readonly stderr: Stream
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  /** Answers when the user asks to stop; until somebody waits for that, Ctrl-C just ends all. */
  untilInterrupted(): Promise<void>
  /** Hears every key pressed, until what it answers is called; undefined without a keyboard. */
  readonly listenToKeys?: ((press: (key: string) => void) => () => void) | undefined
  /**
   * Runs this command line again with `more` behind it, apart from this process, and
   * answers when that one serves; undefined where it ended and said why.
   */
  readonly detach?: (more: readonly string[]) => Promise<Detached | undefined>
  /** Tells the process that detached this one where the site is. */
  readonly sayServing?: (url: string) => void
  /** Shows an address in the user's browser. */
  readonly openUrl?: (url: string) => void
}

export interface Detached {
  readonly pid: number
  readonly url: string
}
