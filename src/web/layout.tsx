import type { ComponentChildren } from 'preact';
import { address } from './address.js';
import { otherLanguage } from './language.js';
import type { PageContext } from './page-context.js';

type Section = 'queue' | 'about';

interface LayoutProps {
  context: PageContext;
  title: string;
  /** The entry of the menu that this page is. */
  section?: Section;
  children: ComponentChildren;
}

const sections: Record<Section, string> = { queue: '/', about: '/om' };

/** The frame of every page. */
export const Layout = ({ context, title, section, children }: LayoutProps) => {
  const { texts, language, stylesheet } = context;
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{`${title} – ${texts.product}`}</title>
        <link rel="stylesheet" href={stylesheet} />
        <link rel="icon" href="data:," />
      </head>
      <body>
        <a class="hoppa" href="#innehall">
          {texts.skip}
        </a>
        <header>
          <div class="topp">
            <a class="namn" href={address('/', language)}>
              {texts.product}
            </a>
            <span>{texts.tagline}</span>
          </div>
          <p class="demo">{texts.demonstration}</p>
          <Menu context={context} section={section} />
        </header>
        <main id="innehall" tabIndex={-1}>
          {children}
        </main>
        <Footer context={context} />
      </body>
    </html>
  );
};

const Menu = ({ context: { texts, language }, section }: { context: PageContext; section: Section | undefined }) => (
  <nav aria-label={texts.menu} class="meny">
    <ul>
      {(Object.keys(sections) as Section[]).map((entry) => (
        <li>
          <a href={address(sections[entry], language)} aria-current={entry === section ? 'page' : undefined}>
            {texts.nav[entry]}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

const Footer = ({ context: { texts, language, inOtherLanguage } }: { context: PageContext }) => {
  const other = otherLanguage(language);
  return (
    <footer>
      <nav aria-label={texts.footerMenu}>
        <ul>
          <li>
            <a href={address('/om', language)}>{texts.nav.about}</a>
          </li>
          <li>
            <a href={address('/problem', language)}>{texts.problems.all}</a>
          </li>
          <li>
            <a href={inOtherLanguage} lang={other} hreflang={other}>
              {texts.otherLanguage}
            </a>
          </li>
        </ul>
      </nav>
    </footer>
  );
};
