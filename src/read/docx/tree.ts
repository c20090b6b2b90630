/** The tree that mammoth makes of a Word file, as far as we read it; its own types do not describe it. */

export interface WordNode {
  readonly type:
    | 'document'
    | 'paragraph'
    | 'run'
    | 'text'
    | 'tab'
    | 'break'
    | 'table'
    | 'tableRow'
    | 'tableCell'
    | 'hyperlink'
    | 'noteReference'
    | 'commentReference'
    | 'image'
    | 'checkbox'
    | 'bookmarkStart';
  readonly children?: readonly WordNode[];
  readonly value?: string;
  readonly breakType?: 'line' | 'page' | 'column';
  readonly checked?: boolean;
  readonly noteType?: string;
  readonly noteId?: string;
  readonly numbering?: object | null;
}

export interface WordDocument extends WordNode {
  readonly notes: {
    resolve(reference: WordNode): { readonly body: readonly WordNode[] } | null;
  };
  readonly comments: readonly unknown[];
}
