import type { Result } from '../core/model/result.ts';
import type { MessageError } from '../messaging/envelope.ts';
import type { Send } from '../messaging/send.ts';

/** The keyboard commands; the user may bind others keys to them in the browser. */
export const COMMANDS = ['toggle', 'next-mention', 'previous-mention', 'open-card', 'open-brief', 'capture'] as const;
export type Command = (typeof COMMANDS)[number];

/** A frame that does not answer in this time has gone. */
const ANSWER_LIMIT_MS = 1500;

export type CommandPorts = {
  readonly toggle: () => Promise<void>;
  /** The tab in front, and the frames of it that have marks. */
  readonly frontTab: () => Promise<number | null>;
  readonly frames: (tab: number) => Promise<readonly number[]>;
  readonly sendToFrame: (tab: number, frame: number) => Send;
  readonly openBrief: () => Promise<unknown>;
  /** Captures what is selected in the tab in front. */
  readonly capture: () => Promise<void>;
};

export const isCommand = (name: string): name is Command => COMMANDS.some((command) => command === name);

/** Carries out a keyboard command. What concerns marks goes to the frames of the tab in front, until one can do it. */
export async function runCommand(command: Command, ports: CommandPorts): Promise<void> {
  switch (command) {
    case 'toggle':
      return ports.toggle();
    case 'open-brief':
      await ports.openBrief();
      return;
    case 'capture':
      return ports.capture();
    case 'next-mention':
      return tryFrames(ports, (send) => send('tab.step', { direction: 'next' }, ANSWER_LIMIT_MS));
    case 'previous-mention':
      return tryFrames(ports, (send) => send('tab.step', { direction: 'previous' }, ANSWER_LIMIT_MS));
    case 'open-card':
      return tryFrames(ports, (send) => send('tab.openCard', {}, ANSWER_LIMIT_MS));
  }
}

async function tryFrames(
  { frontTab, frames, sendToFrame }: CommandPorts,
  ask: (send: Send) => Promise<Result<{ readonly found: boolean }, MessageError>>,
): Promise<void> {
  const tab = await frontTab();
  if (tab === null) return;
  for (const frame of await frames(tab)) {
    const answer = await ask(sendToFrame(tab, frame));
    if (answer.ok && answer.value.found) return;
  }
}
