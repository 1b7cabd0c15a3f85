import type { Send } from '../messaging/send.ts';
import { stepFrames } from './step-frames.ts';

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

/** Carries out a keyboard command. What concerns marks goes to the frames of the tab in front. */
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
      return step(ports, 'next');
    case 'previous-mention':
      return step(ports, 'previous');
    case 'open-card':
      return openCard(ports);
  }
}

async function step({ frontTab, frames, sendToFrame }: CommandPorts, direction: 'next' | 'previous'): Promise<void> {
  const tab = await frontTab();
  if (tab === null) return;
  await stepFrames(await frames(tab), async (frame, start) => {
    const answer = await sendToFrame(tab, frame)('tab.step', { direction, start }, ANSWER_LIMIT_MS);
    return answer.ok ? answer.value : null;
  });
}

/** In the frame that has the keyboard, or else in the first that can. */
async function openCard({ frontTab, frames, sendToFrame }: CommandPorts): Promise<void> {
  const tab = await frontTab();
  if (tab === null) return;
  const all = await frames(tab);
  for (const isFocused of [true, false])
    for (const frame of all) {
      const answer = await sendToFrame(tab, frame)('tab.openCard', { isFocused }, ANSWER_LIMIT_MS);
      if (answer.ok && answer.value.found) return;
    }
}
