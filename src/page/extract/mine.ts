import { recall, remember } from "../shell/remember.ts";

/** Under this name the tab remembers that its charts hold the reader's own figures. */
const MINE = "fadu:mine";

/** From now on the charts of this tab hold the reader's confirmed figures. */
export function takeMine(): void {
  remember(MINE, "1", "sessionStorage");
}

export function leaveMine(): void {
  remember(MINE, "", "sessionStorage");
}

/** Whether the charts of this tab are to hold the reader's figures. */
export function hasMine(): boolean {
  return Boolean(recall(MINE, "sessionStorage"));
}
