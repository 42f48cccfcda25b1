import type { ComponentChildren } from 'preact';
import type { PageContext } from './page-context.js';

interface SwedishProps {
  context: PageContext;
  /** In small letters on a line of its own. */
  small?: boolean;
  children: ComponentChildren;
}

/** Words that exist in Swedish only, marked as such on an English page so that they are read aloud as Swedish. */
export const Swedish = ({ context: { language }, small, children }: SwedishProps) => (
  <span class={small ? 'not' : undefined} lang={language === 'sv' ? undefined : 'sv'}>
    {children}
  </span>
);
