// Accepting a finding: the server offers a command with uri, fingerprint and line; the reason is asked for here.

export const ACCEPT = "gazette-lint.accept";

export type Ask = () => Thenable<string | undefined> | Promise<string | undefined>;
export type Execute = (command: string, args: unknown[]) => unknown;

/** Send a command on to the server; to an acceptance its reason is added, and nothing is sent if none is given. */
export async function withReason(command: string, args: unknown[], ask: Ask, execute: Execute): Promise<unknown> {
  if (command !== ACCEPT) return execute(command, args);
  const reason = (await ask())?.trim();
  return reason ? execute(command, [...args, reason]) : undefined;
}
