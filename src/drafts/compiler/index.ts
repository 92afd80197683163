/** Compiles notebooks and reads links away from the page's thread, within a deadline. */
export { createCompiler, type Compiler } from "./compiler.ts";
