/** How long one task of the page may take, in ms. */
const TURN = 8;

const waiting: (() => void)[] = [];
let spent = 0;
let isAsked = false;

function ask(): void {
  if (isAsked) return;
  isAsked = true;
  setTimeout(next);
}

function next(): void {
  isAsked = false;
  spent = 0;
  for (let work = waiting.shift(); work; work = waiting.shift()) {
    run(work);
    if (spent >= TURN) break;
  }
  if (waiting.length > 0) ask();
}

function run(work: () => void): void {
  const start = performance.now();
  work();
  spent += performance.now() - start;
}

/**
 * Does what many cells want at one time in turns: at once while that is short, the rest after the
 * page has answered. A change of one editor makes the browser lay the page out again, and hundreds
 * of them in a row would hold it for seconds.
 */
export function inTurns(work: () => void): void {
  ask();
  if (waiting.length === 0 && spent < TURN) run(work);
  else waiting.push(work);
}
