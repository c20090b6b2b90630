/** Words of documents in Markdown: what would be markup there is told by a backslash that it is none. */
export function plain(text: string): string {
  return text.replace(/[\s\u0000-\u001f]+/g, ' ').replace(/[\\`*_[\]<>|#]/g, (c) => `\\${c}`);
}
