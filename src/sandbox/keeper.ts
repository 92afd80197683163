import type { SandboxErrorCode } from "./error.ts";
import { openLink, type Link, type LinkOptions } from "./link.ts";
import { tallest, type FrameMessage, type HostMessage } from "./protocol.ts";
import { createWatch, mostMessages, tick } from "./watch.ts";

/** What the frame says of its code; the rest is the keeper's own affair. */
export type CodeMessage = Extract<FrameMessage, { type: "done" | "value" | "fault" }>;

export interface KeeperOptions extends Pick<LinkOptions, "document" | "url" | "title" | "code"> {
  /** Whether no run is under way. */
  readonly isIdle: () => boolean;
  /** The frame can be told what to run: when it has come, and again when it was moved in the page. */
  readonly onReady: () => void;
  readonly onMessage: (message: CodeMessage) => void;
  /** The frame broke a limit and is gone, with whatever ran in it. */
  readonly onLost: (code: SandboxErrorCode) => void;
  /** The frame has another width than before. */
  readonly onWidth: () => void;
  /** The code has been running for a second; or runs no longer. */
  readonly onSlow: (isSlow: boolean) => void;
}

/** The frame of a sandbox and the limits that it is held to; the next one takes the place of one that is gone. */
export interface Keeper {
  /** Holds the frame; stays the same when the frame is another. */
  readonly element: HTMLElement;
  readonly isOpen: boolean;
  readonly isReady: boolean;
  /** True while a question is not answered. */
  readonly isSilent: boolean;
  open(): void;
  close(): void;
  /** Closes the frame, since its code broke a limit that the frame itself watches. */
  giveUp(code: SandboxErrorCode): void;
  send(message: HostMessage, transfer?: Transferable[]): void;
  /** A run begins. @param deadline seconds for both limits; null for the defaults */
  started(deadline: number | null): void;
  finished(): void;
}

/** Times that a frame may load anew, as it does when it is moved in the page. */
const mostLoads = 20;
/** Looks between two questions where nothing runs. */
const idleLooks = 4;

/** Tells what has become another; false at first. */
function onChange(tell: (is: boolean) => void): (is: boolean) => void {
  let was = false;
  return (is) => {
    if (is !== was) tell(is);
    was = is;
  };
}

/** Questions to a frame, of which one is open at a time. */
function createPings() {
  let [pings, looks] = [0, 0];
  let isSilent = false;
  return {
    /** True while a question is not answered. */
    get isSilent() {
      return isSilent;
    },
    /** The next question; null where none is due. */
    next(isIdle: boolean): number | null {
      if (isSilent || (isIdle && ++looks % idleLooks !== 0)) return null;
      isSilent = true;
      return ++pings;
    },
    /** Whether it answers the question that is open. */
    answer(ping: number): boolean {
      if (ping !== pings) return false;
      isSilent = false;
      return true;
    },
    /** Another frame owes no answer. */
    reset: () => void (isSilent = false),
  };
}

/** The height that a frame asks for, and the width that it has in the page. */
function createSizes(onWidth: () => void) {
  let width = 0;
  return {
    take(message: Extract<FrameMessage, { type: "size" }>, link: Link | null): void {
      if (link) link.element.style.height = `${Math.min(message.height, tallest)}px`;
      const isOther = width !== 0 && message.width !== width && message.width > 0;
      width = message.width;
      if (isOther) onWidth();
    },
    /** Another frame has no width yet. */
    reset: () => void (width = 0),
  };
}

export function createKeeper(options: KeeperOptions): Keeper {
  const { document, isIdle, onReady, onMessage, onLost, onWidth, onSlow } = options;
  const element = document.createElement("div");
  element.className = "sandbox";
  let link: Link | null = null;
  let watch = createWatch();
  let timer: ReturnType<typeof setInterval> | undefined;
  const pings = createPings();
  const sizes = createSizes(onWidth);
  let [messages, loads] = [0, 0];
  const tellSlow = onChange(onSlow);
  let isReady = false;

  const close = (): void => {
    clearInterval(timer);
    link?.close();
    [link, timer, isReady] = [null, undefined, false];
  };
  const giveUp = (code: SandboxErrorCode): void => {
    close();
    onLost(code);
  };
  const receive = (message: FrameMessage): void => {
    if (message.type === "ready") {
      if (++loads > mostLoads) return giveUp("lost");
      isReady = true;
      watch.opened();
      onReady();
    } else if (message.type === "pong") {
      if (pings.answer(message.ping)) watch.answered();
    } else if (message.type === "flood") giveUp("flood");
    else if (message.type === "size") sizes.take(message, link);
    else onMessage(message);
  };
  const look = (): void => {
    messages = 0;
    // What nobody sees is slowed down by the browser.
    if (document.hidden) return;
    const verdict = watch.pass();
    if (verdict) return giveUp(verdict);
    tellSlow(watch.isSlow());
    const ping = isReady ? pings.next(isIdle()) : null;
    if (ping === null) return;
    watch.asked();
    link?.send({ type: "ping", ping });
  };
  const open = (): void => {
    close();
    watch = createWatch();
    pings.reset();
    sizes.reset();
    [messages, loads] = [0, 0];
    const onTraffic = (): void => {
      if (++messages > mostMessages && link) giveUp("flood");
    };
    const onMissing = (): void => giveUp("load");
    link = openLink({ ...options, onMissing, onMessage: receive, onTraffic });
    element.replaceChildren(link.element);
    timer = setInterval(look, tick);
  };

  return {
    element,
    get isOpen() {
      return link !== null;
    },
    get isReady() {
      return isReady;
    },
    get isSilent() {
      return pings.isSilent;
    },
    open,
    close,
    giveUp,
    send: (message, transfer) => link?.send(message, transfer),
    started: (deadline) => watch.started(deadline),
    finished() {
      watch.finished();
      tellSlow(false);
    },
  };
}
