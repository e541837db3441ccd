// How the server is started, and what it is told at the start. Knows nothing of the editor, so that a test can do the same.

export interface Start {
  command: string;
  args: string[];
}

/** The program and its arguments, from the command in the settings. */
export function start(command: readonly string[]): Start {
  const [program = "gazette-lint", ...args] = command.length ? command : ["gazette-lint", "lsp"];
  return { command: program, args };
}

/** What the server is told: a language, or nothing where it follows the editor. */
export function options(language: string): { lang?: string } {
  return language ? { lang: language } : {};
}

/** The documents that are linted. */
export const languages = ["plaintext", "markdown"] as const;
