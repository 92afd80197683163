/**
 * A test ends before the engine's optimized code would pay. Not `--liftoff-only`: what the quick
 * compiler cannot do would end the browser.
 */
export const quickEngine = "--js-flags=--no-wasm-tier-up,--no-wasm-dynamic-tiering";
