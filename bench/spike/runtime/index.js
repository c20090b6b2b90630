/** All that a compiled style sheet calls. */
export * from './axes.js';
export * from './build.js';
export * from './functions.js';
export * from './json.js';
export * from './loops.js';
export * from './regex.js';
export * from './run.js';
export * from './tree.js';
export * from './values.js';
export * from './write.js';
